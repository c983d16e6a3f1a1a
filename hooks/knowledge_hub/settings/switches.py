"""Switches in the environment, such as HUB_DRAFTS: one reading for every command and adapter."""

from collections.abc import Mapping

from knowledge_hub.quoting import shorten

_ON = frozenset({"1", "true", "yes", "on"})
_OFF = frozenset({"", "0", "false", "no", "off"})


class UnclearSwitch(ValueError):
    """A switch says neither yes nor no; the message says how to write it."""


def read_switch(environment: Mapping[str, str], name: str, *, default: bool = False) -> bool:
    """Return whether a switch is on, `default` where it isn't set at all; UnclearSwitch for any other word.

    A guess would be worse than an end: one of these words decides whether drafts are published.
    """
    written = environment.get(name)
    if written is None:
        return default
    word = written.strip().lower()
    if word not in _ON | _OFF:
        raise UnclearSwitch(f"{name} is “{shorten(written)}”, which is neither yes nor no. Write {name}=1 or {name}=0.")
    return word in _ON
