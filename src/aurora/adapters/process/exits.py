"""How processes ended whose supervisor was not there, and which instances they were: the keeper's lines."""

import contextlib
import json
import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from aurora.adapters.process.files import appending
from aurora.adapters.process.identity import Identity, boot
from aurora.adapters.process.room import reserve
from aurora.contracts.processes import Child

LONGEST = 1 << 18  # bytes of the file after which a new one is begun
ROOM = 1 << 15  # bytes that the keeper may write to it on a full disk


class Exits:
    """Reads what the keeper wrote: one JSON object a line with pid, ticks, status, token."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._older = path.with_suffix(".old")

    def shorten(self) -> None:
        """Begin a new file when this one is long: the keeper opens it for each line, and nobody asks for old ones.

        It gets room ahead, as far as there is some, so that the keeper's lines are written when the disk is full.
        """
        with contextlib.suppress(OSError):
            if self._path.exists() and self._path.stat().st_size > LONGEST:
                self._path.replace(self._older)
            file = appending(self._path)
            try:
                reserve(file, os.fstat(file).st_size, ROOM)
            finally:
                os.close(file)

    def status(self, who: Identity) -> int | None:
        """The exit code of a process, minus the number of its signal; None when nobody saw it end."""
        for line in self._lines():
            if (line.get("pid"), line.get("ticks")) == (who.pid, who.ticks) and "status" in line:
                return int(line["status"])
        return None

    def bearer(self, token: str) -> Identity | None:
        """The eldest process that carried a token when its supervisor died; None when the keeper saw none."""
        found = [Identity(line["pid"], line["ticks"], boot()) for line in self._lines() if line.get("token") == token]
        return min(found, key=lambda each: (each.ticks, each.pid), default=None)

    def nameless(self, since: int, known: Collection[Identity]) -> Identity | None:
        """The instance that ended before anybody read its token, started at `since` ticks or later and not `known`.

        None when there is none, and when there are several, of which nobody can tell the right one.
        """
        lines = [line for line in self._lines() if line.get("token") == "" and line["ticks"] >= since]
        found = {Identity(line["pid"], line["ticks"], boot()) for line in lines}.difference(known)
        return found.pop() if len(found) == 1 else None

    def _lines(self) -> Iterator[dict[str, Any]]:
        return (_read(line) for path in (self._path, self._older) for line in _newest_first(path))


def _newest_first(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8", "replace").splitlines()[::-1]
    except OSError:
        return []


def _read(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    whole = isinstance(found, dict) and {"pid", "ticks"} <= found.keys()
    return found if whole and all(type(found.get(name, 0)) is int for name in ("pid", "ticks", "status")) else {}


def status_of(child: Child) -> int:
    """How a child ended; the kernel keeps it, to tell it again, until the child is buried."""
    if child.returncode is not None or not hasattr(os, "waitid"):  # Python on macOS and Windows has none
        return child.wait()
    ended = os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    if ended is None:
        return child.wait()
    return int(ended.si_status) if ended.si_code == os.CLD_EXITED else -int(ended.si_status)
