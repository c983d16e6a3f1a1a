"""The pages that browser tests open, and the watch they are under."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Route

OpenPage = Callable[..., Page]

RECORDS = (
    *("case-studies/river-district/", "communities/network/", "lessons/widen-the-team/"),
    *("roles/school-nurse/", "toolkits/small-test/", "guides/first-steps/", "pathways/first-week/"),
)
# One address for every kind of page; the last one isn't there.
PAGES = (
    *("", *RECORDS, "case-studies/", "browse/", "browse/level/local/", "coverage/", "models/", "glossary/", "new/"),
    "cite/",
    *("search/", "search/?q=team", "sources/", "change-packages/", "change-packages/teaming/"),
    *("my-list/", "my-list/?list=toolkits/small-test,about,no/such/page"),
    *("contribute/", "contribute/form/", "contribute/form/?type=toolkit", "contribute/fields/lesson/"),
    *("about/statistics/", "people/", "people/editors/", "thanks/"),
    *("run-chart-maker/", "about/", "about/upkeep/", "data/", "accessibility/", "no/such/page/"),
)


def visit(page: Page, address: str) -> None:
    """Open a page and wait for what it looks up, if it does: results and cards push the rest down."""
    page.goto(address)
    wait_for_answer(page)


def wait_for_answer(page: Page) -> None:
    """Wait for the first result, or for the cards of a list, if the page was opened with a question or one."""
    if "?q=" in page.url:
        page.locator(".hub-card--result").first.wait_for()
    if "?list=" in page.url:
        page.locator(".hub-card--listed").nth(page.url.count(",")).wait_for()


def hold(page: Page, script: str) -> Callable[[], None]:
    """Keep a script on its way, as over a slow line, until what is returned is called."""
    held: list[Route] = []
    page.route(script, lambda route: held.append(route))  # noqa: PLW0108 -- Playwright can’t mark a built-in function

    def let_go() -> None:
        for route in held:
            route.continue_()
        page.unroute(script)

    return let_go


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
        found = self._complaints + cookies
        assert found == [], found

    def _hear(self, message: ConsoleMessage) -> None:
        # The browser itself says so of a page that isn't there.
        if message.type in ("error", "warning") and "status of 404" not in message.text:
            self._complaints.append(message.text)

    def _see(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).netloc != self._host:
            self._complaints.append(f"request to {url}")
