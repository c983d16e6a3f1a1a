"""What packs are made with, and what comes of it; kept apart, because making them needs much that loads slowly."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field

from knowledge_hub.pages.frame.downloads import Download
from knowledge_hub.problems.problem import Problem

# Made files by key: what is found there is not made again.
Cache = MutableMapping[str, bytes]
# Makes one file.
Make = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Packs:
    """Files by address, downloads by page (see downloads.py), and letters that no font could show.

    `on_request` has instead of the files how each is made, where they are made only when somebody asks for them.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    downloads: dict[str, tuple[Download, ...]] = field(default_factory=dict)
    notices: tuple[Problem, ...] = ()
    on_request: dict[str, Make] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cards:
    """Pictures that other sites show with a link, and the address of each page's; "" is every page without its own."""

    files: dict[str, bytes] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    on_request: dict[str, Make] = field(default_factory=dict)
