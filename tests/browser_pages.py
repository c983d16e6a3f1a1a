"""The pages that browser tests open, and the watch they are under."""

from collections.abc import Callable
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

OpenPage = Callable[..., Page]
_AXE_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

RECORDS = (
    *("case-studies/river-district/", "communities/network/", "lessons/widen-the-team/"),
    *("roles/school-nurse/", "toolkits/small-test/", "guides/first-steps/"),
)
# One address for every kind of page; the last one isn't there.
PAGES = (
    *("", *RECORDS, "case-studies/", "browse/", "browse/level/local/", "coverage/", "models/", "glossary/"),
    *("sources/", "about/", "accessibility/", "no/such/page/"),
    *("contribute/", "contribute/form/", "contribute/form/?type=toolkit", "contribute/fields/lesson/"),
)


class Watch:
    """Notes what a page does that it must not do: complaints in the console, requests elsewhere, cookies."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self._host = urlsplit(site).netloc
        self._complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("request", lambda request: self._see(request.url))

    def check(self) -> None:
        """Fail with everything that was noted."""
        cookies = [f"cookie {cookie['name']}" for cookie in self.page.context.cookies()]
        assert self._complaints + cookies == []

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser itself says so of a page that isn't there.
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            self._complaints.append(message.text)

    def _see(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self._host:
            self._complaints.append(f"request to {url}")


def find_violations(page: Page) -> list[str]:
    """Return what axe finds on a page as it stands, one line for each rule with the elements."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": list(_AXE_TAGS)}})
    return [
        f"{violation['id']}: {[node['target'] for node in violation['nodes']]}"
        for violation in results.response["violations"]
    ]
