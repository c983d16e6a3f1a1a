"""What a record's page says of itself: how fresh, how long, how to cite it, where help is."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from knowledge_hub.pages import Page, Site
from knowledge_hub.pages.frame.feedback import Feedback, create_feedback
from knowledge_hub.pages.frame.reading import reading_time
from knowledge_hub.publishing.plan import Plan
from knowledge_hub.publishing.publication import create_publication
from knowledge_hub.settings.contact import Contact
from knowledge_hub.settings.settings import Settings
from knowledge_hub.words.words import Words
from support.small_library import create_small_catalogue

Publish = Callable[..., dict[str, Page]]
DUE = datetime.date(2027, 1, 15)


@pytest.fixture
def publish(tiny: Path) -> Publish:
    """Publishes the tiny hub, with lines added to its lesson."""

    def publish(*, today: datetime.date = DUE, lesson: str = "") -> dict[str, Page]:
        path = tiny / "lessons" / "widen-the-team.yml"
        path.write_text(path.read_text(encoding="utf-8") + lesson, encoding="utf-8")
        publication = create_publication(tiny, tiny.parent / "docs" / "guides", Plan(today=today))
        return {page.address: page for page in publication.pages}

    return publish


def test_review_dates_stand_under_the_title(publish: Publish) -> None:
    """When it was reviewed and when it is due, for people and for machines."""
    soup = BeautifulSoup(publish()["lessons/widen-the-team/"].html, "html.parser")
    times = {time["datetime"]: time.get_text() for time in soup.select(".hub-meta time")}
    assert times == {"2026-01-15": "January 15, 2026", "2027-01-15": "January 15, 2027"}


@pytest.mark.parametrize(("days", "is_overdue"), [(0, False), (1, True)])
def test_a_page_says_when_its_review_is_overdue(publish: Publish, days: int, *, is_overdue: bool) -> None:
    """From the day after the date, and not before."""
    page = publish(today=DUE + datetime.timedelta(days))["lessons/widen-the-team/"]
    assert ("overdue for review" in page.html) == is_overdue


def test_the_day_changes_nothing_else(publish: Publish) -> None:
    """Two days before the date give the same pages, but for the list of what is soon due."""
    pages, earlier = publish(today=DUE), publish(today=DUE - datetime.timedelta(300))
    changed = {address for address in pages | earlier if pages.get(address) != earlier.get(address)}
    assert changed == {"about/upkeep/"}
    assert earlier == publish(today=DUE - datetime.timedelta(200))


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("", "About 1 minute to read"),
        ("<p>word</p>" * 200, "About 1 minute to read"),
        ("<p>word</p>" * 201, "About 2 minutes to read"),
        ("<p title='not a word'>a&nbsp;b</p>" * 201, "About 3 minutes to read"),
        ("<button type='button'>Print this page</button>" * 201, "About 1 minute to read"),
    ],
)
def test_reading_time_counts_words_not_tags(html: str, words: str) -> None:
    """Two hundred words a minute, rounded up, never less than one."""
    assert reading_time(Words(), html) == words


def test_a_record_can_be_cited(publish: Publish) -> None:
    """Authors, date of the review, title; a list has no citation."""
    pages = publish()
    assert pages["lessons/widen-the-team/"].citation == "Editors. (2026, January 15). Widen the team."
    assert pages["lessons/"].citation == ""


def test_help_comes_first_on_a_sensitive_page(publish: Publish) -> None:
    """Before the title and everything else; on other pages it is in the footer only."""
    pages = publish(lesson="sensitivity: [suicide]\n")
    header = BeautifulSoup(pages["lessons/widen-the-team/"].html, "html.parser").select_one(".hub-record__header")
    first = next(child for child in header.children if child.name)
    assert "text 988" in first.get_text()
    assert [link["href"] for link in first.find_all("a")] == ["tel:988", "sms:988"]
    assert "988" not in pages["roles/school-nurse/"].html


def _feedback(folder: Path, page_url: str | None = None, **contact: str) -> Feedback:
    settings = Settings(contact=Contact(**contact))
    return create_feedback(Site(create_small_catalogue(folder, {}), DUE, settings=settings), "A & B+?", page_url)


def test_readers_write_to_whoever_runs_the_hub(tmp_path: Path) -> None:
    """The page stands in the mail and in the issue; an address that the host hasn't given is no way."""
    ways = {"email": "hub&help@h.example", "repository": "https://github.com/o/r"}
    assert _feedback(tmp_path, "https://h.example/x/", **ways) == Feedback(
        "mailto:hub%26help@h.example?subject=About%20%E2%80%9CA%20%26%20B%2B%3F%E2%80%9D"
        "&body=https%3A%2F%2Fh.example%2Fx%2F%0D%0A%0D%0A",
        "https://github.com/o/r/issues/new?title=About+%E2%80%9CA+%26+B%2B%3F%E2%80%9D"
        "&body=https%3A%2F%2Fh.example%2Fx%2F%0A%0A",
    )


@pytest.mark.parametrize("repository", ["", "https://git.example/o/r"])
def test_no_issue_where_none_can_be_begun(tmp_path: Path, repository: str) -> None:
    """Other hosts of repositories than GitHub don't fill an issue in from its address."""
    assert _feedback(tmp_path, repository=repository) == Feedback()
