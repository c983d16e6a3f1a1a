"""How Jinja writes a template's code here: the words of the interface stand in it, and all of it is one text."""

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

WORDS = "words"
# Parts that were read already, by their names: many templates include the same.
PARTS = "parts"
# Longer texts are on one page, so nobody asks for them again.
_SHORT = 250
# As many short texts are remembered: more than a page has, and few enough to take no room.
_MOST = 50_000
# The name of a filter that changes nothing.
WHOLE = "whole"


class _EscapedTexts(dict[str, str]):
    """Short texts as safe HTML by what they say: the titles of records, labels and links stand on many pages."""

    def __missing__(self, text: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        made = self[text] = str(escape(text)) if _is_special(text) else text
        return made


def _is_special(text: str) -> bool:
    # A pattern of all five takes three times as long.
    return "&" in text or "<" in text or ">" in text or '"' in text or "'" in text


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
    templates around it. Such an environment has `escape_value`, `escaped` and `parts`, too.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- Jinja's name
        """Write the whole module of a template."""
        finished = _Finished(self.environment, self.name)
        finished.visit(node)
        self._tested = finished.tested
        if finished.is_whole:
            # Jinja collects what goes through a filter, and hands it on in one piece.
            node.body = [nodes.FilterBlock(node.body, nodes.Filter(None, WHOLE, [], [], None, None))]
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


class _Finished(NodeTransformer):
    """Puts into a template what is known of it already, in one walk: the parts that it includes, and its words.

    To call parts costs more than to fill them. A word that isn't known stays, and is an error when filled. `tested` are
    the nodes, by their identity, of which it may be asked whether they are there at all; `is_whole` tells that the
    template builds on no other.
    """

    def __init__(self, environment: Environment, name: str | None) -> None:
        self.tested: set[int] = set()
        self.is_whole = True
        self._environment = environment
        self._words: Mapping[str, Any] = getattr(environment, WORDS)
        self._parts: dict[str, tuple[nodes.Template, _Finished]] = getattr(environment, PARTS)
        self._within = [name]

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 -- Jinja's name
        loader = self._environment.loader
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        # One that includes itself goes on at its own time.
        if loader is None or name is None or name in self._within:
            return node
        if name not in self._parts:
            part = self._environment.parse(*loader.get_source(self._environment, name)[:2])
            finished = _Finished(self._environment, name)
            finished._within += self._within
            finished.visit(part)
            self._parts[name] = part, finished
        part, finished = self._parts[name]
        self.tested |= finished.tested
        self.is_whole = self.is_whole and finished.is_whole
        return nodes.Scope(part.body, lineno=node.lineno)

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:  # noqa: N802 -- Jinja's name
        self.is_whole = False
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802 -- Jinja's name
        return self._visit_tested(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802 -- Jinja's name
        return self._visit_tested(node)

    def _visit_tested(self, node: nodes.Test | nodes.Filter) -> nodes.Node:
        self.generic_visit(node)
        self.tested.add(id(node.node))
        return node

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 -- Jinja's name
        found = self._find_word(node)
        return self.generic_visit(node) if found is None else nodes.Const(found, lineno=node.lineno)

    def _find_word(self, node: nodes.Node) -> Any:
        """Return the text or the group of texts that an expression names, None for anything else."""
        if isinstance(node, nodes.Name):
            return self._words if node.name == WORDS and node.ctx == "load" else None
        if not isinstance(node, nodes.Getattr):
            return None
        group = self._find_word(node.node)
        return group.get(node.attr) if isinstance(group, Mapping) else None
