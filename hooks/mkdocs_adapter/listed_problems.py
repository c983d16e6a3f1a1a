"""How problems end a build: MkDocs prints the message, and a preview shows each of them in the browser."""

from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from knowledge_hub.problems.problem import Problem


class ListedProblems(PluginError):
    """The site can't be built; `problems` say why."""

    def __init__(self, message: str, problems: Iterable[Problem]) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
