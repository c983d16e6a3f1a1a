"""What tests share: a tiny hub of their own, and real builds of it, made once a run."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import settings

from knowledge_hub.templating.templates import Templates
from support.builds import TINY, build
from support.crowded_library import write_crowded_content
from support.once import MakeOnce, create_make_once
from support.own_pages import NAV, PAGES, build_hub, write_hub

# How long one example takes says more about the machine than about the code.
settings.register_profile("hub", deadline=None)
settings.load_profile("hub")

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session", autouse=True)
def _compiled_templates() -> Iterator[None]:
    """Compile each template once for all tests of a worker: hundreds of them make a site of their own."""
    kept: dict[str, bytes] = {}
    create = Templates.__init__

    def create_sharing(self: Templates, words: Mapping[str, Any], compiled: Any = None) -> None:
        create(self, words, kept if compiled is None else compiled)

    with mock.patch.object(Templates, "__init__", create_sharing):
        yield


@pytest.fixture(scope="session")
def make_once(tmp_path_factory: pytest.TempPathFactory) -> MakeOnce:
    """Makes what takes long once for all workers."""
    return create_make_once(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def tiny_site(make_once: MakeOnce) -> Path:
    """The folder of the tiny hub, built."""
    return make_once("tiny-hub", lambda folder: build(folder / "site", TINY / "content")) / "site"


@pytest.fixture(scope="session")
def packed_site(make_once: MakeOnce) -> Path:
    """The folder of the tiny hub, built with the files that readers take along; what was kept of them lies beside it."""
    return make_once("packed-hub", lambda folder: build(folder / "site", TINY / "content", HUB_PACKS="1")) / "site"


@pytest.fixture(scope="session")
def crowded_site(make_once: MakeOnce) -> Path:
    """The folder of a hub with more case studies than one list page holds; its content lies beside it."""
    return make_once("crowded-hub", lambda folder: build(folder / "site", write_crowded_content(folder))) / "site"


@pytest.fixture(scope="session")
def browser() -> "Iterator[Browser]":
    """The browser of a worker: Playwright runs once in a process."""
    # Most tests need none, and it takes long to load.
    from support.browser.chromium import start_browser  # noqa: PLC0415

    with start_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def own_pages_site(make_once: MakeOnce) -> Path:
    """The folder of a hub with pages and a menu of its host's own, built."""
    return make_once("own-pages", _build_own_pages) / "site"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny hub's content that a test may break."""
    shutil.copytree(TINY, tmp_path / "tiny")
    return tmp_path / "tiny" / "content"


def _build_own_pages(folder: Path) -> None:
    write_hub(folder, PAGES, nav=NAV)
    built = build_hub(folder)
    assert built.returncode == 0, built.stderr
