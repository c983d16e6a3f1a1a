"""Which other servers a page may reach: nobody by default, and never more than what the host lists."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from knowledge_hub.settings.reader import SettingReader

# A policy is a list with separators, so nothing but a name may come into it.
_HOST = re.compile(r"(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:\d{1,5})?")
_DATA_NAME = re.compile(r"[a-z][a-z0-9-]*")
_TITLE = "Counting visits"
_CONSENT = (
    "May this site count your visit? It shows its editors which pages are used. Without your yes nothing is counted."
)


class Analytics(NamedTuple):
    """A script that counts visits, only after a reader agreed; `data` are its data-* attributes."""

    script: str
    title: str
    consent: str
    data: tuple[tuple[str, str], ...] = ()

    @property
    def origin(self) -> str:
        """The server that the script comes from and reports to, "" for the site itself."""
        parts = urlsplit(self.script)
        return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


class Outside(NamedTuple):
    """What may come from elsewhere: pictures, sound and frames from `hosts`, and the script of `analytics`."""

    hosts: tuple[str, ...] = ()
    analytics: Analytics | None = None

    def allows(self, address: str) -> bool:
        """Tell whether a picture or frame at a whole address may be shown."""
        parts = urlsplit(address if "://" in address else f"https:{address}")
        return parts.scheme == "https" and any(_matches(parts.netloc.lower(), host) for host in self.hosts)


def read_outside(reader: SettingReader) -> Outside:
    """Return `extra: allowed_hosts` and `extra: analytics`, with the words of `extra: consent`."""
    hosts = tuple(dict.fromkeys(_read_hosts(reader)))
    return Outside(hosts, _read_analytics(reader, hosts))


def _read_hosts(reader: SettingReader) -> Iterator[str]:
    for item in reader.items("extra", "allowed_hosts"):
        host = str(item).strip().lower()
        if _HOST.fullmatch(host):
            yield host
        else:
            mend = "Write names of hosts only, without https:// and without a path, such as player.vimeo.com."
            reader.refuse(("extra", "allowed_hosts"), f"has an entry that isn’t a host: “{item}”", mend)


def _read_analytics(reader: SettingReader, hosts: tuple[str, ...]) -> Analytics | None:
    setting = ("extra", "analytics")
    said = reader.value(*setting)
    if not said:
        return None
    if not isinstance(said, Mapping) or said.get("provider", "custom") != "custom":
        mend = "Write provider: custom and script: with the address of a counter that you keep yourself, or remove it."
        reader.refuse(setting, "names a service that pages can’t use, because it would follow readers elsewhere", mend)
        return None
    script = reader.text(*setting, "script")
    if not _is_reachable(script, hosts, urlsplit(reader.text("site_url")).netloc):
        mend = "Use a file in docs/, or https:// and a host that extra: allowed_hosts lists."
        reader.refuse((*setting, "script"), f"isn’t a script that pages may load: “{script}”", mend)
        return None
    return Analytics(
        script,
        reader.text("extra", "consent", "title", default=_TITLE),
        reader.text("extra", "consent", "description", default=_CONSENT),
        tuple(_read_data(reader)),
    )


def _is_reachable(script: str, hosts: tuple[str, ...], own: str) -> bool:
    parts = urlsplit(script)
    if parts.scheme or parts.netloc:
        known = parts.netloc.lower() in {host.lower() for host in (own,) if host} or any(
            _matches(parts.netloc.lower(), host) for host in hosts
        )
        # The host goes into the policy as it is written here.
        return parts.scheme == "https" and known and bool(_HOST.fullmatch(parts.netloc.lower()))
    return bool(parts.path) and not script.startswith("/") and ".." not in script.split("/")


def _read_data(reader: SettingReader) -> Iterator[tuple[str, str]]:
    setting = ("extra", "analytics", "data")
    said = reader.value(*setting)
    for name, value in said.items() if isinstance(said, Mapping) else ():
        if _DATA_NAME.fullmatch(str(name)):
            yield str(name), str(value)
        else:
            reader.refuse(setting, f"has a name that isn’t one: “{name}”", "Write it without data-, such as domain.")


def _matches(netloc: str, host: str) -> bool:
    return netloc.endswith(host[1:]) if host.startswith("*.") else netloc == host
