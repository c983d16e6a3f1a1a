"""How long packs take: the hub's own library, with its toolkits repeated until there are enough."""

import shutil
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import yaml

from knowledge_hub.catalogue.from_library import create_catalogue
from knowledge_hub.exports.packs import create_packs
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages import Site
from knowledge_hub.publishing.build_date import find_today
from knowledge_hub.publishing.kept.folder_cache import FolderCache
from knowledge_hub.settings.settings import Settings


def measure_packs(root: Path, toolkits: int) -> tuple[float, float]:
    """Return wall seconds for making all packs with an empty cache, and again with nothing changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(root / "content", folder / "content")
        _repeat_toolkits(folder / "content" / "toolkits", toolkits)
        library, problems = load_library(folder / "content", root / "docs" / "guides")
        if problems:
            raise SystemExit("The library has problems: python3 scripts/build.py says which.")
        catalogue = create_catalogue(library)
        times = []
        for _ in range(2):
            start = time.perf_counter()
            settings = Settings(site_name="Hub", site_url="https://example.org/")
            create_packs(Site(catalogue, find_today(), settings=settings), FolderCache(folder / "cache"))
            times.append(time.perf_counter() - start)
        return times[0], times[1]


def _repeat_toolkits(folder: Path, wanted: int) -> None:
    """Copy toolkits, each with a title of its own, until there are `wanted`."""
    own = sorted(folder.glob("*.yml"))
    for number, path in enumerate(islice(cycle(own), max(0, wanted - len(own)))):
        fields = yaml.load(path.read_bytes(), yaml.CBaseLoader)  # noqa: S506 -- reads text only
        fields["title"] = f"No. {number}: {fields['title']}"[:120]
        copy = folder / f"{path.stem}-{number}.yml"
        copy.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), encoding="utf-8")
