"""A small hub that is edited again and again, and all that becomes of it, made with and without what was kept."""

import datetime
import shutil
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from knowledge_hub.checks import check_loaded
from knowledge_hub.keeping import FileStore, Store
from knowledge_hub.library.loading import load_library
from knowledge_hub.pages.search.search_index import create_search_files
from knowledge_hub.problems.problem import ContentError
from knowledge_hub.publishing.kept.page_store import KeptPage, PageStore
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from knowledge_hub.settings.settings import Settings
from support.builds import TINY

# A picture of one point, so that it isn't worth a library to make it.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001"
    "a5f645400000000049454e44ae426082".replace(" ", "")
)
BROKEN = "title: [\n"
_REVIEW = {"reviewed_on": "2026-01-15", "review_by": "2027-01-15", "owner": "editors"}
# What each type needs beside what all have.
_NEEDED: Mapping[str, Mapping[str, Any]] = {
    "lessons": {"statement": "See more.", "why": "Each sees a part.", "apply": ["Ask."], "stages": ["prepare"]},
    "roles": {"discipline": "health", "levels": ["local"], "brings": ["A view."], "needs": ["A seat."]},
    "case-studies": {
        "form": "snapshot",
        "place": {"state": "ma"},
        "challenge": "It was small.",
        "approach": "They met.",
        "collaboration": "All of them met.",
        "levels": ["local"],
        "disciplines": ["health"],
    },
}


class EditedHub:
    """The tests' tiny hub in a folder of its own; `today`, `settings` and `with_drafts` are as a build is told them."""

    def __init__(self, folder: Path) -> None:
        shutil.copytree(TINY, folder / "hub")
        self.content = folder / "hub" / "content"
        self.docs = folder / "hub" / "docs"
        self.kept = folder / "kept"
        # What stands for each page of the last site, and what it had, beside each folder of what was kept.
        self._sites: dict[Path, dict[str, tuple[bytes, KeptPage]]] = defaultdict(dict)
        self.today = datetime.date(2026, 6, 1)
        self.settings = Settings()
        self.with_drafts = False

    def write_record(self, folder: str, name: str, **fields: Any) -> None:
        """Write a whole record of its type, with some fields of one's own."""
        common = {"title": name, "summary": f"What {name} is.", "domains": ["teaming"], "status": "published"}
        shared = {"evidence": {"status": "editorial"}, "review": _REVIEW, "credit": {"authors": ["editors"]}}
        self.write(f"{folder}/{name}.yml", yaml.safe_dump({**common, **shared, **_NEEDED[folder], **fields}))

    def write(self, path: str, text: str) -> None:
        """Write a file of the content folder."""
        target = self.content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def change(self, path: str, change: Callable[[Any], Any]) -> None:
        """Let `change` do something to what a file holds, where it is there and can be read."""
        target = self.content / path
        if target.is_file() and target.read_text(encoding="utf-8") != BROKEN:
            change(found := yaml.safe_load(target.read_text(encoding="utf-8")))
            self.write(path, yaml.safe_dump(found))

    def delete(self, path: str) -> None:
        """Delete a file, or a folder with all that is in it."""
        target = self.content / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)

    def make_again(self) -> dict[str, object]:
        """Return all that becomes of the hub, made with what earlier builds kept, which this one keeps, too."""
        store = Store(self.kept, str(self.content))
        with store.kept():
            return self._make(store, self._sites[self.kept])

    def make_anew(self) -> dict[str, object]:
        """Return all that becomes of the hub, made from nothing."""
        return self._make(Store(), {})

    def _make(self, store: Store, site: dict[str, tuple[bytes, KeptPage]]) -> dict[str, object]:
        guides = self.docs / "guides"
        made: dict[str, object] = {"said": check_loaded(*load_library(self.content, guides, store), store=store)}
        pages, programs = PageStore(store), FileStore(store)
        try:
            publication = create_publication(
                self.content,
                guides,
                Plan(
                    today=self.today, with_drafts=self.with_drafts, settings=self.settings, with_texts=True, store=store
                ),
                page_store=pages,
                program_files=programs,
            )
        except ContentError as error:
            return {**made, "problems": error.problems}
        for page in publication.pages:
            mark = pages.mark(page.address)
            if page.address not in site or site[page.address][0] != mark:
                site[page.address] = (mark, pages.read(page.address))
            made[f"page {page.address}"] = (page, site[page.address][1])
        return {**made, **publication.files, **programs, **create_search_files(publication.site, (), store)}
