"""What of the starter library stays: what was chosen, what the host's own pages name, and what these rest on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge_hub.library.library import Library
from knowledge_hub.records import CaseStudy, Community, Contributor, Guide, Pathway, Record, Source, Toolkit
from starting.links import FOLDERS, Name, find_page_links, find_references

KEEP = {
    "all": "everything",
    "toolkits-and-guides": "only the toolkits and guides",
    "vocabularies": "only the vocabularies and the glossary",
    "communities": "chosen communities, with what belongs to them",
}
MODELS = "content/models.yml"
# What a kept case study can't be understood without.
_TOLD_WITH_A_STORY = frozenset({"lesson", "toolkit", "role"})


@dataclass(frozen=True, slots=True)
class Starter:
    """The library as it is, and which of its files are still the starter's."""

    library: Library
    unchanged: frozenset[str]
    pages: Mapping[str, str] = field(default_factory=dict)

    def names(self) -> Iterator[Name]:
        """Yield every record, source and contributor."""
        for kind, ids in self.library.ids().items():
            yield from (Name(kind, name) for name in ids)

    def is_removable(self, name: Name) -> bool:
        """Tell whether a record came with the hub and was not changed."""
        return record_path(name) in self.unchanged


def record_path(name: Name) -> str:
    """Return the path of a record from the project's folder on."""
    if name.type == Guide.type:
        return f"docs/{Guide.folder}/{name.id}.md"
    return f"content/{FOLDERS[name.type]}/{name.id}.yml"


def read_pages(docs: Path) -> dict[str, str]:
    """Return the text of every Markdown page by its path below docs/."""
    pages = sorted(docs.rglob("*.md")) if docs.is_dir() else []
    return {page.relative_to(docs).as_posix(): page.read_text(encoding="utf-8") for page in pages}


def choose_removed(starter: Starter, keep: str, communities: Iterable[str] = ()) -> set[Name]:
    """Return what goes: records, then sources and contributors that nobody names any more, and single pages."""
    everything = set(starter.names())
    if keep == "all":
        return set()
    named = _find_named(starter)
    records = {name for name in everything if name.type not in ("source", "contributor")}
    chosen = {name for name in records if not starter.is_removable(name)}
    chosen |= _choose(starter, keep, communities, named)
    own = {name for name in chosen if not starter.is_removable(name)}
    own |= {page for page in named if page.type == "page" and not _is_starter_page(starter, page)}
    # What the host's own pages name would be missed there.
    chosen |= {aim for name in own for aim in named[name] if aim in records}
    # A pathway of which a step is gone would lead nowhere.
    chosen |= {name for name in records if name.type == Pathway.type and named[name] & records <= chosen}
    removed = records - chosen
    if keep == "vocabularies" and MODELS in starter.unchanged:
        removed.add(Name("page", "models"))
    return removed | _find_unused(starter, named, removed)


def _choose(starter: Starter, keep: str, communities: Iterable[str], named: Mapping[Name, set[Name]]) -> set[Name]:
    if keep == "toolkits-and-guides":
        return {name for name in starter.names() if name.type in (Toolkit.type, Guide.type)}
    if keep != "communities":
        return set()
    chosen = {Name(Community.type, name) for name in communities}
    near = {aim for name in chosen for aim in named[name]} | {name for name in named if named[name] & chosen}
    near = {name for name in near if name.type not in (Community.type, Pathway.type) and name.type in FOLDERS}
    stories = {name for name in near if name.type == CaseStudy.type}
    near |= {aim for story in stories for aim in named[story] if aim.type in _TOLD_WITH_A_STORY}
    return chosen | {name for name in near if name.type not in ("source", "contributor")}


def _find_unused(starter: Starter, named: Mapping[Name, set[Name]], removed: set[Name]) -> set[Name]:
    used = {aim for name, aims in named.items() if name not in removed for aim in aims}
    things = (name for name in starter.names() if name.type in (Source.record_type, Contributor.record_type))
    return {name for name in things if name not in used and starter.is_removable(name)}


def _find_named(starter: Starter) -> Mapping[Name, set[Name]]:
    """Return what each record and each single page or file names."""
    library = starter.library
    named: dict[Name, set[Name]] = defaultdict(set)
    for record in library.records:
        named[name_of(record)] |= {aim for _, aim, _ in find_references(record)}
    for page, part in (("models", library.models), ("wording", library.wording)):
        if part is not None:
            named[Name("page", page)] |= {aim for _, aim, _ in find_references(part)}
    for path, text in starter.pages.items():
        named[page_name(path)] |= set(find_page_links(path, text))
    return named


def name_of(record: Record) -> Name:
    """Return the type and id of a record."""
    return Name(record.type, record.id)


def page_name(path: str) -> Name:
    """Return the name of a page of docs/; a guide has that of its record."""
    folder, _, rest = path.removesuffix(".md").partition("/")
    return Name(Guide.type, rest) if folder == Guide.folder and rest else Name("page", path.removesuffix(".md"))


def _is_starter_page(starter: Starter, page: Name) -> bool:
    if page.id in ("models", "wording"):
        return True
    return f"docs/{page.id}.md" in starter.unchanged
