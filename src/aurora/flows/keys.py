"""Keys of the HTTP API from their making to their end; each step is an event."""

import secrets
import time
from collections.abc import Sequence

from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.key import Issued, Key, Scope, digest, key_of, new_secret

_LONGEST_NAME = 80
_SOURCE = "keys"


def create(tools: Tools, name: str, scope: Scope, *, seconds: float = 0.0) -> Issued:
    """A new key that ends after `seconds`, or never with 0. Raises `BadInputError` for a name that is none."""
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadInputError(
            f"{name[:_LONGEST_NAME]!r} cannot be the name of a key.",
            next_step=f"Say in 1 to {_LONGEST_NAME} characters who will use it.",
        )
    if scope is Scope.PUBLIC:
        raise BadInputError("a key that opens nothing is none.", next_step="Scopes are: read, run, change, admin.")
    now = time.time()
    issued = _issue(Key(secrets.token_hex(4), name, scope, now, now + seconds if seconds else 0.0))
    tools.store().keys.add(issued.key, digest(issued.secret))
    _note(tools, "key.created", issued.key)
    return issued


def rotate(tools: Tools, id: str, *, overlap: float) -> Issued:
    """A key in the place of another, which still works for `overlap` seconds. Raises `NotFoundError`."""
    old, now = _usable(tools, id), time.time()
    lasting = old.expires - old.created if old.expires else 0.0
    issued = _issue(Key(secrets.token_hex(4), old.name, old.scope, now, now + lasting if lasting else 0.0))
    tools.store().keys.rotate(old.id, issued.key, digest(issued.secret), until=now + overlap)
    _note(tools, "key.rotated", old, successor=issued.key.prefix)
    return issued


def revoke(tools: Tools, id: str) -> Key:
    """End a key and its sessions at once. Raises `NotFoundError` for one that is not there or has ended."""
    key = _usable(tools, id)
    tools.store().keys.revoke(key.id, time.time())
    _note(tools, "key.revoked", key)
    return key


def every(tools: Tools) -> Sequence[Key]:
    """All keys, the newest first."""
    return tools.store().keys.all()


def _issue(key: Key) -> Issued:
    return Issued(key, new_secret(key.id))


def _usable(tools: Tools, id: str) -> Key:
    found = tools.store().keys.find(key_of(id) or id.removeprefix("aur_"))
    if found is None or not found[0].usable(time.time()):
        raise NotFoundError("usable key", id[:12], next_step="See `aurora keys list`.")
    return found[0]


def _note(tools: Tools, type: str, key: Key, **more: str) -> None:
    data = {"name": key.name, "scope": str(key.scope), **more}
    tools.store().events.append(type, source=_SOURCE, subject=key.prefix, data=dict(data))
