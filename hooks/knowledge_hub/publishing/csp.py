"""The Content-Security-Policy of a finished page, as a <meta> element: static hosts let nobody set headers.

A policy in <meta> can't forbid that other sites frame a page (`frame-ancestors` is ignored there).
"""

import base64
import hashlib
import re
from collections.abc import Iterator

# 'wasm-unsafe-eval' lets the search engine start; it does not allow eval() of JavaScript.
_DIRECTIVES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
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


def add_policy(html: str) -> str:
    """Return the page with its policy right after the charset, before anything it has to hold for.

    Call it after every other change: a changed inline script no longer has its hash. A page that
    has the policy already comes back as it was; ValueError where a page declares no charset.
    """
    if POLICY in html:
        return html
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError("The page declares no charset.")
    meta = f'<meta {POLICY} content="{create_policy(html)}">'
    return f"{html[: charset.end()]}\n    {meta}{html[charset.end() :]}"


def create_policy(html: str) -> str:
    """Return the policy that lets a page load from its own site only, and run just the scripts it has."""
    hashes = "".join(f" '{value}'" for value in sorted(set(_inline_script_hashes(html))))
    return "; ".join(_DIRECTIVES).format(hashes=hashes)


def _inline_script_hashes(html: str) -> Iterator[str]:
    """Yield the hash of each inline script that a browser would run; data blocks need none."""
    for attributes, code in _SCRIPT.findall(html):
        kind = _TYPE.search(attributes)
        if not _SRC.search(attributes) and (kind is None or kind[1].lower() in _RUN_TYPES):
            digest = hashlib.sha256(code.encode()).digest()
            yield f"sha256-{base64.b64encode(digest).decode()}"
