"""One version of the hub merged into a host's copy, on a branch of its own; where that can't be, all is as it was."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from setup.git import GitRefused, run_git

# The fetched versions stand here, so that the host's own tags stay the host's.
_VERSIONS = "refs/hub-versions"
Paths = Mapping[str, Sequence[str]]


class Conflicts(Exception):
    """Files that both the host and the new version changed; everything is as it was before."""

    def __init__(self, paths: Sequence[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


@dataclass(slots=True)
class Merged:
    """The branch, the host's files that stayed although both changed, and new files that were not taken over."""

    branch: str
    kept: list[str] = field(default_factory=list)
    not_taken: list[str] = field(default_factory=list)


def read_paths() -> Paths:
    """Return what an upgrade does with which files."""
    paths: Paths = yaml.safe_load((Path(__file__).parent / "paths.yml").read_text(encoding="utf-8"))
    return paths


def fetch_versions(hub: Path, source: str) -> list[str]:
    """Bring the released versions of `source`, a folder or an address, into the hub, and return their tags."""
    run_git(hub, "fetch", "--quiet", "--no-tags", "--prune", "--", source, f"+refs/tags/v*:{_VERSIONS}/v*")
    return run_git(hub, "for-each-ref", "--format=%(refname:lstrip=2)", _VERSIONS).split()


def reference(version: str) -> str:
    """Return the name of a fetched version in the hub's Git."""
    return f"{_VERSIONS}/v{version}"


def read_file(hub: Path, version: str, path: str) -> str:
    """Return the text of a file in a version, "" where it doesn't have it."""
    try:
        return run_git(hub, "show", f"{reference(version)}:{path}")
    except GitRefused:
        return ""


def merge_version(hub: Path, old: str, new: str) -> Merged:
    """Merge the version `new` into a hub that stands on `old`, and commit it on a branch of its own.

    A copy made from a template shares no history with the hub: it is first joined at its own version, which
    changes no file. Raises Conflicts, or GitRefused with Git's words; both leave everything as it was.
    """
    merged = Merged(f"upgrade-to-{new}")
    before = run_git(hub, "symbolic-ref", "--short", "HEAD").strip()
    run_git(hub, "switch", "--quiet", "--create", merged.branch)
    try:
        if not _stands_on(hub, old):
            told = f"Join version {old} of the hub, which this copy was made from"
            join = ["--strategy=ours", "--allow-unrelated-histories", "-m", told]
            run_git(hub, "merge", "--quiet", *join, reference(old))
        _merge(hub, old, new, merged)
    except (Conflicts, GitRefused):
        _undo(hub, before, merged.branch)
        raise
    return merged


def _merge(hub: Path, old: str, new: str, merged: Merged) -> None:
    try:
        run_git(hub, "merge", "--quiet", "--no-commit", "--no-ff", reference(new))
    except GitRefused:
        if not _lists(hub, "diff", "--name-only", "--diff-filter=U"):
            raise
    paths = read_paths()
    _keep(hub, paths["host"])
    needed = _added(hub, old, new, paths["needed"])
    _take(hub, new, sorted(needed))
    others = _added(hub, old, new, paths["host"]) - needed
    merged.not_taken = sorted(path for path in others if not _is_below(path, paths["generated"]))
    merged.kept = _resolve(hub, paths)
    if conflicts := _lists(hub, "diff", "--name-only", "--diff-filter=U"):
        raise Conflicts(sorted(conflicts))
    run_git(hub, "commit", "--quiet", "--no-verify", "-m", f"Upgrade the hub to version {new}")


def _resolve(hub: Path, paths: Paths) -> list[str]:
    """Let the host's side win where that is right, and return those files that the host should look at."""
    conflicts = sorted(_lists(hub, "diff", "--name-only", "--diff-filter=U"))
    generated = [path for path in conflicts if _is_below(path, paths["generated"])]
    removed = [
        path for path in conflicts if _is_below(path, paths["host_where_removed"]) and not _is_in_head(hub, path)
    ]
    kept = [path for path in conflicts if _is_below(path, paths["host_where_both_changed"])]
    _keep(hub, {*generated, *removed, *kept})
    return kept


def _keep(hub: Path, paths: Iterable[str]) -> None:
    """Let files and folders be what they were before the merge."""
    for path in paths:
        run_git(hub, "rm", "-r", "--quiet", "--force", "--ignore-unmatch", "--", path)
        if _is_in_head(hub, path):
            run_git(hub, "checkout", "--quiet", "HEAD", "--", path)


def _is_in_head(hub: Path, path: str) -> bool:
    return bool(_lists(hub, "ls-tree", "--name-only", "HEAD", "--", path))


def _take(hub: Path, version: str, paths: Sequence[str]) -> None:
    """Take over new files; one that the host has under the same name stays the host's."""
    for path in paths:
        if not (hub / path).exists():
            run_git(hub, "checkout", "--quiet", reference(version), "--", path)


def _added(hub: Path, old: str, new: str, patterns: Sequence[str]) -> set[str]:
    """Return the files that the new version has and the old one doesn't."""
    return _lists(hub, "diff", "--name-only", "--diff-filter=A", reference(old), reference(new), "--", *patterns)


def _is_below(path: str, places: Iterable[str]) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in places)


def _stands_on(hub: Path, version: str) -> bool:
    """Tell whether a version is part of the hub's history already."""
    try:
        run_git(hub, "merge-base", "--is-ancestor", reference(version), "HEAD")
    except GitRefused:
        return False
    return True


def _undo(hub: Path, before: str, branch: str) -> None:
    run_git(hub, "reset", "--quiet", "--hard")
    run_git(hub, "switch", "--quiet", before)
    run_git(hub, "branch", "--quiet", "-D", branch)


def _lists(hub: Path, command: str, *arguments: str) -> set[str]:
    """Return the paths that a command of Git lists."""
    return set(filter(None, run_git(hub, command, "-z", *arguments).split("\0")))
