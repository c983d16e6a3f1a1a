"""Switches in the environment; one that says neither yes nor no ends the build with a sentence."""

import os

from mkdocs.exceptions import PluginError

from knowledge_hub.settings.switches import UnclearSwitch, read_switch


def is_switched_on(name: str, *, default: bool = False) -> bool:
    """Return whether a switch is on; PluginError where it can't be told."""
    try:
        return read_switch(os.environ, name, default=default)
    except UnclearSwitch as unclear:
        raise PluginError(str(unclear)) from None
