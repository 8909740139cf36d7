"""What touches a path that a user names is done beside the loop: its disk may answer late or never.

Most paths are on the disk of the state folder, without which a supervisor cannot be anyway: these are touched at once,
until the table of mounts changes. Others are touched in a thread, which is left behind when it is late; none of them
holds a lock, so that the process may be forked meanwhile.
"""

import _thread
import errno
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from aurora.adapters.process.mounts import Mounts
from aurora.contracts.processes import Child, Processes
from aurora.model.service import Service

T = TypeVar("T")
PATIENCE = 0.5  # seconds that the loop waits for a disk, once, until it answers again
STUCK = 0.4  # seconds after which nobody else asks for a path that somebody waits for


class Asked(Generic[T]):
    """What was asked for, and came or not yet; `begun` is whether anybody waits for it."""

    def __init__(self) -> None:
        self.begun = self.done = False
        self.since = time.monotonic()
        self._found: list[T] = []
        self._error: BaseException | None = None
        self._over = _thread.allocate_lock()
        self._over.acquire()

    def run(self, work: Callable[[], T]) -> None:
        """Do it."""
        try:
            self._found.append(work())
        except BaseException as error:  # noqa: BLE001 - it is raised where the result is asked for
            self._error = error
        self.done = True
        self._over.release()

    def wait(self, patience: float) -> bool:
        """Whether it is done within so many seconds."""
        return self.done or (self.begun and self._over.acquire(timeout=patience))

    def result(self) -> T:
        """What was found, once it is done; raises what went wrong."""
        if self._error:
            raise self._error
        return self._found[0]


class Beside:
    """Touches paths; `home` is a folder on the disk that is touched at once."""

    def __init__(self, home: Path) -> None:
        self._device = _device(home)
        self._near = set[Path]()
        self._waiting: dict[Path, Asked[object]] = {}
        self._mounts = Mounts()

    def ask(self, path: Path, work: Callable[[], T], *, apart: bool = False) -> Asked[T]:
        """Do what touches a path, now or in a thread; `apart` is for what touches others too."""
        if self._mounts.changed():
            self._near = set()
        asked = Asked[T]()
        if path in self._near and not apart:
            asked.run(work)
            return asked
        self._waiting = {each: one for each, one in self._waiting.items() if not one.done}
        before = self._waiting.get(path)
        if before and time.monotonic() - before.since > STUCK:
            return asked
        with suppress(RuntimeError):  # so many threads may run and no more
            _thread.start_new_thread(self._run, (path, work, asked, self._near))
            asked.begun = True
            self._waiting.setdefault(path, asked)  # type: ignore[arg-type]
        return asked

    def now(self, path: Path, work: Callable[[], T], patience: float = PATIENCE, *, apart: bool = False) -> T:
        """The same, and what came of it; raises `TimeoutError` when the disk does not answer in time."""
        asked = self.ask(path, work, apart=apart)
        if not asked.wait(patience):
            raise TimeoutError(errno.ETIMEDOUT, "its disk does not answer", str(path))
        return asked.result()

    def _run(self, path: Path, work: Callable[[], T], asked: Asked[T], near: set[Path]) -> None:
        if self._device and _device(path) == self._device:
            near.add(path)
        asked.run(work)


class Patient:
    """`Processes` that start nothing where a disk does not answer: the loop would wait for it."""

    def __init__(self, processes: Processes, beside: Beside) -> None:
        self._processes, self._beside = processes, beside
        self.ask_to_end, self.kill, self.stop = processes.ask_to_end, processes.kill, processes.stop

    def spawn(self, service: Service, log: Path, told: Mapping[str, str], token: str) -> Child:
        """See `Processes`."""
        self._see(service.folder)
        program = service.command[0]
        if "/" in program:
            self._see(service.folder / program)
        return self._processes.spawn(service, log, told, token)

    def run(self, line: str, folder: Path, environment: Mapping[str, str]) -> Child:
        """See `Processes`."""
        self._see(folder)
        return self._processes.run(line, folder, environment)

    def _see(self, path: Path) -> None:
        self._beside.now(path, lambda: _device(path))


def _device(path: Path) -> int:
    """The disk that a path is on, or would be; 0 where that cannot be seen."""
    for each in (path, path.parent):
        with suppress(OSError):
            return each.stat().st_dev
    return 0
