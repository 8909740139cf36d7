"""Keys of the HTTP API and the sessions that were opened with them, as they are kept."""

from collections.abc import Sequence
from typing import Protocol

from aurora.model.key import Key


class Keys(Protocol):
    """Keeps keys and sessions by the digests of their secrets, never the secrets."""

    def add(self, key: Key, digest: str) -> None:
        """Keep a new key."""

    def all(self) -> Sequence[Key]:
        """Every key, the newest first, those that ended too."""

    def find(self, id: str) -> tuple[Key, str] | None:
        """A key and the digest of its secret."""

    def rotate(self, old: str, new: Key, digest: str, *, until: float) -> None:
        """Keep a new key in the place of an old one, which ends at `until` or earlier; both or neither."""

    def revoke(self, id: str, moment: float) -> bool:
        """End a key and its sessions at once; False when there is no such key that had not been revoked."""

    def open_session(self, digest: str, key: str, *, until: float) -> None:
        """Keep a session that was opened with a key; sessions that have ended are dropped."""

    def session(self, digest: str) -> tuple[str, float] | None:
        """The key of a session and when it ends."""

    def close_session(self, digest: str) -> None:
        """End a session."""
