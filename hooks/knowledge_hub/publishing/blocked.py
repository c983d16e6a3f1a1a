"""What stands in a hand-written page and will not show, because the page's policy blocks it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import NamedTuple

from knowledge_hub.problems.problem import Problem
from knowledge_hub.settings.outside import Outside


class _Blocked(NamedTuple):
    """How an element is called, and what to do instead of loading it from elsewhere."""

    name: str
    instead: str


_LIST_HOST = "List its host in mkdocs.yml, extra: allowed_hosts, or link to it."
_PICTURE = _Blocked("picture", "Put the file into docs/, or list its host in mkdocs.yml, extra: allowed_hosts.")
# By element and attribute; what may be listed as a host comes with that advice.
_LISTED = {
    ("iframe", "src"): _Blocked("frame", _LIST_HOST),
    ("img", "src"): _PICTURE,
    ("img", "srcset"): _PICTURE,
    ("source", "src"): _Blocked("video or sound", _LIST_HOST),
    ("source", "srcset"): _PICTURE,
    ("video", "src"): _Blocked("video", _LIST_HOST),
    ("video", "poster"): _PICTURE,
    ("audio", "src"): _Blocked("sound", _LIST_HOST),
    ("track", "src"): _Blocked("subtitles", _LIST_HOST),
}
_NEVER = {
    ("script", "src"): _Blocked("script", "Put the file into docs/ and name it in mkdocs.yml, extra_javascript."),
    ("link", "href"): _Blocked("style sheet", "Put the file into docs/ and name it in mkdocs.yml, extra_css."),
    ("form", "action"): _Blocked("form", "Link to the form instead."),
}
_EMBEDDED = _Blocked("embedded object", "Link to the file instead.")
_STYLE = _Blocked("inline style", "Put the rule into a style sheet in docs/ and name it in mkdocs.yml, extra_css.")
_HANDLER = _Blocked("script in an attribute", "Put the code into a file in docs/ and name it in extra_javascript.")


class _Finder(HTMLParser):
    """Collects what is blocked: the rule, and the words by which the place is found in the source."""

    def __init__(self, outside: Outside) -> None:
        super().__init__()
        self.found: list[tuple[_Blocked, str]] = []
        self._outside = outside

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"object", "embed"}:
            self.found.append((_EMBEDDED, dict(attrs).get("data") or dict(attrs).get("src") or tag))
        if tag == "style":
            self.found.append((_STYLE, "<style"))
        for name, value in attrs:
            self.found += self._judge(tag, name, value or "", dict(attrs).get("rel") or "")

    def _judge(self, tag: str, name: str, value: str, relation: str) -> Iterator[tuple[_Blocked, str]]:
        if name == "style":
            yield _STYLE, value
        elif name.startswith("on"):
            yield _HANDLER, name
        elif rule := _LISTED.get((tag, name)):
            addresses = [part.split()[0] for part in value.split(",") if part.strip()] if name == "srcset" else [value]
            yield from ((rule, item) for item in addresses if _is_outside(item) and not self._outside.allows(item))
        elif (rule := _NEVER.get((tag, name))) and _is_outside(value) and (tag != "link" or "stylesheet" in relation):
            yield rule, value


def find_blocked(html: str, path: str, source: str, outside: Outside) -> list[Problem]:
    """Return a problem for each thing in a page's HTML that its policy blocks.

    `path` and `source` are the Markdown file; the line is the first one that has the words.
    """
    finder = _Finder(outside)
    finder.feed(html)
    return [
        Problem(path, _find_line(source, words), 1, "blocked-content", _explain(rule, words), rule.instead)
        for rule, words in dict.fromkeys(finder.found)
    ]


def _explain(rule: _Blocked, words: str) -> str:
    return f"Browsers will block this {rule.name}: “{words}”."


def _is_outside(address: str) -> bool:
    return address.strip().lower().startswith(("http:", "https:", "//"))


def _find_line(source: str, words: str) -> int:
    return next((number for number, line in enumerate(source.splitlines(), start=1) if words in line), 1)
