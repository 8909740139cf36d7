"""What becomes of a supervisor and its keeper when one of them dies.

The keeper starts a dead supervisor again. When the keeper is dead, the supervisor turns into a keeper by `exec`, which
keeps its children and their exit statuses, and starts a supervisor that adopts them.
"""

import os
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from aurora.adapters.process import keeper
from aurora.adapters.process.census import here
from aurora.adapters.process.ends import ends
from aurora.adapters.process.identity import Identity
from aurora.adapters.process.loop import Loop


class Succession:
    """The keeper of this process, if it has one; `round` counts the supervisors that it started before this one."""

    def __init__(self, folder: Path) -> None:
        self._exits = folder / "exits.jsonl"
        told = os.environ.get(keeper.KEEPER, "")
        one = int(told) if told.isdigit() else 0
        self._keeper = one if one == os.getppid() or not _runs(one) else 0  # it may have died by now
        self.round = int(os.environ.get(keeper.ROUND, "0")) if self._keeper else 0

    @property
    def reaper(self) -> int:
        """The process that gets the orphans of this one's children: the keeper, on Linux; 0 when there is none."""
        return self._keeper if sys.platform == "linux" else 0

    def listening(self) -> socket.socket | None:
        """The listening socket that the keeper holds for the API, if it does."""
        return self._held(keeper.SOCKET)

    def mailbox(self) -> socket.socket | None:
        """The place where the sockets wait that services speak to, which the keeper holds, if it does."""
        return self._held(keeper.NOTIFY)

    def _held(self, name: str) -> socket.socket | None:
        file = os.environ.get(name, "")
        if not self._keeper or not file.isdigit():
            return None
        with suppress(OSError):  # it is not there, or no socket
            os.set_inheritable(int(file), False)
            return socket.socket(fileno=int(file))
        return None

    def watch(self, loop: Loop, gone: Callable[[], None]) -> None:
        """Call when the keeper ends, or now if it has."""
        if self._keeper:
            watching = ends(loop)

            def ended() -> None:
                watching.forget(self._keeper)
                if file >= 0:
                    os.close(file)
                gone()

            file = -1
            try:
                file = watching.watch(self._keeper, ended)
            except ProcessLookupError:
                gone()

    def become_keeper(
        self,
        listening: socket.socket | None = None,
        mailbox: socket.socket | None = None,
        adopted: Sequence[tuple[int, Identity]] = (),
    ) -> NoReturn:
        """Turn this process into a keeper that starts the same supervisor again.

        It holds the `listening` socket of the API and the `mailbox`, where those of services wait; how the `adopted`
        end, who are no children of this process, it learns by their descriptors.
        """
        os.environ[keeper.ROUND] = str(self.round + 1)
        for file, _ in adopted:
            os.set_inheritable(file, True)
        for name, one in ((keeper.SOCKET, listening), (keeper.NOTIFY, mailbox)):
            if one:
                one.set_inheritable(True)
            os.environ[name] = str(one.fileno()) if one else ""
        os.environ[keeper.HELD] = ",".join(f"{file}:{who.pid}:{who.ticks}" for file, who in adopted)
        command = [sys.executable, *sys.orig_argv[1:]]
        words, pause = [sys.executable, "-I", "-S", str(keeper.__file__), str(self._exits), *command], keeper.PAUSE
        while True:
            try:
                os.execv(sys.executable, words)
            except OSError as error:  # too little memory, or an interpreter that is exchanged now
                pause = keeper.refused(pause, error)


def _runs(pid: int) -> bool:
    """Whether there is such a process, as far as that can be known."""
    return here().start(pid, ended=True) is not None
