"""The disks and the memory of this machine: how much there is, and how much is free.

A disk is asked beside the loop, since that of a network may answer late or never; one that does not holds nobody up.
"""

import _thread
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.process.mounts import Mounts
from aurora.model.room import Room

PATIENCE = 5.0  # seconds after which a disk counts as one that does not answer
_MIB = 2**20
_MEMORY = Path("/proc/meminfo")


@dataclass(frozen=True, slots=True)
class Disk:
    """What a folder tells of the disk that it is on."""

    device: int
    free_mb: float
    whole_mb: float


class Rooms:
    """Each disk that a folder is on, once, and the memory; what cannot be seen is left out.

    There is a thread while disks are asked, and one for each that does not answer, until it does. None of them holds a
    lock, so that the process may be forked meanwhile.
    """

    def __init__(
        self,
        ask: Callable[[Path], Disk | None] | None = None,
        patience: float = PATIENCE,
        memory: Path = _MEMORY,
        changed: Callable[[], bool] | None = None,
    ) -> None:
        self._ask, self._patience, self._memory = ask or disk, patience, memory
        self._changed = changed or Mounts().changed
        self._moved = set[Path]()  # folders that may be on another disk than they told last
        self._disks: dict[Path, Disk] = {}  # the last that each folder told
        self._silent: dict[Path, _Round] = {}  # folders that do not answer
        self._round: _Round | None = None
        self._late: tuple[Path | None, float] = None, 0.0  # which folder is waited for, and since when

    def look(self, now: float, folders: Iterable[Path]) -> Iterator[Room]:
        """What is known at a moment (seconds, in order); asks again for the next time."""
        wanted = list(dict.fromkeys(folders))
        self._take(now)
        if self._changed():
            self._moved = set(self._disks)
        for gone in (self._disks.keys() | self._silent.keys()) - set(wanted):
            self._disks.pop(gone, None)
            self._silent.pop(gone, None)
        if self._round is None:
            dumb = {self._disks[each].device for each in self._silent if each in self._disks}
            asked = [each for each in wanted if self._may_ask(each, dumb)]
            self._round = _Round(self._ask, asked)
            self._late = None, now
            try:
                _thread.start_new_thread(self._round.run, ())
            except RuntimeError:  # so many processes may run and no more: the next look asks
                self._round = None
        yield from self._known(wanted)
        yield from _left(self._memory)

    def _take(self, now: float) -> None:
        """Take in what was told; give up on a disk that is waited for too long."""
        current = self._round
        if current is None:
            return
        for folder, found in list(current.told.items()):
            self._silent.pop(folder, None)
            self._moved.discard(folder)
            if found:
                self._disks[folder] = found
            else:
                self._disks.pop(folder, None)
        waiting, since = current.at, self._late[1]
        if current.done:
            self._round = None
        elif waiting is not self._late[0]:
            self._late = waiting, now
        elif waiting is not None and now - since >= self._patience:
            current.given_up = True
            if waiting in self._moved:
                self._disks.pop(waiting, None)
            self._silent[waiting], self._round = current, None

    def _may_ask(self, folder: Path, dumb: set[int]) -> bool:
        """Whether no thread waits for the disk of a folder already, as far as that is known."""
        if folder in self._silent:
            return self._silent[folder].done
        return folder not in self._disks or self._disks[folder].device not in dumb

    def _known(self, wanted: Sequence[Path]) -> Iterator[Room]:
        """Each disk once, by the first folder on it."""
        dumb, seen = {self._disks[each].device for each in self._silent if each in self._disks}, set[int]()
        for folder in wanted:
            found = self._disks.get(folder)
            if found is None and folder in self._silent:
                yield Room("disk", str(folder), 0.0, 0.0, answers=False)
            elif found and found.device not in seen and found.whole_mb:
                seen.add(found.device)
                answers = found.device not in dumb
                yield Room("disk", str(folder), found.free_mb, found.whole_mb, answers=answers)


class _Round:
    """Asks one folder after the other, in a thread; `at` is the one that is asked now."""

    def __init__(self, ask: Callable[[Path], Disk | None], folders: Sequence[Path]) -> None:
        self._ask, self._folders = ask, folders
        self.at: Path | None = None
        self.told: dict[Path, Disk | None] = {}
        self.given_up = self.done = False

    def run(self) -> None:
        """Ask all, unless it is given up."""
        try:
            for folder in self._folders:
                self.at = folder
                self.told[folder] = self._ask(folder)
                if self.given_up:
                    return
        finally:
            self.done = True


def disk(folder: Path) -> Disk | None:
    """Ask a folder for its disk; None where that cannot be seen."""
    try:
        device, facts = folder.stat().st_dev, os.statvfs(folder)
    except (OSError, AttributeError):  # gone, or a system without statvfs
        return None
    return Disk(device, facts.f_bavail * facts.f_frsize / _MIB, facts.f_blocks * facts.f_frsize / _MIB)


def _left(memory: Path) -> Iterator[Room]:
    try:
        found = dict(line.split(":", 1) for line in memory.read_text("ascii").splitlines())
        free, whole = (int(found[name].split()[0]) / 1024 for name in ("MemAvailable", "MemTotal"))
    except (OSError, KeyError, ValueError):
        return
    yield Room("memory", "", free, whole)
