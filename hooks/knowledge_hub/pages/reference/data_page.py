"""The page about the library's data: what there is, how to use it, and what it promises."""

from collections.abc import Iterator
from typing import Any

from knowledge_hub.data.data_files import CSV, EXCEL, JSON, JSON_LD, DataFile, DataGroup, LibraryData
from knowledge_hub.data.places import DATA, DATA_PAGE, INDEX, LICENSE, LICENSE_ADDRESS, OPENAPI, record_file
from knowledge_hub.dates import date_words
from knowledge_hub.pages.frame.finishing import create_page
from knowledge_hub.pages.frame.page import Page, root_from
from knowledge_hub.pages.frame.site import Site
from knowledge_hub.record_files.kinds import size_words
from knowledge_hub.small_groups import SMALLEST_GROUP

# What most readers can open comes first.
_KINDS = {EXCEL: "Excel", CSV: "CSV", JSON: "JSON", JSON_LD: "SKOS"}
_MEDIA_TYPES = tuple(_KINDS)
# No one's address (RFC 2606), for a hub that doesn't know its own.
_NO_ADDRESS = "https://hub.example/"
_PYTHON = """\
import json
from collections import Counter
from urllib.request import urlopen

DATA = "{address}"

with urlopen(DATA + "catalogue.json") as answer:
    catalogue = json.load(answer)

ends = (edge[end] for edge in catalogue["edges"] for end in ("from", "to"))
links = Counter(ends)
for record in catalogue["nodes"]:
    print(links[record["key"]], record["type"], record["title"])
"""
_R = """\
data <- "{address}"

points <- read.csv(paste0(data, "measures.csv"), fileEncoding = "UTF-8-BOM")
shown <- subset(points, suppressed == "no")
tapply(shown$value, shown[c("name", "evidence_status")], median)
"""


def create_data_page(site: Site) -> Iterator[Page]:
    """Yield the page, none where no data was made."""
    if site.data is None:
        return
    address = f"{site.settings.site_url or _NO_ADDRESS}{DATA}"
    description = site.text("data.lead")
    html = site.render(
        "data",
        description=description,
        facts=_write_facts(site, site.data),
        license={"name": LICENSE, "href": LICENSE_ADDRESS},
        rows=[_create_row(group) for group in site.data.groups if group.count],
        example=_find_example(site),
        python=_PYTHON.replace("{address}", address),
        r=_R.replace("{address}", address),
        left_out_groups=site.text("data.left_out_groups", smallest=SMALLEST_GROUP),
        index=_link(INDEX),
        openapi=_link(OPENAPI),
    )
    yield create_page(site, DATA_PAGE, title=site.text("data.title"), description=description, html=html)


def _write_facts(site: Site, data: LibraryData) -> str:
    facts = site.text("data.facts", files=f"{len(data.sizes):,}", size=size_words(sum(data.sizes)))
    reviewed = site.text("data.reviewed", date=date_words(data.reviewed_on)) if data.reviewed_on else ""
    return f"{facts} {reviewed}".rstrip()


def _create_row(group: DataGroup) -> dict[str, Any]:
    files = sorted(group.files, key=lambda file: _MEDIA_TYPES.index(file.media_type))
    return {"label": group.label, "count": f"{group.count:,}", "files": list(map(_describe, files))}


def _describe(file: DataFile) -> dict[str, str]:
    # A preview makes workbooks only when somebody asks for them.
    size = size_words(file.size) if file.size else ""
    return {"href": _link(file.path)["href"], "kind": _KINDS[file.media_type], "size": size}


def _find_example(site: Site) -> dict[str, str]:
    """Return the file of one record, empty where there is no record."""
    record = next(iter(site.catalogue.current), None)
    return _link(record_file(record.type, record.id)) if record else {}


def _link(path: str) -> dict[str, str]:
    return {"href": f"{root_from(DATA_PAGE)}{DATA}{path}", "name": f"{DATA}{path}"}
