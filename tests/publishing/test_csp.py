"""The policy that a page carries."""

import base64
import hashlib
from pathlib import Path

import pytest

from knowledge_hub.publishing.csp import add_policy, create_policy
from knowledge_hub.publishing.site_folder.policies import write_policies
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


@pytest.mark.parametrize(
    ("page", "start"),
    [
        ("<!doctype html><p>a", '<!doctype html><meta charset="utf-8">'),
        ("<p>a", '<meta charset="utf-8">'),
        ("", '<meta charset="utf-8">'),
        ("\ufeff<!-- a > b --><html lang='a>b'>\n<head ><title>a", None),
        ("<head><!-- <meta charset=x> --><title><meta charset=y></title>", None),
        ("<header><meta charset='x'></header>", '<meta charset="utf-8">'),
        ("<head><title>a</title><META CHARSET=Shift_JIS></head>", '<head><meta charset="Shift_JIS">'),
        (
            '<head><script src="a.js"></script><meta http-equiv=content-type content="text/html; charset=latin1">',
            '<head><meta charset="latin1">',
        ),
        ("<meta charset='utf-8' /><p>a", "<meta charset='utf-8' />"),
    ],
)
def test_every_page_gets_its_policy_first_and_its_charset_before_it(page: str, start: str | None) -> None:
    """Wherever a page has its charset, if it has one, and whatever it has for a head."""
    html = add_policy(page)
    before, found, _ = html.partition('<meta http-equiv="Content-Security-Policy"')
    assert found
    if start:
        assert before.strip() == start
    else:
        assert before.strip().endswith('<meta charset="utf-8">')
        assert "<title" not in before
    assert add_policy(html) == html


@pytest.mark.parametrize(
    "body",
    [
        '<code>&lt;meta http-equiv="Content-Security-Policy" content="default-src \'self\'"&gt;</code>',
        '<!-- <meta http-equiv="Content-Security-Policy" content="default-src \'self\'"> -->',
        '<p><meta http-equiv="Content-Security-Policy" content="default-src \'self\'">',
    ],
)
def test_a_page_that_shows_a_policy_gets_its_own(body: str) -> None:
    """What stands in a page's text, or where browsers don't heed it, holds for nothing."""
    html = add_policy(PAGE.format(head="").replace("<body>", f"<body>{body}"))
    assert html.count("default-src 'none'") == 1


def test_a_policy_in_the_head_stays() -> None:
    """A page that its host gave a policy keeps just that, in whatever letters it is written."""
    page = PAGE.format(head="<META content=\"default-src 'self'\" HTTP-EQUIV='content-security-policy'>")
    assert add_policy(page) == page


@pytest.mark.parametrize(
    ("charset", "encoding"), [("windows-1252", "cp1252"), ("nonsense", "utf-8"), ("utf-16", "utf-8"), ("", "utf-16")]
)
def test_a_file_stays_in_the_encoding_that_it_is_in(charset: str, encoding: str, tmp_path: Path) -> None:
    """A host's page of any age gets its policy, and loses no letter."""
    page = f"<!doctype html><meta charset={charset}><p>José" if charset else "<!doctype html><p>José"
    (tmp_path / "old.html").write_bytes(page.encode(encoding))
    write_policies(tmp_path, ["old.html"])
    html = (tmp_path / "old.html").read_bytes().decode(encoding)
    assert html.count("Content-Security-Policy") == 1
    assert html.endswith("<p>José")


def test_bytes_that_are_no_letters_stop_nothing(tmp_path: Path) -> None:
    """They stay as they are."""
    (tmp_path / "old.html").write_bytes(b"<p>Jos\xe9<script>x('\xe9')</script>")
    write_policies(tmp_path, ["old.html"])
    assert (tmp_path / "old.html").read_bytes().endswith(b"<p>Jos\xe9<script>x('\xe9')</script>")


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
    assert script_sources.split() == ["script-src", "'self'", *expected]


def test_nothing_inline_and_nobody_else_is_allowed() -> None:
    """The policy knows the page's own site only, and no unsafe word but the one for WebAssembly."""
    policy = create_policy(PAGE.format(head=""))
    assert "unsafe-inline" not in policy
    assert policy.count("unsafe") == 0
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
