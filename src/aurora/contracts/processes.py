"""What a supervisor needs of an operating system: to start, to end and to outlive the processes of its services."""

from collections.abc import Callable, Mapping
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


class Ends(Protocol):
    """Tells when processes end, children or not."""

    def watch(self, pid: int, call: Callable[[], None]) -> int:
        """Call once when a process ends, inside a turn of the loop.

        Returns a descriptor that means exactly this process, to be closed by the caller after `forget`; -1 where there
        are none. Raises `ProcessLookupError` when there is no such process.
        """

    def forget(self, pid: int) -> None:
        """Watch a process no longer; it may be forgotten already."""
