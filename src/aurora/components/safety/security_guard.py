"""Security Guard: keys that are known by the digest of their secret alone, and what each may do.

Drill: the key in use is revoked behind its back, so that it opens nothing; a new one takes its place.
"""

import time
from dataclasses import dataclass

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.components.memory.persistent_storage import persistent_storage
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.key import Key, Scope, digest, key_of, new_secret


@dataclass(slots=True)
class Guard:
    """The store with the keys, and the secret of the guard's own."""

    store: OpenStore
    secret: str = ""
    opened: int = 0
    refused: int = 0

    def allows(self, secret: str, scope: Scope) -> bool:
        """Whether a secret opens what needs a scope."""
        found = self.store.keys.find(key_of(secret)) if key_of(secret) else None
        known = found is not None and found[1] == digest(secret)
        allowed = known and found is not None and found[0].usable(time.time()) and found[0].scope.allows(scope)
        self.opened, self.refused = self.opened + allowed, self.refused + (not allowed)
        return bool(allowed)


@component("C32", after=(persistent_storage,))
def security_guard(house: House) -> Living:
    """The keys of the store, one of its own that may read."""
    care = Care(lambda: _issued(Guard(open_store(house.url))), _wrong, _revoke, _figures, _close, _issued)
    return Owned(care, house.loan)


def _issued(guard: Guard) -> Guard:
    number = f"{time.time_ns() % 16**8:08x}"
    guard.secret = new_secret(number)
    key = Key(number, "component", Scope.READ, time.time())
    guard.store.keys.add(key, digest(guard.secret))
    return guard


def _wrong(guard: Guard) -> str:
    if not guard.secret:  # of a server, in which no key is issued but by its people
        return "a secret that nobody was given opens" if guard.allows(new_secret("0" * 8), Scope.READ) else ""
    forged = guard.secret[:-1] + ("A" if guard.secret[-1] != "A" else "B")
    if guard.allows(forged, Scope.READ):
        return "a forged key opens"
    if guard.allows(guard.secret, Scope.ADMIN):
        return "a key that may read does what an administrator may"
    return "" if guard.allows(guard.secret, Scope.READ) else "the key in use opens nothing"


def _revoke(guard: Guard) -> str:
    guard.store.keys.revoke(key_of(guard.secret), time.time())
    return "the key in use was revoked"


def _close(guard: Guard) -> None:
    guard.store.keys.revoke(key_of(guard.secret), time.time())
    guard.store.close()


def _figures(guard: Guard) -> dict[str, float]:
    return {"keys": len(guard.store.keys.all()), "opened": guard.opened, "refused": guard.refused}
