"""In Firefox, too, a worksheet or the form is filled, left, found again and erased, in two tabs, and what is said is so."""

from collections.abc import Iterator

import pytest

from support.browser.firefox import Firefox, StayedError, start_firefox

pytestmark = pytest.mark.slow

SAID = "(part, text) => document.querySelector(`[data-worksheet-${part}]`)?.textContent === text"
HAS = "(selector, text) => document.querySelector(selector)?.value === text"
QUESTION, WHAT = "[data-field=question] input", "[data-field=tasks] tr:nth-child(2) [data-column=what] textarea"
LEFT_IN_STORAGE = "() => [localStorage.length, sessionStorage.length]"


@pytest.fixture(scope="module")
def firefox() -> Iterator[Firefox]:
    """Firefox, started once; it stays where a page asks whether it may be left."""
    with start_firefox(stays=True) as firefox:
        yield firefox


@pytest.fixture
def address(tiny_address: str) -> str:
    """The address of the worksheet, open."""
    return f"{tiny_address}toolkits/small-test/#worksheet-plan"


@pytest.fixture
def sheet(firefox: Firefox, address: str) -> Firefox:
    """The worksheet in a tab of its own, with an answer that is kept in the browser."""
    tab = _open(firefox, address)
    tab.write("Our question", "Does it work?")
    tab.click("Save answers in this browser")
    tab.wait("() => localStorage.length === 1")
    return tab


def _open(firefox: Firefox, address: str) -> Firefox:
    tab = firefox.open_tab()
    tab.visit(address)
    return tab


def _erase(tab: Firefox) -> None:
    tab.click("Erase my answers")
    tab.wait(SAID, "status", "Erased. Nothing of this worksheet is left in this browser.")


def test_what_was_kept_is_back(sheet: Firefox, address: str) -> None:
    """Nothing asks where all is kept; the answers are there again on the next visit, as it is said."""
    sheet.wait(SAID, "state", "Saved in this browser.")
    sheet.visit(address.partition("toolkits/")[0])
    sheet.visit(address)
    sheet.wait(SAID, "status", "Your saved answers are back.")
    assert sheet.value("Our question") == "Does it work?"
    _erase(sheet)
    sheet.close()


def test_two_tabs_know_of_each_other(firefox: Firefox, sheet: Firefox, address: str) -> None:
    """What each tab types is in both, and the other one is told; an erase reaches both, and the storage is empty."""
    other = _open(firefox, address)
    other.write("What, row 2", "Ask")
    sheet.wait(HAS, WHAT, "Ask")
    sheet.wait(SAID, "status", "What was written in another tab is here, too.")
    sheet.write("Our question", " Yes.")
    other.wait(HAS, QUESTION, "Does it work? Yes.")
    _erase(sheet)
    other.wait(SAID, "status", "Erased in another tab. Nothing of it is left in this browser.")
    assert other.run("(...fields) => fields.map((field) => document.querySelector(field).value)", QUESTION, WHAT) == [
        "",
        "",
    ]
    # A tab that closes writes nothing back.
    other.close()
    sheet.visit(address.partition("toolkits/")[0])
    assert sheet.run(LEFT_IN_STORAGE) == [0, 0]
    sheet.visit(address)
    assert sheet.value("Our question") == ""
    sheet.close()


def test_leaving_asks_while_something_is_unsaved(firefox: Firefox, address: str) -> None:
    """A page with unsaved answers isn't left without a question; once they are erased it is."""
    tab = _open(firefox, address)
    tab.write("Our question", "Typed")
    tab.wait(SAID, "state", "Not saved: it is gone when you leave this page.")
    with pytest.raises(StayedError):
        tab.visit(address.partition("toolkits/")[0])
    assert tab.value("Our question") == "Typed"
    assert tab.run(LEFT_IN_STORAGE) == [0, 0]
    _erase(tab)
    tab.visit(address.partition("toolkits/")[0])
    tab.close()


def test_a_draft_of_the_form_is_back(firefox: Firefox, tiny_address: str) -> None:
    """Leaving asks until the draft is kept; then it is there on the next visit, and after an erase nothing is."""
    address = f"{tiny_address}contribute/form/?type=lesson"
    tab = _open(firefox, address)
    tab.write("Title of the lesson", "Meet each week")
    with pytest.raises(StayedError):
        tab.visit(tiny_address)
    tab.click("Keep a draft in this browser")
    tab.wait("() => localStorage.length === 1")
    tab.visit(tiny_address)
    tab.visit(address)
    assert tab.value("Title of the lesson") == "Meet each week"
    tab.click("Erase what I wrote")
    tab.wait("() => localStorage.length === 0")
    assert tab.value("Title of the lesson") == ""
    tab.close()
