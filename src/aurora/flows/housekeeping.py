"""What keeps disks from being full: output is rotated when it is due; when little is left, what may go is removed.

All of it happens beside the supervisor's loop, one thing at a time: copying, packing and looking take a while.
"""

import contextlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Thread

from aurora.adapters.process.logs import Log
from aurora.adapters.process.rooms import Rooms
from aurora.adapters.process.sweep import old_files, remove
from aurora.adapters.services.temporary import read_temporary
from aurora.engines.monitor.surroundings import Surroundings
from aurora.model.errors import AuroraError
from aurora.model.room import Room

Tell = Callable[[str, str, dict[str, object]], object]
Look = Callable[[float, Iterable[Path]], Iterable[Room]]
STUCK = 60.0  # seconds after which work that waits for a disk holds up no other any more


class Housekeeping:
    """Looks after the output of services and the disks that they use; `file` says what else may go."""

    def __init__(self, file: Path, tell: Tell, look: Look | None = None) -> None:
        self._file, self._tell, self._look = file, tell, look or Rooms().look
        self._surroundings = Surroundings(tell)
        self._cleaned: set[str] = set()  # disks on which what may go is gone, until there is room again
        self._told: list[tuple[str, str, dict[str, object]]] = []
        self._working: Thread | None = None
        self._begun = 0.0  # when that was begun

    @property
    def warning(self) -> str:
        """What people should know of disks and memory; empty when there is room."""
        return self._surroundings.warning

    def look(self, now: float, logs: Sequence[Log], folders: Iterable[Path]) -> None:
        """Take in how full everything is, and begin what is to be done about it, unless something is under way."""
        self._surroundings.feed(now, self._look(now, folders))
        while self._told:
            self._tell(*self._told.pop(0))
        low = [each for each in self._surroundings.low if each.kind == "disk"]
        self._cleaned &= {each.where for each in low}
        if self._working and self._working.is_alive() and now - self._begun < STUCK:
            return
        self._begun = now
        full = next((each for each in low if each.where not in self._cleaned), None)
        due = next((log for log in logs if log.due()), None)
        if full:
            self._cleaned.add(full.where)
            self._begin(lambda: self._clean(full, logs))
        elif due:
            self._begin(due.rotate)

    def _begin(self, work: Callable[[], object]) -> None:
        self._working = Thread(target=_quietly, args=(work,), daemon=True)
        with contextlib.suppress(RuntimeError):  # so many threads may run and no more: the next look tries again
            self._working.start()

    def _clean(self, room: Room, logs: Sequence[Log]) -> None:
        """Remove rotated output that lies on this disk, and the temporary files that may go when little is left."""
        gone, freed = list[str](), 0
        for path in (path for log in logs for path in log.rotated()):
            with contextlib.suppress(OSError):
                if path.stat().st_dev == Path(room.where).stat().st_dev:
                    size = path.stat().st_size
                    path.unlink()
                    gone, freed = [*gone, str(path)], freed + size
        try:
            allowed, wrong = [each for each in read_temporary(self._file) if each.when_low], ""
        except AuroraError as error:
            allowed, wrong = [], error.sentence
        for each in remove(old_files(allowed)):
            gone, freed = [*gone, str(each.path)], freed + each.size
        facts = {"removed": len(gone), "files": gone[:20], "freed_mb": round(freed / 2**20, 1), "wrong": wrong}
        self._told.append(("disk.cleaned", room.subject, facts))


def _quietly(work: Callable[[], object]) -> None:
    with contextlib.suppress(OSError):  # a full disk: the next look tries again
        work()
