"""The policy that a page carries."""

import base64
import hashlib

import pytest

from knowledge_hub.publishing.csp import add_policy, create_policy
from knowledge_hub.settings.outside import Analytics, Outside

PAGE = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{head}</head>\n<body></body>\n</html>\n'


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


def test_the_policy_stands_right_after_the_charset() -> None:
    """Nothing that it should hold for comes before it."""
    html = add_policy(PAGE.format(head='<script src="a.js"></script>'))
    after = html.partition('<meta charset="utf-8">')[2].lstrip()
    assert after.startswith('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ')


def test_a_second_time_changes_nothing() -> None:
    """A page that has its policy keeps it."""
    once = add_policy(PAGE.format(head=""))
    assert add_policy(once) == once


def test_a_page_without_charset_is_refused() -> None:
    """A page can't slip through without a policy."""
    with pytest.raises(ValueError, match="charset"):
        add_policy("<html></html>")


@pytest.mark.parametrize(
    ("script", "hashed"),
    [
        ("<script>run('é')</script>", ["run('é')"]),
        ('<script type="module">\n go()\n</script>', ["\n go()\n"]),
        ("<SCRIPT TYPE=text/javascript>x</SCRIPT>", ["x"]),
        ('<script type="application/ld+json">{"a": 1}</script>', []),
        ('<script type="application/json">{}</script>', []),
        ('<script src="a.js"></script>', []),
        ("<script>b</script><script>a</script><script>b</script>", ["a", "b"]),
    ],
)
def test_only_inline_scripts_that_run_are_hashed(script: str, hashed: list[str]) -> None:
    """Each one is allowed by its exact text; data and files are not scripts of the page."""
    policy = create_policy(PAGE.format(head=script))
    script_sources = next(part for part in policy.split("; ") if part.startswith("script-src"))
    expected = sorted(_hash(code) for code in hashed)
    assert script_sources.split() == ["script-src", "'self'", "'wasm-unsafe-eval'", *expected]


def test_nothing_inline_and_nobody_else_is_allowed() -> None:
    """The policy knows the page's own site only, and no unsafe word but the one for WebAssembly."""
    policy = create_policy(PAGE.format(head=""))
    assert "unsafe-inline" not in policy
    assert policy.replace("'wasm-unsafe-eval'", "").count("unsafe") == 0
    assert "http" not in policy
    assert {"base-uri 'none'", "object-src 'none'", "form-action 'self'"} <= set(policy.split("; "))


def test_listed_hosts_may_show_and_nothing_else() -> None:
    """Pictures, sound and frames; no script, style or font of theirs."""
    policy = create_policy(PAGE.format(head=""), Outside(("a.example",)))
    named = {part.split()[0] for part in policy.split("; ") if "https://a.example" in part.split()}
    assert named == {"img-src", "media-src", "frame-src"}


@pytest.mark.parametrize("hosts", [(), ("stats.example",)])
def test_the_counter_may_load_and_report(hosts: tuple[str, ...]) -> None:
    """From its own server only, which is named once in each place."""
    counter = Analytics("https://stats.example/c.js", "Title", "Question")
    policy = create_policy(PAGE.format(head=""), Outside(hosts, counter))
    sources = {part.split()[0]: part.split()[1:] for part in policy.split("; ")}
    for directive in ("script-src", "connect-src", "img-src"):
        assert sources[directive].count("https://stats.example") == 1
    assert "https://stats.example" not in sources["style-src"]
