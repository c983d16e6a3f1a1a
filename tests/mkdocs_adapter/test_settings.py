"""The settings of the hub here, whatever a host made of them, and those of the tests."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from support.builds import ROOT, TINY


@pytest.mark.parametrize("folder", [ROOT, TINY], ids=["hub", "tests"])
def test_settings_are_valid_and_lead_to_the_hub(folder: Path) -> None:
    """MkDocs takes them, and they name the hub's hook and theme, from wherever they lie."""
    # A host may have no page of their own; Git keeps no empty folder.
    config = load_config(str(folder / "mkdocs.yml"), docs_dir=str(TINY / "docs"))
    assert config.site_name
    assert ROOT / "hooks" / "hub.py" in {(folder / name).resolve() for name in config.hooks}
    assert ROOT / "hooks" / "knowledge_hub" / "theme" in {Path(name).resolve() for name in config.theme.dirs}
