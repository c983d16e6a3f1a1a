"""What packs are made with, and what comes of it; kept apart, because making them needs much that loads slowly."""

from collections.abc import MutableMapping
from dataclasses import dataclass, field

from knowledge_hub.pages.frame.downloads import Download
from knowledge_hub.problems.problem import Problem

# Made files by key: what is found there is not made again.
Cache = MutableMapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Packs:
    """Files by address, downloads by page (see downloads.py), and letters that no font could show."""

    files: dict[str, bytes] = field(default_factory=dict)
    downloads: dict[str, tuple[Download, ...]] = field(default_factory=dict)
    notices: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Pictures that other sites show with a link, and the address of each page's; "" is every page without its own."""

    files: dict[str, bytes] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
