"""Runs what waits, also in a process whose browser tests have an event loop of their own."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_waiting(waiting: Coroutine[Any, Any, T]) -> T:
    """Return what comes of it, from a thread without a loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, waiting).result()
