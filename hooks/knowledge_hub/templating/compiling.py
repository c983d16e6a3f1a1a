"""How Jinja writes a template's code here: the words of the interface stand in it, and all of it is one text."""

import re
from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

WORDS = "words"
# Longer texts are on one page, so nobody asks for them again.
_SHORT = 250
# As many short texts are remembered: more than a page has, and few enough to take no room.
_MOST = 50_000
_SPECIAL = re.compile("[&<>\"']").search
# The name of a filter that changes nothing.
WHOLE = "whole"


class _EscapedTexts(dict[str, str]):
    """Short texts as safe HTML by what they say: the titles of records, labels and links stand on many pages."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = str(escape(text)) if _SPECIAL(text) else text
        return made


ESCAPED = _EscapedTexts()


def escape_value(value: object) -> str:
    """Return a value as safe HTML."""
    if type(value) is Markup:
        return value
    if type(value) is str and len(value) < _SHORT:
        return ESCAPED[value]
    return escape(value)


class WordsCompiler(CodeGenerator):
    """Writes the code of a template for an environment that has `words`, a tree of texts.

    Jinja would look each word up and escape it again for every page, and hand each scrap of text through all
    templates around it. Such an environment has `escape_value` and `escaped`, too.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- Jinja's name
        """Write the whole module of a template."""
        words: Mapping[str, Any] = getattr(self.environment, WORDS)
        _Parts(self.environment, (self.name,)).visit(node)
        _Words(words).visit(node)
        # Whether these are there at all may be the question.
        self._tested = {id(asked.node) for asked in node.find_all((nodes.Test, nodes.Filter))}
        if node.find(nodes.Extends) is None:
            # Jinja collects what goes through a filter, and hands it on in one piece.
            node.body = [nodes.FilterBlock(node.body, nodes.Filter(None, WHOLE, [], [], None, None))]
        node.set_environment(self.environment)
        super().visit_Template(node, frame)

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Write what a filter makes; `WHOLE` changes nothing."""
        if node.name == WHOLE:
            self.write(f"concat({frame.buffer})")
        else:
            super().visit_Filter(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        """Write what an attribute is, or the value of a dict by that name, which are most of what templates ask for."""
        if iskeyword(node.attr) or id(node) in self._tested:
            super().visit_Getattr(node, frame)
            return
        name = node.attr
        self.write(f"(one.{name} if (one := ")
        self.visit(node.node, frame)
        self.write(f").__class__ is not dict else one[{name!r}] if {name!r} in one ")
        self.write(f"else environment.getattr(one, {name!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            # What `escape_value` does of most texts, without calling it.
            self.write("(environment.escaped[text] if (text := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(f").__class__ is str and len(text) < {_SHORT} else environment.escape_value(text))")
        else:
            super()._output_child_post(node, frame, finalize)


class _Parts(NodeTransformer):
    """Puts the parts that a template includes into its own code; to call them costs more than to fill them."""

    def __init__(self, environment: Environment, within: tuple[str | None, ...]) -> None:
        self._environment = environment
        self._within = within

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 -- Jinja's name
        loader = self._environment.loader
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        # One that includes itself goes on at its own time.
        if loader is None or name is None or name in self._within:
            return node
        part = self._environment.parse(*loader.get_source(self._environment, name)[:2])
        _Parts(self._environment, (*self._within, name)).visit(part)
        return nodes.Scope(part.body, lineno=node.lineno)


class _Words(NodeTransformer):
    """Puts the texts themselves in the place of their names; what isn't known stays, and is an error when filled."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 -- Jinja's name
        found = self._find(node)
        return self.generic_visit(node) if found is None else nodes.Const(found, lineno=node.lineno)

    def _find(self, node: nodes.Node) -> Any:
        """Return the text or the group of texts that an expression names, None for anything else."""
        if isinstance(node, nodes.Name):
            return self._words if node.name == WORDS and node.ctx == "load" else None
        if not isinstance(node, nodes.Getattr):
            return None
        group = self._find(node.node)
        return group.get(node.attr) if isinstance(group, Mapping) else None
