"""What a check of links has found: lists for people, and the text of the rolling issue."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from knowledge_hub.dates import date_words
from knowledge_hub.upkeep.link_results import (
    FAILURES_TO_BREAK,
    FailedLink,
    LinkResult,
    Results,
    find_failed_links,
)
from reports.issue_text import code, render_list


def render_links(results: Results, places: Mapping[str, tuple[str, ...]], asked: int) -> str:
    """Return what is known of every address: broken ones with a mend, doubtful ones with their reason.

    `places` has all addresses of the hub, `asked` says how many of them this check came to.
    """
    parts = [
        _render_broken(find_failed_links(results)),
        _render_listed("Gone, but not often enough yet to be broken", results, _is_failing),
        _render_listed("Unsure: have a look in a browser", results, _is_unsure),
        _render_counts(results, places, asked),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def render_issue(results: Results) -> str:
    """Return the text of the rolling issue on links, "" where none is broken."""
    opening = (
        f"These addresses were gone on at least {FAILURES_TO_BREAK} days on which they were tried, and never there in "
        "between; or they can’t be tried at all. Put the new address into the file, or that of a copy: "
        "`https://web.archive.org/web/` with the old address behind it shows whether there is one. The workflow "
        "“Upkeep” keeps this list, and closes it when all is done. What you write into this text is written over; "
        "comments stay."
    )
    lines = [
        f"{code(link.address)}: {link.why} First found on {date_words(link.since)}. "
        f"Named in {', '.join(map(code, link.places))}."
        for link in find_failed_links(results)
    ]
    return render_list(opening, [("", lines)], "python3 scripts/due.py")


def _render_broken(links: Iterable[FailedLink]) -> str:
    blocks = list(_describe(links))
    return "\n".join([f"Broken links ({len(blocks):,}):", *blocks]) if blocks else ""


def _describe(links: Iterable[FailedLink]) -> Iterator[str]:
    for link in links:
        copy = f"\n    A copy may be at {link.archived}" if link.archived else ""
        yield f"  {link.address}\n    {link.why} Named in {', '.join(link.places)}.{copy}"


def _is_failing(result: LinkResult) -> bool:
    return result.state == "gone" and not result.is_broken


def _is_unsure(result: LinkResult) -> bool:
    return result.state == "unsure" and not result.is_broken


def _render_listed(title: str, results: Results, belongs: Callable[[LinkResult], bool]) -> str:
    lines = [f"  {address}\n    {one.why}" for address, one in sorted(results.items()) if belongs(one)]
    return "\n".join([f"{title} ({len(lines):,}):", *lines]) if lines else ""


def _render_counts(results: Results, places: Mapping[str, tuple[str, ...]], asked: int) -> str:
    fine = sum(result.state == "ok" for result in results.values())
    late = len(places) - asked
    told = f"{asked:,} of {len(places):,} addresses were tried; {fine:,} are known to be there."
    return f"{told} Time was too short for {late:,}: the next check begins with them." if late else told
