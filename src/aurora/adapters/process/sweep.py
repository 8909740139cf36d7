"""Removes old temporary files, of the folders and patterns that were allowed and no others."""

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from aurora.model.temporary import Found, Temporary

_DAY = 86_400.0


def old_files(allowed: Iterable[Temporary], now: float | None = None) -> list[Found]:
    """The files that may be removed, each once: regular ones, named by a pattern, below their folder, old enough.

    Nothing is followed that is a link, and no other file system is entered.
    """
    moment, found = time.time() if now is None else now, dict[Path, Found]()
    for rule in allowed:
        for path, facts in _below(rule.folder):
            old = moment - facts.st_mtime > rule.days * _DAY
            if old and any(path.match(pattern) for pattern in rule.patterns):
                found.setdefault(path, Found(path, facts.st_size))
    return list(found.values())


def remove(files: Iterable[Found]) -> list[Found]:
    """Remove files; returns those that are gone by it."""
    gone = []
    for each in files:
        with contextlib.suppress(OSError):
            each.path.unlink()
            gone.append(each)
    return gone


def _below(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    try:
        device = folder.lstat().st_dev
    except OSError:
        return
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if _device(Path(parent, name)) == device]
        for name in names:
            path = Path(parent, name)
            with contextlib.suppress(OSError):
                facts = path.lstat()
                if stat.S_ISREG(facts.st_mode):
                    yield path, facts


def _device(folder: Path) -> int:
    with contextlib.suppress(OSError):
        return folder.lstat().st_dev
    return -1
