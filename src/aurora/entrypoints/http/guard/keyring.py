"""Tells who asks: the key in a header, the session in a cookie, or nobody on a server of this machine alone."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from aurora.contracts.keys import Keys
from aurora.model.key import Key, Scope, digest, key_of

T = TypeVar("T")
_FRESH = 2.0  # seconds that what was read of a key is believed, and so the time that a revocation may take
_MOST = 4096  # keys and sessions that are remembered, those that do not exist too
_NO_DIGEST = "0" * 64


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks and what they may: `name` is a key's prefix, `local`, or `anybody`."""

    name: str
    scope: Scope
    session: str = ""  # the token of the cookie it came with

    @property
    def csrf(self) -> str:
        """What a page must send back with a change: only who can read this server's answers knows it."""
        return hmac.new(self.session.encode(), b"aurora csrf", hashlib.sha256).hexdigest() if self.session else ""

    def is_csrf(self, token: bytes) -> bool:
        """Whether a page sent back what it must."""
        return bool(self.session) and hmac.compare_digest(self.csrf.encode(), token)


LOCAL = Principal("local", Scope.ADMIN)
ANYBODY = Principal("anybody", Scope.PUBLIC)


class Keyring:
    """The keys of the store, each read again when what is known of it is no longer fresh."""

    def __init__(self, keys: Callable[[], Keys]) -> None:
        self._keys = keys
        self._known: dict[str, tuple[float, tuple[Key, str] | None]] = {}
        self._sessions: dict[str, tuple[float, tuple[str, float] | None]] = {}

    async def by_secret(self, secret: str) -> Principal | None:
        """Who has this secret; None for nobody. Raises `StoreError`."""
        found = await self._find(key_of(secret))
        same = hmac.compare_digest(digest(secret), found[1] if found else _NO_DIGEST)
        if found is None or not same or not found[0].usable(time.time()):
            return None
        return Principal(found[0].prefix, found[0].scope)

    async def by_session(self, token: str) -> Principal | None:
        """Who opened this session, with what their key allows now; None when it has ended. Raises `StoreError`."""
        session = await self._session(digest(token))
        now = time.time()
        if session is None or session[1] <= now:
            return None
        found = await self._find(session[0])
        if found is None or not found[0].usable(now):
            return None
        return Principal(found[0].prefix, found[0].scope, token)

    async def still(self, principal: Principal) -> bool:
        """Whether somebody who came in earlier may still be here."""
        if principal in (LOCAL, ANYBODY):
            return True
        if principal.session:
            return await self.by_session(principal.session) is not None
        found = await self._find(principal.name.removeprefix("aur_"))
        return found is not None and found[0].usable(time.time())

    def forget(self, token: str) -> None:
        """Believe nothing of a session any more."""
        self._sessions.pop(digest(token), None)

    async def _find(self, id: str) -> tuple[Key, str] | None:
        if not id:
            return None
        known = self._known.get(id)
        if known is None or time.monotonic() - known[0] > _FRESH:
            known = time.monotonic(), await asyncio.to_thread(lambda: self._keys().find(id))
            _keep(self._known, id, known)
        return known[1]

    async def _session(self, token: str) -> tuple[str, float] | None:
        known = self._sessions.get(token)
        if known is None or time.monotonic() - known[0] > _FRESH:
            known = time.monotonic(), await asyncio.to_thread(lambda: self._keys().session(token))
            _keep(self._sessions, token, known)
        return known[1]


def _keep(cache: dict[str, tuple[float, T]], name: str, value: tuple[float, T]) -> None:
    if len(cache) >= _MOST:
        cache.clear()
    cache[name] = value
