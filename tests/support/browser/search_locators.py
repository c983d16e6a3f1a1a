"""Where the browser tests of search look and point."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page


def box(page: Page) -> Locator:
    """Return the search box of the shell."""
    return page.locator("#search-header")


def cards(page: Page) -> Locator:
    """Return the results on the search page."""
    return page.locator(".hub-card--result")


def choice(page: Page, label: str) -> Locator:
    """Return the check box of a value by how its label begins."""
    return page.get_by_role("checkbox", name=re.compile(f"^{label}"))


def status(page: Page) -> Locator:
    """Return where the search page says what it found."""
    return page.locator("[data-hub-search-status]")


def parameters(page: Page) -> dict[str, list[str]]:
    """Return the state in the page's address."""
    return parse_qs(urlsplit(page.url).query)


def change_entry(page: Page, site: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Let a page have another entry of the index than the one that was built."""
    entry = json.loads((site / "search/index.json").read_text(encoding="utf-8"))
    change(entry)
    page.route("**/search/index.json", lambda route: route.fulfill(json=entry))
