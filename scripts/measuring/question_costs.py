"""What a reader's first question costs, for every question of the list: bytes as they travel, and requests.

The search engine itself is asked, with each question as the first one after a fresh visit; the files that it fetches
are counted as a page's box needs them: the script of suggestions, the entry, terms, titles of the pages shown.
"""

import gzip
import json
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from measuring.site_browser import open_browser

# What the search promises of the first suggestion.
MOST_BYTES = 60_000
MOST_REQUESTS = 6
_ENGINE = Path("hooks/knowledge_hub/theme/assets/hub/search/engine")
_SCRIPT = "assets/hub/search/suggestions.js"
# Suggestions below a box.
_SHOWN = 6
_ASK = """async ([files, questions, shown]) => {
  const [{ openIndex }, { ask, mend }] = await Promise.all(["index", "asking"].map((name) => import(`/${name}.js`)));
  const needed = [];
  for (const text of questions) {
    const fetched = [];
    const index = await openIndex(async (name) => (fetched.push(name), files[name]));
    const own = await ask(index, text);
    const better = own.unknown.length && own.total === 0 ? await mend(index, text, own.unknown) : "";
    const found = better ? await ask(index, better) : own;
    await Promise.all(found.ids.slice(0, shown).map((id) => index.title(id)));
    needed.push(fetched);
  }
  return needed;
}"""


@dataclass(frozen=True)
class Cost:
    """What one question takes until suggestions are shown."""

    question: str
    size: int
    requests: int

    @property
    def is_kept(self) -> bool:
        """Tell whether it is within what is promised."""
        return self.size <= MOST_BYTES and self.requests <= MOST_REQUESTS


def find_costs(root: Path, site: Path, questions: Sequence[str]) -> list[Cost]:
    """Return the cost of each question in a built site; ends the program with a sentence without a browser."""

    @cache
    def measure(path: str) -> int:
        return len(gzip.compress((site / path).read_bytes()))

    return [
        Cost(question, measure(_SCRIPT) + sum(measure(f"search/{name}") for name in names), 1 + len(names))
        for question, names in zip(questions, _ask(root, site, questions), strict=True)
    ]


def _ask(root: Path, site: Path, questions: Sequence[str]) -> list[list[str]]:
    """Return the files of the index that the engine fetches for each question."""
    files = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (site / "search").glob("*.json")}
    with open_browser(root / _ENGINE) as (browser, address):
        page = browser.new_page()
        page.goto(f"{address}index.js")
        needed: list[list[str]] = page.evaluate(_ASK, [files, list(questions), _SHOWN])
    return needed


def find_middle(costs: Sequence[Cost]) -> tuple[float, float]:
    """Return the median of the bytes and that of the requests."""
    return statistics.median(cost.size for cost in costs), statistics.median(cost.requests for cost in costs)


def describe_costs(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield what the questions take: in the middle, nine of ten, the worst, and how many are over the promise."""
    sizes, requests = sorted(cost.size for cost in costs), sorted(cost.requests for cost in costs)
    ninth = len(costs) * 9 // 10
    yield f"{len(costs)} questions, each the first one typed into the box of a page:"
    size, number = find_middle(costs)
    yield f"  median {size / 1000:.1f} kB in {number:.0f} requests"
    yield f"  nine of ten at most {sizes[ninth] / 1000:.1f} kB; {requests[ninth]} requests"
    yield f"  most {sizes[-1] / 1000:.1f} kB; {requests[-1]} requests"
    over_size = sum(cost.size > MOST_BYTES for cost in costs)
    over_requests = sum(cost.requests > MOST_REQUESTS for cost in costs)
    over = sum(not cost.is_kept for cost in costs)
    yield f"  over {MOST_BYTES / 1000:.0f} kB {over_size}, over {MOST_REQUESTS} requests {over_requests}, either {over}"
    worst = max(costs, key=lambda cost: cost.size)
    yield f"  the costliest: {worst.question}"
