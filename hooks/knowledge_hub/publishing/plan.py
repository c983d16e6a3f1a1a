"""What a build is asked for."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass, field

from knowledge_hub.exports.pack_files import Cache
from knowledge_hub.keeping import Store
from knowledge_hub.library.read_content import ReadContent
from knowledge_hub.settings.settings import Settings
from knowledge_hub.upkeep.link_results import Results


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of a content folder, and what an earlier build kept for it.

    `today` decides only which sessions are past, and which reviews are overdue or soon due.
    Without `has_search`, no page leads to the hub's own search.
    With `packs`, which keeps what was made before, the files that readers take along are made and linked too;
    with `packs_on_request`, they are linked, and made when somebody asks for them.
    `with_texts` adds each record as Markdown, for programs that read.
    `own_pages` are the paths below docs/ of the hand-written pages that are published, None for all of them.
    `pictures` keeps the copies of pictures that were made before; without it they are made anew.
    `compiled` keeps the code of templates from one build to the next.
    `link_results` are what the last check of links found; the page of upkeep tells which ones fail.
    `read` is what was read of the content folder already, None where nobody has.
    `store` keeps everything else that was made before, so that only what changed is made again.
    """

    today: datetime.date
    with_drafts: bool = False
    settings: Settings = field(default_factory=Settings)
    packs: Cache | None = None
    packs_on_request: bool = False
    own_pages: Collection[str] | None = None
    pictures: Cache | None = None
    has_search: bool = True
    with_texts: bool = False
    compiled: Cache | None = None
    link_results: Results | None = None
    read: ReadContent | None = None
    store: Store | None = None
