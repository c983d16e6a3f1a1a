"""Templates: found by name, whole, and safe."""

from collections import Counter

import jinja2
import pytest

from knowledge_hub.pages.frame.templates import Templates
from support.builds import ROOT

CORE = ROOT / "hooks" / "knowledge_hub"
FILES = [*(CORE / "templates").rglob("*.html"), *(CORE / "theme" / "partials" / "hub").glob("*.html")]


def test_no_two_templates_have_one_name() -> None:
    """A template is found by its name alone, whatever room it stands in; a second one would never be seen."""
    assert [name for name, count in Counter(path.name for path in FILES).items() if count > 1] == []


def test_values_are_escaped() -> None:
    """What a contributor wrote is text, in an element and in an attribute."""
    html = Templates().render("linked", {"rows": [{"href": '"><script>', "title": "<b>", "statement": "&"}]})
    assert '<a href="&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>' in html


def test_a_value_that_is_missing_is_an_error() -> None:
    """A slip in a name ends the build instead of leaving a gap on a page."""
    with pytest.raises(jinja2.UndefinedError):
        Templates().render("paragraph", {})
    with pytest.raises(jinja2.UndefinedError):
        Templates().render("linked", {"rows": [{"href": "x"}]})
