"""Cache Layer: answers in memory before answers on disk, each with its digest; the least used leaves first.

Drill: a file of the cache is overwritten; an answer that is not what was put is never given, and is dropped.
"""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_MOST, _MOST_FILES = 256, 4096  # answers in memory, and on the disk
_OWN, _PUT = "component", "what was put"


class Cache:
    """Texts by key, in memory and in a folder; used from any thread. A disk that fails costs only the cache."""

    def __init__(self, folder: Path, most: int = _MOST, most_files: int = _MOST_FILES, edition: str = "") -> None:
        """What was put under another `edition` is not given."""
        self.folder, self._most, self._most_files, self._lock = folder, most, most_files, threading.Lock()
        self._edition = edition
        self._near: OrderedDict[str, str] = OrderedDict()
        self.hits, self.misses, self.damaged = 0, 0, 0
        folder.mkdir(parents=True, exist_ok=True)
        self._files = sum(1 for _ in folder.iterdir())

    def put(self, key: str, text: str) -> None:
        """Keep a text; the oldest files make room."""
        with self._lock:
            self._keep(key, text)
            with suppress(OSError):
                path = self._path(key)
                self._files += not path.exists()
                path.write_text(_digest(text) + text, "utf-8")
                if self._files > self._most_files:
                    self._tidy()

    def get(self, key: str) -> str | None:
        """The text of a key; None when there is none, or when what is on the disk is not what was put."""
        with self._lock:
            found = self._near.get(key) or self._read(key)
            self.hits, self.misses = self.hits + (found is not None), self.misses + (found is None)
            if found is not None:
                self._keep(key, found)
            return found

    def on_disk(self, key: str) -> str | None:
        """What the disk has, which counts as neither hit nor miss."""
        with self._lock:
            return self._read(key)

    def figures(self) -> Mapping[str, float]:
        """Hits, misses, files that were not what was put, and texts in memory and on the disk."""
        counted = {"hits": self.hits, "misses": self.misses, "damaged": self.damaged}
        return {**counted, "near": len(self._near), "files": self._files}

    def _tidy(self) -> None:
        """Drop the older half of the files."""
        files = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for path in files[: len(files) // 2]:
            path.unlink(missing_ok=True)
        self._files = len(files) - len(files) // 2

    def _keep(self, key: str, text: str) -> None:
        self._near[key] = text
        self._near.move_to_end(key)
        while len(self._near) > self._most:
            self._near.popitem(last=False)

    def _read(self, key: str) -> str | None:
        path = self._path(key)
        try:
            kept = path.read_text("utf-8", errors="replace")
        except OSError:
            return None
        if kept[:64] == _digest(kept[64:]):
            return kept[64:]
        self.damaged += 1
        self._files -= 1
        path.unlink(missing_ok=True)
        return None

    def _path(self, key: str) -> Path:
        return self.folder / hashlib.sha256(f"{self._edition}/{key}".encode(errors="surrogatepass")).hexdigest()


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@component("C19")
def cache_layer(house: House) -> Living:
    """A cache in the folder of the house."""

    def filled() -> Cache:
        return _refilled(Cache(house.folder / "cache"))

    return Owned(Care(filled, _wrong, _damage, Cache.figures, mend=_refilled), house.loan)


def _refilled(cache: Cache) -> Cache:
    cache.put(_OWN, _PUT)
    return cache


def _wrong(cache: Cache) -> str:
    """What was put must be there; what left to make room is put again."""
    before, found = cache.damaged, cache.on_disk(_OWN)
    if found is None and cache.damaged == before:
        found = _refilled(cache).on_disk(_OWN)
    return "" if found == _PUT else f"the disk gives {found!r}; {cache.damaged} damaged"


def _damage(cache: Cache) -> str:
    for path in cache.folder.iterdir():
        path.write_bytes(b"x" * 80)
    return "the files of the cache were overwritten"
