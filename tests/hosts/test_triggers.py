"""Which event starts which workflow, by their own words."""

import pytest

from support.builds import ROOT
from support.workflow_runs import Event, read_workflow, starts


@pytest.mark.parametrize(
    ("event", "jobs"),
    [
        (Event(name="push", branch="trunk", default_branch="trunk"), {"check"}),
        (Event(name="push", branch="release/1", default_branch="release/1"), {"check"}),
        (Event(name="push", branch="main", default_branch="trunk"), set()),
        (Event(name="push", branch="topic"), set()),
        (Event(name="pull_request", branch="topic"), {"check"}),
        (Event(name="schedule", branch="trunk", default_branch="trunk"), {"check"}),
        (Event(name="workflow_dispatch", branch="trunk", default_branch="trunk"), {"check"}),
        (Event(name="workflow_dispatch", branch="topic"), set()),
    ],
    ids=lambda value: f"{value.name}-{value.branch}-of-{value.default_branch}" if isinstance(value, Event) else "",
)
def test_only_the_default_branch_is_published_whatever_its_name(event: Event, jobs: set[str]) -> None:
    """A push to any other branch starts nothing."""
    assert starts(read_workflow(ROOT, "pages"), event) == jobs


@pytest.mark.parametrize(
    ("event", "jobs"),
    [
        (Event(name="schedule", branch="trunk", default_branch="trunk"), {"look"}),
        (Event(name="workflow_dispatch", branch="trunk", default_branch="trunk"), {"look"}),
        (Event(name="workflow_dispatch", branch="topic"), set()),
        (Event(name="push"), set()),
        (Event(name="pull_request", branch="topic"), set()),
    ],
    ids=["schedule", "by-hand", "by-hand-elsewhere", "push", "pull-request"],
)
def test_only_the_default_branch_is_looked_after(event: Event, jobs: set[str]) -> None:
    """What lies on a branch is nobody's duty yet."""
    assert starts(read_workflow(ROOT, "upkeep"), event) == jobs


@pytest.mark.parametrize(
    ("event", "is_tested"),
    [
        (Event(name="push", changed=("hooks/hub.py",)), True),
        (Event(name="push", branch="trunk", default_branch="trunk", changed=("hooks/hub.py",)), True),
        (Event(name="push", branch="topic", changed=("hooks/hub.py",)), False),
        (Event(name="push", changed=("content/lessons/a.yml", "mkdocs.yml")), False),
        (Event(name="push", is_created=True, changed=("hooks/hub.py", "content/lessons/a.yml")), False),
        (Event(name="pull_request", branch="topic", changed=("tests/test_dates.py",)), True),
        (Event(name="workflow_dispatch", branch="topic"), True),
    ],
    ids=["code", "trunk", "other-branch", "content", "made-from-the-template", "pull-request", "by-hand"],
)
def test_code_is_tested_only_where_it_changed(event: Event, *, is_tested: bool) -> None:
    """A host's first push brings all of the code, and none of it is new."""
    assert bool(starts(read_workflow(ROOT, "code"), event)) == is_tested
