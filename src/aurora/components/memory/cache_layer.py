"""Cache Layer: answers in memory before answers on disk, each with its digest; the least used leaves first.

Drill: a file of the cache is overwritten; an answer that is not what was put is never given, and is dropped.
"""

import hashlib
import threading
from collections import OrderedDict
from pathlib import Path

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_MOST = 256  # answers in memory


class Cache:
    """Texts by key, in memory and in a folder; used from any thread."""

    def __init__(self, folder: Path, most: int = _MOST) -> None:
        self.folder, self._most, self._lock = folder, most, threading.Lock()
        self._near: OrderedDict[str, str] = OrderedDict()
        self.hits, self.misses, self.damaged = 0, 0, 0
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, key: str, text: str) -> None:
        """Keep a text."""
        with self._lock:
            self._path(key).write_text(_digest(text) + text, "utf-8")
            self._keep(key, text)

    def get(self, key: str) -> str | None:
        """The text of a key; None when there is none, or when what is on the disk is not what was put."""
        with self._lock:
            found = self._near.get(key) or self._read(key)
            self.hits, self.misses = self.hits + (found is not None), self.misses + (found is None)
            if found is not None:
                self._keep(key, found)
            return found

    def drop(self, key: str) -> None:
        """Forget what is in memory; the disk is asked next time."""
        with self._lock:
            self._near.pop(key, None)

    def _keep(self, key: str, text: str) -> None:
        self._near[key] = text
        self._near.move_to_end(key)
        while len(self._near) > self._most:
            self._near.popitem(last=False)

    def _read(self, key: str) -> str | None:
        path = self._path(key)
        if not path.is_file():
            return None
        kept = path.read_text("utf-8", errors="replace")
        if kept[:64] == _digest(kept[64:]):
            return kept[64:]
        self.damaged += 1
        path.unlink()
        return None

    def _path(self, key: str) -> Path:
        return self.folder / hashlib.sha256(key.encode()).hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@component("C19")
def cache_layer(house: House) -> Living:
    """A cache in the folder of the house."""

    def filled() -> Cache:
        return _refilled(Cache(house.folder / "cache"))

    return Owned(Care(filled, _wrong, _damage, lambda it: {"hits": it.hits, "misses": it.misses}, mend=_refilled))


def _refilled(cache: Cache) -> Cache:
    cache.put("component", "what was put")
    return cache


def _wrong(cache: Cache) -> str:
    cache.drop("component")
    found = cache.get("component")
    return "" if found == "what was put" else f"the disk gives {found!r}; {cache.damaged} damaged"


def _damage(cache: Cache) -> str:
    for path in cache.folder.iterdir():
        path.write_bytes(b"x" * 80)
    return "the files of the cache were overwritten"
