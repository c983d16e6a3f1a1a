"""Templates: found by name, whole, and safe; what is compiled is kept."""

from collections import Counter
from typing import Any

import jinja2
import pytest
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from knowledge_hub.templating import compiling
from knowledge_hub.templating.compiling import escape_value
from knowledge_hub.templating.templates import Templates
from knowledge_hub.words.words import Words
from support.builds import ROOT

CORE = ROOT / "hooks" / "knowledge_hub"
FILES = [*(CORE / "templates").rglob("*.html"), *(CORE / "theme" / "partials" / "hub").glob("*.html")]
WORDS = Words().tree
SECTION = {"id": "why", "title": "Why?", "html": Markup("<p>So.</p>"), "is_long": True}


def test_no_two_templates_have_one_name() -> None:
    """A template is found by its name alone, whatever room it stands in; a second one would never be seen."""
    assert [name for name, count in Counter(path.name for path in FILES).items() if count > 1] == []


def test_values_are_escaped() -> None:
    """What a contributor wrote is text, in an element and in an attribute."""
    html = Templates(WORDS).render("link", {"href": '"><script>', "title": "<b>"})
    assert '<a href="&#34;&gt;&lt;script&gt;">&lt;b&gt;</a>' in html


@pytest.mark.parametrize("value", ["plain", "a & b", "<b>", "“it’s”", "it's", '"', "", 3, None, Markup("<b>&amp;</b>")])
def test_a_value_is_escaped_as_everywhere(value: object) -> None:
    """Finished HTML stays as it is, whatever else a value is becomes text."""
    assert escape_value(value) == str(escape(value))


def test_a_value_that_is_missing_is_an_error() -> None:
    """A slip in a name ends the build instead of leaving a gap on a page."""
    with pytest.raises(jinja2.UndefinedError):
        Templates(WORDS).render("paragraph", {})
    with pytest.raises(jinja2.UndefinedError):
        Templates(WORDS).render("linked", {"rows": [{"link": "x"}]})
    with pytest.raises(jinja2.UndefinedError):
        Templates({"record": {}}).render("sections", {"sections": [SECTION]})


def test_what_may_be_missing_can_be_asked_for() -> None:
    """A template may ask whether a value has something, and say what stands in its place."""
    environment = Templates(WORDS)._environment  # noqa: SLF001 -- no template of the hub asks so
    asking = environment.from_string("{% if a.b is defined %}{{ a.b }}{% endif %}{{ a.c | default('none') }}{{ a.d }}")
    assert asking.render(a={"d": "<"}) == "none&lt;"
    assert asking.render(a={"b": 1, "c": 2, "d": 3}) == "123"


def test_a_word_of_the_host_is_text() -> None:
    """Words stand in the compiled code, and are escaped there."""
    html = Templates({"record": {"to_top": "Up & <away>"}}).render("sections", {"sections": [SECTION]})
    assert "Up &amp; &lt;away&gt;</a>" in html


def test_code_is_compiled_once_for_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept is used again, by the same words only; damaged code is made anew."""
    compiled: list[str | None] = []

    class Counting(compiling.WordsCompiler):
        def visit_Template(self, *given: Any) -> None:  # noqa: N802 -- Jinja's name
            compiled.append(self.name)
            super().visit_Template(*given)

    monkeypatch.setattr("knowledge_hub.templating.templates._Environment.code_generator_class", Counting)
    kept: dict[str, bytes] = {}

    def render(words: Any) -> str:
        return Templates(words, kept).render("sections", {"sections": [SECTION]})

    first = render(WORDS)
    assert render(WORDS) == first
    assert compiled == ["sections.html"]
    assert "Nach oben" in render({"record": {"to_top": "Nach oben"}})
    assert len(compiled) == 2
    kept.update({key: code[:-9] for key, code in kept.items()})
    assert render(WORDS) == first
    assert len(compiled) == 3


def test_what_is_included_is_filled_as_by_jinja_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of contents is the same whether its parts are compiled into it or called."""
    contents = [{"id": "why", "title": "Why <so>?"}, {"id": "how", "title": "How"}]
    ours = Templates(WORDS).render("contents-open", {"contents": contents})
    monkeypatch.setattr("knowledge_hub.templating.templates._Environment.code_generator_class", CodeGenerator)
    assert Templates(WORDS, {}).render("contents-open", {"contents": contents}) == ours
    assert "Why &lt;so&gt;?" in ours
