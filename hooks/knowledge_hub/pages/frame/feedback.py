"""Where a reader says what was useful on a page and what is wrong: by e-mail, and where the files are kept."""

import re
from typing import NamedTuple
from urllib.parse import quote, urlencode

from knowledge_hub.pages.frame.site import Site

# GitHub fills a new issue in from its address; other hosts of repositories don't do it in the same way.
_GITHUB_REPOSITORY = re.compile(r"https://[^/]*github[^/]*/[^/]+/[^/]+")


class Feedback(NamedTuple):
    """The addresses of one page's feedback, each with the page named in it; "" where there is no such way."""

    email: str = ""
    issue: str = ""


def create_feedback(site: Site, title: str, page_url: str | None) -> Feedback:
    """Return where readers of a page write about it."""
    contact = site.settings.contact
    if not (contact.email or contact.repository):
        return Feedback()
    subject = site.text("feedback.subject", title=title)
    body = f"{page_url}\n\n" if page_url else ""
    email = f"mailto:{quote(contact.email, safe='@')}?{_encode_mail(subject, body)}" if contact.email else ""
    repository = _GITHUB_REPOSITORY.match(contact.repository)
    issue = f"{repository[0]}/issues/new?{urlencode({'title': subject, 'body': body})}" if repository else ""
    return Feedback(email, issue)


def _encode_mail(subject: str, body: str) -> str:
    # RFC 6068: a space is %20, for a plus sign would be read as one, and lines end with both characters.
    return urlencode({"subject": subject, "body": body.replace("\n", "\r\n")}, quote_via=quote)
