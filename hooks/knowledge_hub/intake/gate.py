"""The rules that a browser can run before anything is handed in, as data: the form refuses what the check refuses.

Lengths, choices and required answers are in the schemas beside it.
"""

import json
import re

from knowledge_hub.checks.privacy import describe_privacy_rules, toll_free_codes
from knowledge_hub.checks.texts.browser_patterns import create_browser_pattern
from knowledge_hub.checks.texts.plain_reading import HIDDEN
from knowledge_hub.checks.texts.scanning import LINK_SIGNS
from knowledge_hub.checks.wording import describe_wording_rules
from knowledge_hub.pasted_text import describe_cleaning
from knowledge_hub.records.single_files.phrases_to_avoid import Wording
from knowledge_hub.yaml_text.source_text import FORBIDDEN

GATE = "schemas/gate.json"
# Also what no file may hold: the form leaves it out, and the check need not name it.
_CLEANING = ((re.compile("\r\n?"), "\n"), *describe_cleaning(), (FORBIDDEN, ""))


def create_gate(wording: Wording) -> str:
    """Return the rules as JSON; its shape is that which theme/assets/hub/contribute/gate.js reads."""
    gate = {
        "privacy": list(describe_privacy_rules()),
        "wording": list(describe_wording_rules(wording)),
        "address": create_browser_pattern(LINK_SIGNS),
        "toll_free": toll_free_codes(),
        "hidden": create_browser_pattern(HIDDEN),
        "cleaning": [{**create_browser_pattern(pattern), "by": by} for pattern, by in _CLEANING],
    }
    return json.dumps(gate, sort_keys=True) + "\n"
