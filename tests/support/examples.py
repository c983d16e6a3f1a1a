"""How many made-up examples the two tests of anything try: 200 in the suite, more by hand."""

import os

EXAMPLES = int(os.environ.get("HUB_EXAMPLES", "200"))
