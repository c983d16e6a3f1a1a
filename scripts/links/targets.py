"""Where an address leads: only to public web servers, whatever name it hides behind."""

import asyncio
import ipaddress
import re
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from links.faults import NoAnswerError, RefusedError, UnknownNameError

_PORTS = {"http": 80, "https": 443}
# What an address may hold as it is; all else is written in percent signs, so that it never ends a line of a request.
_KEPT = "!$%&'()*+,-./:;=?@_~"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
# IPv6 addresses that only stand for one of IPv4 (RFC 6052).
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: what to connect to, and what to ask for there."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as a request names it, with a port that isn't the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def create_target(address: str) -> Target:
    """Return an address taken apart; RefusedError for one that isn't a web address."""
    try:
        parts = urlsplit(address)
        host = _encode_host(parts.hostname or "")
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError:
        # UnicodeError, too, is a ValueError.
        raise RefusedError("This can’t be read as a web address.") from None
    if parts.scheme not in _PORTS or not host:
        raise RefusedError("This is no address of the web (http or https).")
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    return Target(parts.scheme, host, port, path)


def _encode_host(host: str) -> str:
    """Return a host as a request names it; ValueError for what is neither an IP address nor a name."""
    if _is_ip(host):
        return host
    encoded = host.encode("idna").decode()
    if encoded and not _NAME.fullmatch(encoded):
        raise ValueError(host)
    return encoded


async def find_machines(target: Target, *, may_be_private: bool = False) -> list[str]:
    """Return the IP addresses of a target, which are then connected to by number, so that no name can change meanwhile.

    UnknownNameError where no server has the name, NoAnswerError where that can't be told for now; RefusedError where
    any of the machines is private, unless it may be.
    """
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (UnicodeError, OSError) as error:
        if isinstance(error, socket.gaierror) and error.errno in _NO_SUCH_NAME:
            raise UnknownNameError from None
        raise NoAnswerError("The server’s name could not be looked up.") from None
    machines = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not may_be_private and not all(map(is_public, machines)):
        raise RefusedError("This leads into a private network, where nothing is ever asked for.")
    return machines


def is_public(machine: str) -> bool:
    """Tell whether an IP address belongs to the public internet, and so does any that is written inside it."""
    ip = ipaddress.ip_address(machine.partition("%")[0])
    if ip.is_multicast or not ip.is_global or getattr(ip, "is_site_local", False):
        return False
    if isinstance(ip, ipaddress.IPv4Address):
        return True
    inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in _TRANSLATED:
        inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return all(one is None or one.is_global for one in inner)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return host.isascii() and host.isprintable() and " " not in host
