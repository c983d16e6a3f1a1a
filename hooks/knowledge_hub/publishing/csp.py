"""The Content-Security-Policy of a finished page, as a <meta> element: static hosts let nobody set headers.

A policy in <meta> can't forbid that other sites frame a page (`frame-ancestors` is ignored there).
"""

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape

from knowledge_hub.publishing.page_head import read_head
from knowledge_hub.settings.outside import Outside

_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self'{scripts}",
    "style-src 'self'",
    "img-src 'self' data:{hosts}{report}",
    "media-src 'self'{hosts}",
    "frame-src 'self'{hosts}",
    "font-src 'self'",
    "connect-src 'self'{counter}",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
)
POLICY = 'http-equiv="Content-Security-Policy"'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_RUN_TYPES = frozenset({"module", "text/javascript", "application/javascript", "importmap", "speculationrules"})


def add_policy(html: str, outside: Outside | None = None) -> str:
    """Return the page with its policy right after the charset, before anything it has to hold for.

    Call it after every other change: a changed inline script no longer has its hash. A page that
    has a policy in its head keeps it, and comes back as it was. Browsers look for the charset in a page's
    first 1,024 bytes only, so it comes before the policy; where a page declares none, it is UTF-8.
    """
    head = read_head(html)
    if head.has_policy:
        return html
    meta = f'<meta {POLICY} content="{create_policy(html, outside)}">'
    if head.end_of_charset is not None:
        return f"{html[: head.end_of_charset]}\n    {meta}{html[head.end_of_charset :]}"
    charset = f'<meta charset="{escape(head.charset or "utf-8")}">'
    return f"{html[: head.start]}{charset}\n    {meta}\n{html[head.start :]}"


def create_policy(html: str, outside: Outside | None = None) -> str:
    """Return the policy that lets a page load from its own site and run just the scripts it has.

    What `outside` lists may be shown, too, and its counter may load and report.
    """
    outside = outside or Outside()
    origin = outside.analytics.origin if outside.analytics else ""
    counter = f" {origin}" if origin else ""
    hashes = "".join(f" '{value}'" for value in sorted(set(_inline_script_hashes(html))))
    hosts = "".join(f" https://{host}" for host in outside.hosts)
    # Many counters report by a picture.
    report = "" if counter in hosts else counter
    return "; ".join(_DIRECTIVES).format(scripts=f"{hashes}{counter}", hosts=hosts, counter=counter, report=report)


def _inline_script_hashes(html: str) -> Iterator[str]:
    """Yield the hash of each inline script that a browser would run; data blocks need none."""
    for attributes, code in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SRC.search(attributes) and (kind is None or kind[1].lower() in _RUN_TYPES):
            digest = hashlib.sha256(code.encode(errors="replace")).digest()
            yield f"sha256-{base64.b64encode(digest).decode()}"
