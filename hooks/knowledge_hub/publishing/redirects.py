"""Pages at old addresses that lead to the new one; they work on any static host."""

import html
from collections.abc import Iterator

from knowledge_hub.catalogue.catalogue import Catalogue
from knowledge_hub.pages.frame.page import root_from

_STUB = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta http-equiv="refresh" content="0; url={href}">
<meta name="robots" content="noindex">
</head>
<body>
<p>This page has moved: <a href="{href}">{title}</a></p>
</body>
</html>
"""


def create_redirects(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield file path and HTML for each old address of each record."""
    for record in catalogue.records:
        for old in record.redirect_from:
            href = html.escape(root_from(old) + record.address)
            yield f"{old}index.html", _STUB.format(title=html.escape(record.title), href=href)
