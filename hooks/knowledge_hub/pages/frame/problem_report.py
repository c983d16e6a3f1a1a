"""Where a reader reports a mistake on a page: a new issue where the files are kept, with the page named in it."""

import re
from urllib.parse import urlencode

_GITHUB_REPOSITORY = re.compile(r"https://github\.com/[^/]+/[^/]+/")


def create_report_address(edit_url: str | None, title: str, page_url: str | None) -> str:
    """Return the address of a new issue about a page, "" where the files aren't on GitHub."""
    repository = _GITHUB_REPOSITORY.match(edit_url or "")
    if repository is None:
        return ""
    body = f"What is wrong on {page_url or 'this page'}?\n\n"
    return f"{repository[0]}issues/new?{urlencode({'title': f'Problem on “{title}”', 'body': body})}"
