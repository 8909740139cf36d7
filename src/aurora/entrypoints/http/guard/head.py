"""The head of a request: read once, and refused when two readers could understand it differently."""

import re
from collections.abc import Iterable, Mapping
from random import getrandbits
from typing import Any

from aurora.entrypoints.http.guard.refusal import Refusal

Head = Mapping[bytes, bytes]
_ONCE = frozenset(
    {
        b"authorization",
        b"content-length",
        b"content-type",
        b"host",
        b"origin",
        b"sec-fetch-site",
        b"transfer-encoding",
        b"x-api-key",
        b"x-csrf-token",
        b"x-request-id",
    }
)
_SANE_ID = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_NOT_PLAIN = re.compile(r"[\x00-\x1f\x7f\\]|/\.\.?(?:/|$)")
_ESCAPED_TWICE = re.compile(rb"%25(?:2e|2f|5c|00)", re.IGNORECASE)
_FORWARDED = (b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via")


def read_head(headers: Iterable[tuple[bytes, bytes]]) -> dict[bytes, bytes]:
    """The headers by name; raises `Refusal` when one that must be alone is there twice."""
    found: dict[bytes, bytes] = {}
    for name, value in headers:
        if name in found:
            if name in _ONCE:
                raise Refusal(400, "ambiguous", f"The header {name.decode('latin-1')} is there more than once.")
            found[name] += (b"; " if name == b"cookie" else b", ") + value
        else:
            found[name] = value
    if b"content-length" in found and b"transfer-encoding" in found:
        raise Refusal(400, "ambiguous", "A body has a content-length or is chunked, not both.", ends_connection=True)
    return found


def request_id(headers: Iterable[tuple[bytes, bytes]]) -> str:
    """The id that the request brought, when it is sane, or a new one."""
    brought = [value for name, value in headers if name == b"x-request-id"]
    if len(brought) == 1 and _SANE_ID.fullmatch(brought[0]):
        return brought[0].decode("ascii")
    return f"{getrandbits(64):016x}"  # it tells requests apart and keeps no secret


def check_path(scope: Mapping[str, Any]) -> None:
    """Refuse a path that leads up, or that another reader would understand differently."""
    if _NOT_PLAIN.search(scope["path"]) or _ESCAPED_TWICE.search(scope.get("raw_path") or b""):
        raise Refusal(400, "traversal", "The path leads out of the tree of routes, or is not plain.")


def is_forwarded(head: Head) -> bool:
    """Whether somebody stands between the client and this server."""
    return any(name in head for name in _FORWARDED)


def cookie(head: Head, name: bytes) -> str:
    """The value of a cookie; empty when it is not there, or there twice."""
    pairs = [pair.strip().partition(b"=") for pair in head.get(b"cookie", b"").split(b";")]
    values = [value for key, _, value in pairs if key == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""
