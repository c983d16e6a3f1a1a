"""The search engine alone: its modules on an empty page, and indexes that a test writes by hand."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Route

from support.builds import ROOT

MODULES = ROOT / "hooks/knowledge_hub/theme/assets/hub/search"
_ORIGIN = "https://engine.example/"
# What the engine says of questions about an index, as far as JSON can hold it.
_ASK = """async ([files, questions]) => {
  const [{ openIndex }, { ask, mend, findNearWords }] =
    await Promise.all(["index", "asking"].map((name) => import(`/engine/${name}.js`)));
  const fetched = [];
  const read = async (name) => {
    fetched.push(name);
    if (!(name in files)) throw new Error(`${name} is not there`);
    return files[name];
  };
  const answers = [];
  for (const { text, ...options } of questions) {
    fetched.length = 0;
    const index = await openIndex(read);
    const found = await ask(index, text, options);
    answers.push({
      asked: found.asked,
      ids: found.ids,
      total: found.total,
      unknown: found.unknown,
      answers: found.answers,
      sections: found.ids.map(found.section),
      isBest: found.isBest,
      fetched: [...fetched],
      counts: await found.count(),
      mended: found.unknown.length ? await mend(index, text, found.unknown) : "",
      near: found.unknown.length ? await findNearWords(index, found.unknown.join(" ")) : [],
    });
  }
  return answers;
}"""


class Group(NamedTuple):
    """One group of words: its forms, and for each document the weight, section and positions."""

    forms: list[str]
    documents: dict[int, tuple[int, int, list[int]]]


class Engine:
    """The modules as they stand in the sources, in a browser."""

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_context().new_page()
        self.page.route(f"{_ORIGIN}**", _serve)
        self.page.goto(_ORIGIN)

    def run(self, module: str, expression: str, *values: Any) -> Any:
        """Return what an expression over a `module` of search and `values` gives."""
        script = f"([values]) => import('/{module}.js').then((module) => {expression})"
        return self.page.evaluate(script, [list(values)])

    def ask(self, index: Mapping[str, Any], *questions: str | dict[str, Any]) -> list[dict[str, Any]]:
        """Return what the engine says of each question, which is a text or `text` with the options of `ask`."""
        asked = [{"text": question} if isinstance(question, str) else question for question in questions]
        answers: list[dict[str, Any]] = self.page.evaluate(_ASK, [dict(index), asked])
        return answers


def create_index(
    count: int,
    groups: Mapping[str, Group],
    *,
    starts: Iterable[str] = ("",),
    facets: Mapping[str, Mapping[str, list[int]]] | None = None,
    words: Iterable[str] = (),
    **entry: Any,
) -> dict[str, Any]:
    """Return the files of an index by their names; `starts` are the first forms of its shards."""
    firsts = list(starts)
    ends: list[str | None] = [*firsts[1:], None][: len(firsts)]
    files: dict[str, Any] = {}
    for number, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        within = {
            key: group
            for key, group in groups.items()
            if any(form >= first and (end is None or form < end) for form in _find_places(key, group, entry))
        }
        files[f"terms-{number}.json"] = {key: _write_group(group) for key, group in within.items()}
        files[f"positions-{number}.json"] = {
            key: [_write_deltas(group.documents[id_][2]) for id_ in sorted(group.documents)]
            for key, group in within.items()
        }
    files["facets-0.json"] = {
        facet: {value: _write_deltas(ids) for value, ids in values.items()} for facet, values in (facets or {}).items()
    }
    files["words-0.json"] = list(words)
    files["index.json"] = {
        "version": 2,
        "count": count,
        "shards": [[first, f"{number}.json"] for number, first in enumerate(firsts)],
        "titles": {"size": 64, "files": []},
        "cards": {"size": 32, "files": []},
        "facets": "facets-0.json",
        "words": "words-0.json",
        "ranks": [],
        "stop": [],
        "stems": {},
        "concepts": [],
        "answers": [],
        **entry,
    }
    files["index.json"]["ranks"] = [[factor, _write_deltas(ids)] for factor, ids in files["index.json"]["ranks"]]
    return json.loads(json.dumps(files))  # type: ignore[no-any-return]


def _find_places(key: str, group: Group, entry: Mapping[str, Any]) -> list[str]:
    """Return the words that lead to a group.

    A title lies beside its first word, a concept beside the longest word of each of its phrases, an abbreviation
    beside its small letters.
    """
    if key.endswith("="):
        return [key.removesuffix("=").split()[0]]
    if not key[1:].isdecimal() or not key.startswith("~"):
        return [*group.forms, *(form.lower() for form in group.forms)]
    words = [max(reversed(phrase.split()), key=len) for phrase in entry["concepts"][int(key[1:])]]
    return [*words, *(form for form, stem in entry.get("stems", {}).items() if stem in words)]


def _write_group(group: Group) -> list[Any]:
    ids = sorted(group.documents)
    weights = "".join(_digit(group.documents[id_][0]) for id_ in ids)
    sections = "".join(_digit(group.documents[id_][1]) for id_ in ids)
    return [sorted(group.forms), _write_deltas(ids), weights, sections]


def _write_deltas(numbers: list[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _digit(number: int) -> str:
    return "0123456789abcdefghijklmnopqrstuvwxyz"[number]


def _serve(route: Route) -> None:
    path: Path = MODULES / urlsplit(route.request.url).path.lstrip("/")
    if path.suffix == ".js":
        route.fulfill(path=path, content_type="text/javascript")
    else:
        route.fulfill(body="<!doctype html><title>Engine</title>", content_type="text/html")
