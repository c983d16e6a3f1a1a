"""The rules that a browser can run before anything is handed in, as data: the form refuses what the check refuses.

Lengths, choices and required answers are in the schemas beside it.
"""

import json

from knowledge_hub.checks.browser_patterns import create_browser_pattern
from knowledge_hub.checks.privacy import describe_privacy_rules, toll_free_codes
from knowledge_hub.checks.scanning import LINK_SIGNS
from knowledge_hub.checks.wording import describe_wording_rules
from knowledge_hub.records.single_files.phrases_to_avoid import Wording
from knowledge_hub.yaml_text.source_text import FORBIDDEN

GATE = "schemas/gate.json"
# What word processors leave in a text: marks at which a word may be broken, spaces at which a line may not,
# and bullets of their symbol fonts. Joiners (U+200C, U+200D) stay: Persian and emoji are written with them.
_BREAKS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"
_SPACES = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_REMOVED = f"\u00ad|{FORBIDDEN.pattern}"
_BULLETS = (
    "(?<=^[ \t]*)(?:[\u2022\u2023\u2043\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u00b7\u2219\u27a2"
    "\uf0b7\uf0a7\uf0d8\uf076][ \t]*|o\t[ \t]*)"
)


def create_gate(wording: Wording) -> str:
    """Return the rules as JSON; its shape is that which theme/assets/hub/contribute/gate.js reads."""
    gate = {
        "privacy": list(describe_privacy_rules()),
        "wording": list(describe_wording_rules(wording)),
        "address": create_browser_pattern(LINK_SIGNS),
        "toll_free": toll_free_codes(),
        "cleaning": [
            {"source": _BREAKS, "flags": "gu", "by": "\n"},
            {"source": _SPACES, "flags": "gu", "by": " "},
            {"source": _REMOVED, "flags": "gu", "by": ""},
            {"source": _BULLETS, "flags": "gmu", "by": "- "},
        ],
    }

    return json.dumps(gate, sort_keys=True) + "\n"
