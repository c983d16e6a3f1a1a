"""How a build tells of packs that are not as they should be."""

import logging

from knowledge_hub.problems.problem import Problem
from knowledge_hub.problems.reports import render_text

# Not below "mkdocs": there a warning ends a strict build, and these faults are no reason to.
_LOG = logging.getLogger("hub")


def report_notices(notices: tuple[Problem, ...]) -> None:
    """Tell whoever builds what is not as it should be, and go on."""
    if notices:
        _LOG.warning(render_text(notices))
