"""What upgrade.py says: what a version brings, what of it needs the host, and what to do next."""

from pathlib import Path

from upgrading.merging import Conflicts, Merged, read_file
from upgrading.news import find_setting_news
from upgrading.versions import find_entries

_MOST_NAMED = 12


def tell_news(hub: Path, old: str, new: str, merged: Merged) -> list[str]:
    """Return what the new version brings, and what of it needs the host, paragraph by paragraph."""
    told = [f"From version {old} to {new}, on the branch {merged.branch}. What changed:"]
    told.append(find_entries(read_file(hub, new, "CHANGELOG.md"), old, new) or "The changelog says nothing of it.")
    own = (hub / "mkdocs.yml").read_text(encoding="utf-8")
    news = find_setting_news(read_file(hub, old, "mkdocs.yml"), read_file(hub, new, "mkdocs.yml"), own)
    if news:
        told.append("Settings that the new version has in mkdocs.yml; yours was left as it is:")
        told += [f"- {line}" for line in news]
    if merged.kept:
        told.append("Changed by you and by the new version, yours was kept: {}".format(", ".join(merged.kept)))
    if merged.not_taken:
        told.append(tell_not_taken(new, merged.not_taken))
    return told


def tell_not_taken(new: str, paths: list[str]) -> str:
    """Return which new records and pages there are, and how to take one over."""
    more = len(paths) - _MOST_NAMED
    lines = [f"  {path}" for path in paths[:_MOST_NAMED]] + ([f"  and {more} more"] if more > 0 else [])
    head = "New in the starter library, and not in yours (git checkout refs/hub-versions/v{} -- FILE takes one over):"
    return "\n".join([head.format(new), *lines])


def explain_conflicts(conflicts: Conflicts, new: str) -> str:
    """Return what to do about files that both changed."""
    return "\n".join(
        [
            f"Nothing was changed. You and version {new} both changed:",
            *(f"  {path}" for path in conflicts.paths),
            "These files belong to the code, not to your content. Undo your change in them (git log -- FILE shows it),",
            "upgrade, and make it again; or ask someone who knows Git to merge them.",
        ]
    )


def tell_next(before: str, branch: str, *, found_problems: bool) -> str:
    """Return what the host does next."""
    first = "Mend what is said above, and commit it." if found_problems else "Nothing has to be mended."
    return "\n".join(
        [
            f"{first} You are on the branch {branch}.",
            "See your hub:  python3 scripts/serve.py",
            f"Take it:       git switch {before} && git merge {branch} && git push",
            f"Or undo it:    git switch {before} && git branch -D {branch}",
        ]
    )
