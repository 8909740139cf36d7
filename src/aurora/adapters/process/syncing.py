"""What was written reaches the disk itself, in a thread: all that came within a moment together (group commit)."""

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

WINDOW = 0.05  # seconds for which writes are collected
_FOLDERS = hasattr(os, "O_DIRECTORY")  # whether a folder can be opened
NAME = "syncing"  # of the thread


def sync(path: Path) -> None:
    """Return when the content of a file, or the names in a folder, are on the disk; raises `OSError`.

    On macOS `fsync` leaves them in the cache of the drive, `F_FULLFSYNC` does not. Windows opens no folder, and syncs
    only what may be written.
    """
    if not _FOLDERS and path.is_dir():
        return
    file = os.open(path, os.O_RDONLY if _FOLDERS else os.O_RDWR)
    try:
        _commit(file)
    finally:
        os.close(file)


def _commit(file: int) -> None:
    try:
        from fcntl import F_FULLFSYNC, fcntl  # type: ignore[attr-defined]
    except ImportError:
        os.fsync(file)
    else:
        fcntl(file, F_FULLFSYNC)


class Syncing:
    """Syncs what was written `window` seconds later, or what the sync before it takes.

    There is a thread only while there is something to sync, so that a process without news has none.
    """

    def __init__(self, sync: Callable[[Path], None] = sync, window: float = WINDOW) -> None:
        self._sync, self._window = sync, window
        self._lock = threading.Lock()
        self._hurry = threading.Event()
        self._waiting: dict[Path, None] = {}  # in the order of their first writes
        self._thread: threading.Thread | None = None
        self.trouble = ""

    def wrote(self, *paths: Path) -> None:
        """Sync files and folders soon."""
        with self._lock:
            self._waiting |= dict.fromkeys(paths)
            if self._thread is None:
                self._hurry.clear()
                thread = threading.Thread(target=self._work, name=NAME, daemon=True)
                with suppress(RuntimeError):  # so many may run and no more: the next write tries again
                    thread.start()
                    self._thread = thread

    def settle(self) -> None:
        """Wait until all that was written is on the disk."""
        with self._lock:
            thread = self._thread
            self._hurry.set()
            left = {} if thread else self._waiting
            self._waiting = self._waiting if thread else {}
        for path in left:  # for which no thread was to be had
            self._commit(path)
        if thread is not None:
            thread.join()

    def _work(self) -> None:
        while True:
            self._hurry.wait(self._window)
            with self._lock:
                paths, self._waiting = self._waiting, {}
                if not paths:
                    self._thread = None
                    return
            for path in paths:
                self._commit(path)

    def _commit(self, path: Path) -> None:
        try:
            self._sync(path)
        except FileNotFoundError:
            return  # what took its place is synced by whoever wrote that
        except OSError as error:
            trouble = f"{path}: what was written may not survive a power cut: {error.strerror}\n"
            if trouble != self.trouble:
                sys.stderr.write(trouble)
            self.trouble = trouble
