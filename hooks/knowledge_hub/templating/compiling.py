"""How Jinja writes a template's code here: the words of the interface stand in it, and all of it is one text."""

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

WORDS = "words"
# The name of a filter that changes nothing.
WHOLE = "whole"
_SPECIAL = re.compile("[&<>\"']").search


def keep_whole(html: Markup) -> Markup:
    """Return what a template made."""
    return html


def escape_value(value: object) -> str:
    """Return a value as safe HTML; most are short texts without a sign that means something."""
    if type(value) is Markup or (type(value) is str and not _SPECIAL(value)):
        return value
    return escape(value)


class WordsCompiler(CodeGenerator):
    """Writes the code of a template for an environment that has `words`, a tree of texts.

    Jinja would look each word up and escape it again for every page, and hand each scrap of text through all
    templates around it. Such an environment has the filter `whole`, and `escape_value`.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 -- Jinja's name
        """Write the whole module of a template."""
        words: Mapping[str, Any] = getattr(self.environment, WORDS)
        _Words(words).visit(node)
        if node.find(nodes.Extends) is None:
            # Jinja collects what goes through a filter, and hands it on in one piece.
            node.body = [nodes.FilterBlock(node.body, nodes.Filter(None, WHOLE, [], [], None, None))]
        super().visit_Template(node.set_environment(self.environment), frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escape_value(")
        else:
            super()._output_child_pre(node, frame, finalize)


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
        group = self._find(node.node) if isinstance(node, nodes.Getattr) else None
        return group.get(node.attr) if isinstance(group, Mapping) else None
