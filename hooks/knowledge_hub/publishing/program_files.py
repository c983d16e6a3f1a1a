"""Writes files for programs into a finished site: thousands of small ones, for which a generator would take longer."""

from collections.abc import Mapping
from pathlib import Path


def write_program_files(site_dir: Path, files: Mapping[str, bytes]) -> None:
    """Write each file below the site's folder as it is."""
    for folder in {path.rpartition("/")[0] for path in files}:
        (site_dir / folder).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        # A Path for each would take a third of the time.
        with open(f"{site_dir}/{path}", "wb", buffering=0) as file:  # noqa: PTH123
            file.write(content)
