"""Whatever a host makes of the hub in mkdocs.yml, content/ and docs/: a push of it ends in a published, whole site."""

import shutil
from collections.abc import Callable

import pytest
import yaml
from bs4 import BeautifulSoup

from support.hosts import Host
from support.own_hub import ALL_SETTINGS, write_own_files
from support.site_reader import find_dead_links, read_pages

pytestmark = pytest.mark.slow

ALL = {"check": "success", "build": "success", "deploy": "success"}
NEW_PLACE = '  - id: river-nation\n    label: {en: "River Nation"}\n    definition: {en: "A nation of its own."}\n'
NEW_TERM = '  - id: belonging\n    label: {en: "Belonging"}\n    definition: {en: "Students feel at home."}\n'
PAGE = "# Our team\n\nWho we are. [Contribute](../contribute/index.md)\n"


def another_name(host: Host) -> None:
    host.change("mkdocs.yml", "A hub of ours", "Plains & Prairie “Learning” Hub")


def contact(host: Host) -> None:
    host.change("mkdocs.yml", 'email: ""', "email: hub@example.edu")
    host.change("mkdocs.yml", 'host: ""', "host: Office of Student Wellness <wellness>")


def own_styles(host: Host) -> None:
    host.write("docs/styles/ours.css", ":root { --ours: 1; }\n")
    host.change("mkdocs.yml", "docs_dir: docs", "docs_dir: docs\nextra_css:\n  - styles/ours.css")


def every_setting(host: Host) -> None:
    written = yaml.safe_load((host.folder / "mkdocs.yml").read_text(encoding="utf-8").replace("!ENV ", ""))
    settings = {name: value for name, value in ALL_SETTINGS.items() if name != "site_url"}
    settings["theme"] = {**written["theme"], **settings["theme"]}
    whole = {**written, "site_url": "https://host.example/hub/", "edit_uri_template": "", **settings}
    write_own_files(host.folder / "docs")
    host.write("mkdocs.yml", yaml.safe_dump(whole, allow_unicode=True))


def nothing_but_vocabularies(host: Host) -> None:
    shutil.copytree(host.folder / "content" / "vocabularies", host.folder / "kept")
    host.delete("content", "docs/guides")
    (host.folder / "content").mkdir()
    (host.folder / "kept").rename(host.folder / "content" / "vocabularies")
    host.change("docs/about.md", " See [sources](sources.md).", "")


def no_record(host: Host) -> None:
    host.delete("content/case-studies", "content/communities", "content/lessons", "content/roles", "content/toolkits")
    host.delete("content/pathways", "docs/guides")


def one_lesson(host: Host) -> None:
    no_record_but_lessons = ("content/case-studies", "content/communities", "content/roles", "content/toolkits")
    host.delete(*no_record_but_lessons, "content/pathways", "docs/guides")
    host.change("content/lessons/widen-the-team.yml", "for_roles: [school-nurse]\ntoolkits: [small-test]\n", "")


def a_type_deleted(host: Host) -> None:
    host.delete("content/roles")
    host.change("content/lessons/widen-the-team.yml", "for_roles: [school-nurse]\n", "")
    nurse = "  - role: school-nurse\n    contribution: Asked the questions.\n"
    host.change("content/case-studies/river-district.yml", nurse, "")


def new_terms(host: Host) -> None:
    for name, term in (("places", NEW_PLACE), ("domains", NEW_TERM)):
        host.change(f"content/vocabularies/{name}.yml", "terms:\n", f"terms:\n{term}")
    host.change("content/communities/network.yml", "places: [ma]", "places: [river-nation]")
    host.change("content/lessons/widen-the-team.yml", "domains: [teaming]", "domains: [belonging]")


def own_pages(host: Host) -> None:
    host.write("docs/our-team.md", PAGE.replace("../contribute/index.md", "contribute.md"))
    host.write("docs/news/2026.md", PAGE.replace("../contribute/index.md", "../contribute.md"))


def no_guides(host: Host) -> None:
    host.delete("docs/guides")
    host.change("content/toolkits/small-test.yml", "guides: [first-steps]\n", "")


def no_help_line(host: Host) -> None:
    host.change("mkdocs.yml", 'email: ""', "help: false")


def no_single_files(host: Host) -> None:
    host.delete("content/glossary.yml", "content/models.yml", "content/vocabularies/synonyms.yml")
    host.change("docs/guides/first-steps.md", " and the [glossary](../glossary.md#mtss)", "")


def no_pages_of_its_own(host: Host) -> None:
    host.delete("docs/about.md", "docs/accessibility.md")


def as_it_came(host: Host) -> None:
    """The template without a change."""


STATES = (
    *(as_it_came, another_name, contact, own_styles, every_setting, nothing_but_vocabularies, no_record),
    *(one_lesson, a_type_deleted, new_terms, own_pages, no_guides, no_help_line, no_single_files, no_pages_of_its_own),
)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_a_push_is_published_and_no_link_is_dead(host: Host, state: Callable[[Host], None]) -> None:
    """Check, build and deployment pass with the host's own content, and every page leads only to what is there."""
    state(host)
    ended = host.push()
    assert ended.results == ALL, ended.said
    assert find_dead_links(host.site, read_pages(host.site)) == []
    count = ended.summary.splitlines()[0]
    assert count.startswith("## ")
    assert "error" not in count, "the summary says what the check found"


@pytest.mark.parametrize("state", [as_it_came, nothing_but_vocabularies], ids=lambda state: state.__name__)
def test_what_readers_take_along_is_published_too(host: Host, state: Callable[[Host], None], pack_cache: str) -> None:
    """The workflow makes the packs, and a library without records has none to make."""
    state(host)
    ended = host.push(HUB_PACKS="1", HUB_CACHE=pack_cache)
    assert ended.results == ALL, ended.said
    assert bool(list(host.site.rglob("*.pdf"))) == (state is as_it_came)
    assert find_dead_links(host.site, read_pages(host.site)) == []


def test_a_library_without_records_says_so_and_asks_for_the_first(host: Host) -> None:
    """Home and browse are one sentence and the way to contribute; menus offer nothing that is missing."""
    nothing_but_vocabularies(host)
    assert host.push().results == ALL
    pages = {
        name: BeautifulSoup(read_pages(host.site)[name].html, "html.parser") for name in ("", "browse/", "search/")
    }
    for page in pages.values():
        assert "there is no record in it yet" in page.main.get_text(" ")
        assert page.main.select_one('a[href$="contribute/"]')
    home = pages[""]
    assert home.main.select("h2:not(.hub-feedback__title), .hub-doors, .hub-home__examples") == []
    assert [link["href"] for link in home.select(".hub-menu__list a")] == [
        *("browse/", "new/", "run-chart-maker/", "my-list/", "contribute/"),
    ]
    listed = [link["href"] for link in home.select(".hub-footer__sections a")]
    assert listed == [
        *("browse/", "new/", "run-chart-maker/", "my-list/", "about/statistics/"),
        *("data/", "contribute/", "about/", "accessibility/"),
    ]


def test_a_type_without_records_is_offered_nowhere(host: Host) -> None:
    """No list, no door, no count, no choice and no column stand for what the host doesn't keep."""
    a_type_deleted(host)
    host.delete("content/case-studies")
    assert host.push().results == ALL
    pages = read_pages(host.site)
    assert {"roles/", "case-studies/"} & set(pages) == set()
    columns = BeautifulSoup(pages["coverage/"].html, "html.parser").select("#by-domain ~ table th[scope=col]")
    assert [column.get_text() for column in columns][1:] == ["Lessons learned", "Toolkits", "Learning communities"]


def test_a_slip_in_the_settings_fails_the_check(host: Host) -> None:
    """A host is told before the build, with the name that was meant: else a number to call would be missing."""
    host.change("mkdocs.yml", 'email: ""', 'email: ""\n  help: {phne: "116 123", emergency: "112"}')
    ended = host.push()
    assert ended.results["check"] == "failure"
    assert "Did you mean “phone”?" in ended.said
