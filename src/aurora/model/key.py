"""A key of the HTTP API: what it may do, how long, and how its secret is made and told from others."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_SECRET = re.compile(r"aur_([0-9a-f]{8})_[A-Za-z0-9_-]{43}")


class Scope(StrEnum):
    """What a request needs and what a key allows; each of them allows what those before it do."""

    PUBLIC = "public"  # no key at all
    READ = "read"
    RUN = "run"  # makes work: searches, jobs, conversations
    CHANGE = "change"  # changes what is kept: files, corpus, what was learned
    ADMIN = "admin"  # keys, restarts, settings

    def allows(self, other: "Scope") -> bool:
        """Whether who has this may do what needs the other."""
        return _RANKS[self] >= _RANKS[other]


_RANKS: Mapping[Scope, int] = {scope: rank for rank, scope in enumerate(Scope)}


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret; times are seconds since the epoch, 0 for what has not been or never will."""

    id: str  # eight hexadecimal digits, the part of the secret that is shown
    name: str
    scope: Scope
    created: float
    expires: float = 0.0
    revoked: float = 0.0
    successor: str = ""  # the key that it was rotated to

    @property
    def prefix(self) -> str:
        """The beginning of its secret, by which people know it."""
        return f"aur_{self.id}"

    def usable(self, now: float) -> bool:
        """Whether it opens anything at a moment."""
        return not self.revoked and (not self.expires or now < self.expires)


@dataclass(frozen=True, slots=True)
class Issued:
    """A new key with its secret, which is told once and kept nowhere."""

    key: Key
    secret: str


def new_secret(id: str) -> str:
    """The secret of a new key: 256 bits from the system's source of chance behind its prefix."""
    return f"aur_{id}_{secrets.token_urlsafe(32)}"


def key_of(secret: str) -> str:
    """The id in a secret; empty when the text has not the form of one."""
    found = _SECRET.fullmatch(secret)
    return found[1] if found else ""


def digest(secret: str) -> str:
    """What is kept of a secret. SHA-256 is enough: a secret of 256 random bits cannot be guessed, however fast."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
