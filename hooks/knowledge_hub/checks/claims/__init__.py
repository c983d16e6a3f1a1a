"""What documented records claim, and what bears it out.

How numbers, dates and places are found in a text, and the facts that hold them, stands in facts/.
"""

from knowledge_hub.checks.claims.unsourced import check_claims
from knowledge_hub.checks.claims.without_fact import check_facts

__all__ = ["check_claims", "check_facts"]
