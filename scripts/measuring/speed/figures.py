"""Figures as people read them; what wasn't measured is left empty."""

from measuring.speed.processes import Measured
from measuring.speed.results import ratio


def seconds(value: float | None) -> str:
    """Return seconds with as many digits as they are worth."""
    if value is None:
        return ""
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s" if value < 100 else f"{value:,.0f} s"


def clock_and_cpu(measured: Measured | None) -> str:
    """Return seconds by the clock, and those of CPU in brackets."""
    return f"{seconds(measured.wall)} ({seconds(measured.cpu)})" if measured else ""


def memory(measured: Measured | None) -> str:
    """Return the memory of a process."""
    if measured is None:
        return ""
    return f"{measured.memory / 1000:.1f} GB" if measured.memory >= 1000 else f"{measured.memory:.0f} MB"


def times_as_much(measured: Measured, hub: Measured, what: str) -> str:
    """Return seconds, and how many times the hub's they are."""
    found = ratio(measured, hub, what)
    value = seconds(float(getattr(measured, what)))
    return value if measured is hub or found is None else f"{value} (× {found:.2f})"
