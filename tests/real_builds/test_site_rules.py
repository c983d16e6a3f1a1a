"""The rules that hold for every hub, in the tiny one and in one with many made-up records."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from support.builds import TINY
from support.rules.site import SITE_RULES, BuiltSite

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def sites(tiny_site: Path, crowded_site: Path) -> dict[str, BuiltSite]:
    return {
        "tiny": BuiltSite(tiny_site, TINY / "content"),
        "crowded": BuiltSite(crowded_site, crowded_site.parent / "content"),
    }


@pytest.mark.parametrize("name", ["tiny", "crowded"])
@pytest.mark.parametrize("find_broken", SITE_RULES, ids=lambda rule: rule.__name__)
def test_nothing_breaks_a_rule(
    sites: dict[str, BuiltSite], name: str, find_broken: Callable[[BuiltSite], Iterable[str]]
) -> None:
    """Each rule stands in words at its function."""
    assert sites[name].records
    assert list(find_broken(sites[name])) == []
