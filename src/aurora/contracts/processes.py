"""What a supervisor needs of an operating system: to start, end, know, measure and outlive processes of services."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from aurora.model.service import Service


class Child(Protocol):
    """A process that was started by this one."""

    @property
    def pid(self) -> int:
        """Its process id."""

    @property
    def returncode(self) -> int | None:
        """Its exit status, minus the number of a signal; None until it is buried."""

    def wait(self) -> int:
        """Bury it; returns its exit status."""


class Processes(Protocol):
    """Starts and ends instances, each apart from the supervisor, so that its death does not end them."""

    def spawn(self, service: Service, log: Path, told: Mapping[str, str], token: str) -> Child:
        """Start an instance that carries a token, its output at the end of `log`; raises `OSError`."""

    def ask_to_end(self, pid: int, signal: str) -> None:
        """Ask an instance and all that it started to end, by this signal or what comes next to it."""

    def kill(self, pid: int, token: str) -> None:
        """End an instance and all that it started, however deep."""

    def run(self, line: str, folder: Path, environment: Mapping[str, str]) -> Child:
        """Start a command line by the shell of the system; what runs is no instance. Raises `OSError`."""

    def stop(self, pid: int) -> None:
        """End what `run` started, and what that started."""


class Ends(Protocol):
    """Tells when processes end, children or not."""

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """Call once when a process ends, inside a turn of the loop.

        Returns a descriptor that means exactly this process, to be closed by the caller after `forget`; -1 where there
        are none. Raises `ProcessLookupError` when there is no such process.
        """

    def forget(self, pid: int) -> None:
        """Watch a process no longer; it may be forgotten already."""

    def status(self, pid: int, file: int) -> int | None:
        """How a process ended, to be asked in the call that tells of its end or, by what `watch` returned, later.

        None where that is not told, or not yet.
        """


@dataclass(frozen=True, slots=True)
class Usage:
    """One sample: a letter for the state, CPU seconds so far, resident memory in MiB, threads.

    R runs, S sleeps, D waits for a device, T is stopped, Z is dead and not buried.
    """

    state: str
    cpu_seconds: float
    memory_mb: float
    threads: int


class Gauge(Protocol):
    """Samples one process."""

    def sample(self) -> Usage:
        """What it uses now; raises `ProcessLookupError` when it is gone."""

    def descriptors(self) -> int:
        """How many files or handles it has open; 0 when that may not be seen."""

    def close(self) -> None:
        """Sample no more."""


class Census(Protocol):
    """One operating system; a start is a number that grows with time, in units of the system."""

    def boot(self) -> str:
        """The id of this boot of the machine; one text for all where starts are times of the calendar."""

    def now(self) -> int:
        """This moment as a start: no process that starts from now on has less."""

    def start(self, pid: int, *, ended: bool = False) -> int | None:
        """When a process started; None when there is none. One that `ended` and is not buried counts if asked for."""

    def pids(self) -> Iterable[int]:
        """All processes, as far as they may be seen."""

    def environment(self, pid: int) -> list[bytes]:
        """The entries NAME=VALUE that a process began with; empty where they may not be read."""

    def gauge(self, pid: int) -> Gauge:
        """A sampler of a process; raises `ProcessLookupError`."""

    def holders(self, port: int) -> Iterable[int]:
        """The processes that listen on a TCP port of this machine, as far as they may be seen."""

    def listens(self, pid: int, port: int) -> bool | None:
        """Whether a process listens on a TCP port; None when nobody is seen to do so."""
