"""When a rolling issue is made, changed and closed."""

from typing import Any

import pytest

from issues.rolling import BOT, TITLES, Issue, find_issue, mark, plan

MARK = mark("reviews")
MENDED = f"{MARK}\nNo review is due. This issue opens again when one is.\n"
CLOSED = {"state": "closed", "state_reason": "completed"}


def _issue(body: str = "", *, is_open: bool = True, is_declined: bool = False) -> Issue:
    return Issue(7, f"{MARK}\n{body}", is_open, is_declined)


@pytest.mark.parametrize(
    ("issue", "due", "changes"),
    [
        (None, "", None),
        (None, "- a", {"title": TITLES["reviews"], "body": f"{MARK}\n- a\n"}),
        (_issue("- a"), "- a", None),
        (_issue("- a\r\n"), "- a\n", None),
        (_issue("- a"), "- b", {"body": f"{MARK}\n- b\n"}),
        (_issue("- a"), "", {"body": MENDED, **CLOSED}),
        (Issue(7, MENDED, is_open=True, is_declined=False), "", CLOSED),
        (Issue(7, MENDED, is_open=False, is_declined=False), "", None),
        (Issue(7, MENDED, is_open=False, is_declined=False), "- a", {"body": f"{MARK}\n- a\n", "state": "open"}),
        (_issue("- a", is_open=False), "- a", None),
        (_issue("- a", is_open=False), "- b", {"body": f"{MARK}\n- b\n", "state": "open"}),
        (_issue("- a", is_open=False, is_declined=True), "- b", {"body": f"{MARK}\n- b\n"}),
        (_issue("- a", is_open=False), "", {"body": MENDED}),
    ],
)
def test_an_issue_changes_only_with_what_is_due(issue: Issue | None, due: str, changes: dict[str, str] | None) -> None:
    """What somebody closed by hand stays closed until something else is due; “not planned” is for good."""
    change = plan("reviews", issue, due)
    assert (change.fields if change else None) == changes
    if issue and change:
        assert change.number == 7


def test_the_issue_of_a_kind_is_known_by_its_author_and_its_mark() -> None:
    """An issue that somebody else wrote, with or without the mark, is never touched; the open one counts, then the oldest."""

    def listed(number: int, **changes: Any) -> dict[str, object]:
        own = {"user": BOT, "body": f"{MARK}\nx", "state": "open", "state_reason": None}
        return {"number": number, **own, **changes}

    others = [
        listed(1, user="somebody"),
        listed(2, body="x"),
        listed(3, body=None),
        listed(4, body=f"{mark('links')}\nx"),
        listed(5, body=f"I quote: {MARK}"),
    ]
    assert find_issue("reviews", others) is None
    assert find_issue("reviews", [*others, listed(9), listed(8)]) == Issue(8, f"{MARK}\nx", True, False)
    closed = listed(6, state="closed", state_reason="not_planned")
    assert find_issue("reviews", [closed, listed(9)]) == Issue(9, f"{MARK}\nx", True, False)
    assert find_issue("reviews", [closed]) == Issue(6, f"{MARK}\nx", False, True)
