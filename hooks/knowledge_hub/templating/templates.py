"""The templates of pages: found by name, compiled once, filled with finished values."""

import json
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.runtime import Context
from markupsafe import Markup

from knowledge_hub.sentences import end_sentence
from knowledge_hub.templating.compiled_code import CompiledCode
from knowledge_hub.templating.compiling import ESCAPED, WHOLE, WORDS, WordsCompiler, escape_value

_CORE = Path(__file__).parent.parent
# The rooms are those of pages/. Some parts stand in the shell of every page and on pages of their own.
_ROOMS = ("frame", "sections", "records", "library", "reference")
_FOLDERS = (*(_CORE / "templates" / room for room in _ROOMS), _CORE / "theme" / "partials" / "hub")


class Templates:
    """Every template of one build; a value that isn't finished HTML is escaped, and one that is missing is an error.

    `words` is the tree of the interface's texts, `compiled` keeps code from one build to the next.
    """

    def __init__(self, words: Mapping[str, Any], compiled: MutableMapping[str, bytes] | None = None) -> None:
        self._words = words
        self._environment = _Environment(
            words,
            loader=FileSystemLoader(_FOLDERS),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=None if compiled is None else CompiledCode(compiled, {WORDS: words, "parts": _read_all()}),
        )
        # The parts of the shell that pages share end sentences as the shell does.
        self._environment.filters["end_sentence"] = end_sentence

    def render(self, name: str, values: dict[str, Any]) -> Markup:
        """Return one template filled with finished values, as safe HTML; `name` is its file's, without ".html".

        The words of the interface are put among the values.
        """
        template = self._environment.get_template(name + ".html")
        # What render() does, without copying the values and looking through Jinja's own globals first.
        values[WORDS] = self._words
        context = Context(self._environment, values, name, template.blocks)
        return str.__new__(Markup, "".join(template.root_render_func(context)))


def _read_all() -> list[str]:
    """Return the texts of all templates: the code of one has in it what it includes."""
    return [path.read_text(encoding="utf-8") for folder in _FOLDERS for path in sorted(folder.glob("*.html"))]


_ENCODER = json.JSONEncoder(sort_keys=True)


def _write_json(value: object, **_: object) -> str:
    return _ENCODER.encode(value)


class _Environment(Environment):
    """Jinja's environment with faster look-ups: its own ones of an included template cost more than filling it."""

    code_generator_class = WordsCompiler

    def __init__(self, words: Mapping[str, Any], **options: Any) -> None:
        super().__init__(**options)
        self.words = words
        self.parts: dict[str, Any] = {}
        self.escaped, self.escape_value = ESCAPED, escape_value
        self.filters[WHOLE] = str
        # As Jinja writes it, which sets up an encoder for each value.
        self.policies["json.dumps_function"] = _write_json
        self._made: dict[str, Template] = {}

    def get_template(self, name: str | Template, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Return one template, compiled once."""
        if isinstance(name, Template):
            return name
        if name not in self._made:
            self._made[name] = super().get_template(name, parent, globals)
        return self._made[name]

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return `obj.attribute`; of a dict the value by that name, without failing to find an attribute first."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        try:
            return getattr(obj, attribute)
        except AttributeError:
            return self.undefined(obj=obj, name=attribute)
