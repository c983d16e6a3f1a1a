"""Every reference that readers see, after APA 7: to a source, in full or in a few words, and to the hub's own pages.

Within a sentence its abbreviations are said in plain words: "and others", "no date".
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from knowledge_hub.dates import date_words
from knowledge_hub.records import Contributor, Record, Source
from knowledge_hub.records.source import Name
from knowledge_hub.sentences import end_sentence

SOURCES = "sources/"

_NO_DATE = "n.d."
_MOST_AUTHORS = 20


class Citation(NamedTuple):
    """A source's reference: its title, which is set apart, what stands around it, and where it can be read.

    `before`, `title` and `after` are one text when joined; `href` and `link_text` are "" where there is no address.
    """

    before: str
    title: str
    after: str
    href: str
    link_text: str


def create_citation(source: Source) -> Citation:
    """Return a source's reference."""
    year = source.issued[:4] if source.issued else _NO_DATE
    before, after = _around_title(_join_authors(source), year, source.title)
    container = _container(source)
    href = f"https://doi.org/{source.doi}" if source.doi else source.url or ""
    return Citation(
        before=before,
        title=source.title,
        after=f"{after} {end_sentence(container)}" if container else after,
        href=href,
        link_text=f"doi:{source.doi}" if source.doi else href.removeprefix("https://").rstrip("/"),
    )


def cite_briefly(source: Source) -> str:
    """Return a source as it is cited within a sentence, such as "Doe and Roe, 2020" and "Doe and others, 2020".

    APA 7, section 8.17: two authors are both named, of more only the first.
    """
    names = [name.literal or name.family or name.given or "" for name in source.author]
    year = source.issued[:4] if source.issued else "no date"
    if len(names) > 2 or (names and source.authors_incomplete):
        names = [names[0], "others"]
    return f"{' and '.join(names) or source.title}, {year}"


def cite_record(record: Record, contributors: Mapping[str, Contributor]) -> str:
    """Return how to cite a record, up to what `complete_citation` adds."""
    reviewed = record.review.reviewed_on if record.review else None
    return cite_work(author_names(record, contributors), reviewed, record.title)


def cite_work(authors: Sequence[str], reviewed: datetime.date | None, title: str) -> str:
    """Return how to cite what the hub publishes, up to what `complete_citation` adds.

    APA 7, section 10.16: personal or group authors, the date of the version, the title. Without
    authors the title comes first (section 9.12).
    """
    before, after = _around_title(_join_names(authors), _apa_date(reviewed) if reviewed else _NO_DATE, title)
    return f"{before}{title}{after}"


def complete_citation(citation: str, site_name: str, address: str) -> str:
    """Return a citation with the site's name and the address ("" where there is none).

    The shell does the same for pages, in page-actions.html: only there both are known.
    """
    return f"{citation} {end_sentence(site_name)} {address}".rstrip()


def author_names(record: Record, contributors: Mapping[str, Contributor]) -> list[str]:
    """Return the names of those who made a record, none where it credits nobody."""
    return [contributors[author].name for author in record.credit.authors]


def source_address(source_id: str, root: str) -> str:
    """Return the address of a source on the page of all sources."""
    return f"{root}{SOURCES}#{source_anchor(source_id)}"


def source_anchor(source_id: str) -> str:
    """Return the fragment of a source on the page of all sources."""
    return source_id


def _around_title(authors: str, date: str, title: str) -> tuple[str, str]:
    """Return what stands before and after a title."""
    stop = end_sentence(title).removeprefix(title)
    return (f"{end_sentence(authors)} ({date}). ", stop) if authors else ("", f"{stop} ({date}).")


def _join_authors(source: Source) -> str:
    names = [_name(name) for name in source.author]
    if names and source.authors_incomplete:
        return f"{', '.join(names[:_MOST_AUTHORS])} and others"
    return _join_names(names)


def _join_names(names: Sequence[str]) -> str:
    """Return all names; of more than twenty the first nineteen and the last (APA 7, section 9.8)."""
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join(names[: _MOST_AUTHORS - 1])}, . . . {names[-1]}"
    return f"{', '.join(names[:-1])}, & {names[-1]}" if len(names) > 1 else "".join(names)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return f"{name.family}, {name.given}" if name.family and name.given else name.family or name.given or ""


def _apa_date(day: datetime.date) -> str:
    month_and_day, _, year = date_words(day).rpartition(", ")
    return f"{year}, {month_and_day}"


def _container(source: Source) -> str:
    volume = source.volume or ""
    if source.issue:
        volume += f"({source.issue})"
    where = ", ".join(part for part in (source.container_title, volume, source.page) if part)
    *others, last = [part for part in (where, source.publisher) if part] or [""]
    return " ".join([*map(end_sentence, others), last])
