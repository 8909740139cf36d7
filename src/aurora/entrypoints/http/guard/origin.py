"""Where a request comes from: the Host and Origin checks that keep other people's pages out."""

import ipaddress
import re
from functools import lru_cache

from aurora.entrypoints.http.guard.head import Head
from aurora.entrypoints.http.guard.refusal import Refusal

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}))(?::[0-9]{1,5})?")
_SAME = frozenset({b"same-origin", b"none"})  # none: typed, or a bookmark


@lru_cache(maxsize=1024)
def is_loopback(host: str) -> bool:
    """Whether a name or address is of this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def check_host(head: Head, names: frozenset[str], *, exposed: bool) -> None:
    """Refuse a Host that is not this server's: a page may let its own name resolve to this machine (DNS rebinding).

    An address cannot be rebound, so beyond loopback each address will do.
    """
    text = head.get(b"host", b"").decode("latin-1")
    found = _HOST.fullmatch(text)
    if found is None:
        raise Refusal(400, "host", "The Host header is missing or is none.", ends_connection=True)
    host = found[1].lower().rstrip(".")
    if is_loopback(host) or host in names or (exposed and is_address(host)):
        return
    raise Refusal(
        421, "host", f"This server is not {host}. If it is meant to be, add the name to AURORA_HTTP_NAMES.",
        ends_connection=True,
    )  # fmt: skip


def check_origin(head: Head, method: str) -> None:
    """Refuse what a page of another origin sends; programs send no Origin and pass.

    A link from another site may open a page here (a GET that navigates), and nothing else.
    """
    origin = head.get(b"origin")
    if origin is not None:
        scheme, _, rest = origin.partition(b"://")
        if scheme.lower() not in (b"http", b"https") or rest.lower() != head.get(b"host", b"").lower():
            raise Refusal(403, "origin", "A page of another origin may not use this server.")
        return
    site = head.get(b"sec-fetch-site")
    if site is None or site in _SAME:
        return
    opens = method == "GET" and (head.get(b"sec-fetch-mode"), head.get(b"sec-fetch-dest")) == (b"navigate", b"document")
    if not opens:
        raise Refusal(403, "origin", "A page of another origin may not use this server.")


@lru_cache(maxsize=1024)
def is_address(host: str) -> bool:
    """Whether it is an address and no name."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
