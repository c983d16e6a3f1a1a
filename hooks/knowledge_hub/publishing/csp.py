"""The Content-Security-Policy of a finished page, as a <meta> element: static hosts let nobody set headers.

A policy in <meta> can't forbid that other sites frame a page (`frame-ancestors` is ignored there).
"""

import base64
import hashlib
import re
from collections.abc import Iterator

from knowledge_hub.settings.outside import Outside

# 'wasm-unsafe-eval' lets the search engine start; it does not allow eval() of JavaScript.
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{scripts}",
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
_CHARSET = re.compile(r"<meta charset=[^>]*>", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.IGNORECASE | re.DOTALL)
_SRC = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"\stype\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_RUN_TYPES = frozenset({"module", "text/javascript", "application/javascript", "importmap", "speculationrules"})


def add_policy(html: str, outside: Outside | None = None) -> str:
    """Return the page with its policy right after the charset, before anything it has to hold for.

    Call it after every other change: a changed inline script no longer has its hash. A page that
    has the policy already comes back as it was; ValueError where a page declares no charset.
    """
    if POLICY in html:
        return html
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError("The page declares no charset.")
    meta = f'<meta {POLICY} content="{create_policy(html, outside)}">'
    return f"{html[: charset.end()]}\n    {meta}{html[charset.end() :]}"


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
            digest = hashlib.sha256(code.encode()).digest()
            yield f"sha256-{base64.b64encode(digest).decode()}"
