"""How much a build does: counted, not timed, so that it holds on any machine."""

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from knowledge_hub.keeping import Store
from knowledge_hub.pages import Page
from knowledge_hub.publishing.kept.page_store import PageStore
from knowledge_hub.records import RECORD_TYPES
from knowledge_hub.search import reading
from knowledge_hub.templating.templates import Templates
from support.edited_hub import EditedHub

pytestmark = pytest.mark.slow

# So often are pages about the whole library kept together: home, overviews, ways to contribute, reference pages.
OVERVIEWS = 4


@pytest.fixture
def hub(tmp_path: Path) -> EditedHub:
    """A hub with a pair of lessons beside what the tiny one has, built once."""
    hub = EditedHub(tmp_path)
    hub.write_record("lessons", "one", lessons=["two"])
    hub.write_record("lessons", "two")
    hub.make_again()
    return hub


def _count(hub: EditedHub) -> Counter[str]:
    """Return how much of each kind a build makes: records read, files checked, pages, templates, what search finds."""
    made: Counter[str] = Counter()
    write, fill, read, put_off = Store.write, Templates.render, reading.read_document, PageStore.put_off

    def note(store: Store, *, is_whole: bool = True) -> None:
        made.update({name.partition("-")[0]: number for name, number in store.made.items()})
        write(store, is_whole=is_whole)

    def count(templates: Templates, *given: object) -> object:
        made["templates"] += 1
        return fill(templates, *given)  # type: ignore[arg-type]

    def count_read(*given: Any) -> reading.ReadDocument:
        made["found"] += 1
        return read(*given)

    def count_put_off(store: PageStore, key: bytes, outline: Page, finish: Callable[[], Page]) -> Page:
        def count_finished() -> Page:
            made["pages"] += 1
            return finish()

        return put_off(store, key, outline, count_finished)

    with (
        mock.patch.object(Store, "write", note),
        mock.patch.object(PageStore, "put_off", count_put_off),
        mock.patch.object(Templates, "render", count),
        mock.patch.object(reading, "read_document", count_read),
    ):
        hub.make_again()
    return made


def _made(hub: EditedHub) -> dict[str, int]:
    found = _count(hub)
    return {name: found[name] for name in ("records", "checks", "advice", "pages", "nearest", "found")}


def test_a_build_after_nothing_reads_and_makes_nothing_again(hub: EditedHub) -> None:
    """No record, no check of one, no page of one."""
    assert _made(hub) == {"records": 0, "checks": 0, "advice": 0, "pages": 0, "nearest": 0, "found": 0}


def test_a_cold_build_makes_each_thing_once(hub: EditedHub) -> None:
    """Each file of a record, a source or a contributor is read once, each record's pages are made once.

    So is each thing that search finds.
    """
    hub.kept = hub.kept.with_name("nothing")
    made = _made(hub)
    files = len([*hub.content.glob("*/*.yml")]) - len([*hub.content.glob("vocabularies/*.yml")])
    guides = len([*hub.docs.glob("guides/*.md")])
    records = files + guides - len([*hub.content.glob("sources/*.yml"), *hub.content.glob("contributors/*.yml")])
    assert made["records"] == files
    # A guide is read by who publishes it, too.
    assert made["checks"] == made["advice"] == files + guides
    assert made["pages"] == records + len(_list_addresses(hub)) + OVERVIEWS
    entry = json.loads(hub.make_anew()["search/index.json"])  # type: ignore[arg-type]
    assert made["found"] == entry["count"]


def _list_addresses(hub: EditedHub) -> list[str]:
    """Return the addresses of all lists of records: of each type, of each facet value, of each change package."""
    pages = [name.removeprefix("page ") for name in hub.make_anew() if name.startswith("page ")]
    types = {f"{cls.folder}/" for cls in RECORD_TYPES}
    below = re.compile("(?:browse|change-packages)/.+")
    return [page for page in pages if page in types or below.fullmatch(page)]


def test_an_edit_of_a_long_text_makes_one_record_again(hub: EditedHub) -> None:
    """Its neighbors show nothing of it."""
    hub.change("lessons/two.yml", lambda record: record.update(why="Another reason."))
    assert _made(hub) == {"records": 1, "checks": 1, "advice": 1, "pages": 1, "nearest": 0, "found": 1}


def test_what_pages_show_of_other_records_is_told_once_for_all(hub: EditedHub) -> None:
    """An edit of a long text changes nothing of it, unless another record is named there; one of a title does."""
    hub.change("lessons/two.yml", lambda record: record.update(why="Another reason."))
    assert _count(hub)["seen"] == 0
    hub.change("lessons/two.yml", lambda record: record.update(why="As [the first](lesson:one) says."))
    assert _count(hub)["seen"] == 1
    hub.change("lessons/two.yml", lambda record: record.update(title="Another title"))
    assert _count(hub)["seen"] == 1


def test_an_edit_of_a_title_makes_its_neighbors_again_and_no_others(hub: EditedHub) -> None:
    """They show it, and so do the lists that it stands in."""
    hub.change("lessons/two.yml", lambda record: record.update(title="Another title"))
    made = _made(hub)
    assert (made["records"], made["checks"], made["found"]) == (1, 1, 1)
    lists = [
        page for page in _list_addresses(hub) if b"Another title" in repr(hub.make_anew()[f"page {page}"]).encode()
    ]
    changed = made["pages"] - OVERVIEWS
    assert 2 + len(lists) <= changed <= 5 + len(lists) < len(_list_addresses(hub))


def test_what_is_alike_is_found_again_where_records_share_something_else(hub: EditedHub) -> None:
    """A title is nothing that they share, whatever was edited before; a facet value and a connection are."""
    hub.change("lessons/two.yml", lambda record: record.update(why="Another reason."))
    hub.change("lessons/two.yml", lambda record: record.update(summary="Another summary."))
    made = _count(hub)
    assert (made["traits"], made["nearest"]) == (1, 0)
    hub.change("lessons/two.yml", lambda record: record.update(stages=["test"]))
    assert _count(hub)["nearest"] == 1
    hub.change("lessons/two.yml", lambda record: record.update(lessons=["widen-the-team"]))
    assert _count(hub)["nearest"] == 1


def test_an_edit_makes_what_programs_get_of_one_record_again(hub: EditedHub) -> None:
    """Of a record that it is connected to, they get no more than its name."""
    hub.change("lessons/two.yml", lambda record: record.update(title="Another title", why="Another reason."))
    assert _count(hub)["programs"] == 1
    hub.change("lessons/two.yml", lambda record: record.update(lessons=["one"]))
    assert _count(hub)["programs"] <= 2
    hub.write_record("lessons", "three", lessons=["two"])
    assert _count(hub)["programs"] == 2


def test_an_edit_of_a_long_text_makes_no_file_of_the_whole_library_again(hub: EditedHub) -> None:
    """Feeds, lists of sources and the graph tell nothing of it; only each record as Markdown does."""
    hub.change("lessons/two.yml", lambda record: record.update(why="Another reason."))
    assert _count(hub)["bundles"] == 1
    hub.change("lessons/two.yml", lambda record: record.update(title="Another title"))
    assert _count(hub)["bundles"] == 2


def test_an_edit_of_a_vocabulary_reads_everything_again(hub: EditedHub) -> None:
    """Any record may have its terms, so this is as much as a cold build does."""
    hub.change("vocabularies/domains.yml", lambda found: found["terms"][0].update(label="Another name"))
    made = _made(hub)
    hub.kept = hub.kept.with_name("nothing")
    assert made == _made(hub) | {"nearest": 0}


@pytest.mark.parametrize(("why", "most"), [("Each sees a part.", 0.2), ("Another reason.", 0.25)])
def test_pages_of_records_that_stay_fill_no_templates(hub: EditedHub, why: str, most: float) -> None:
    """Nor do lists and pages about the hub, which show nothing of long texts; the field guide may, in its examples."""
    hub.change("lessons/two.yml", lambda record: record.update(why=why))
    again = _count(hub)["templates"]
    hub.kept = hub.kept.with_name("nothing")
    assert again <= most * _count(hub)["templates"]
