"""What becomes of a supervisor and its keeper when one of them dies.

The keeper starts a dead supervisor again. When the keeper is dead, the supervisor turns into a keeper by `exec`, which
keeps its children and their exit statuses, and starts a supervisor that adopts them.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from aurora.adapters.process import keeper
from aurora.adapters.process.loop import READ, Loop


class Succession:
    """The keeper of this process, if it has one; `round` counts the supervisors that it started before this one."""

    def __init__(self, folder: Path) -> None:
        self._exits = folder / "exits.jsonl"
        kept = os.environ.get(keeper.KEEPER) == str(os.getppid())
        self._keeper = os.getppid() if kept else 0
        self.round = int(os.environ.get(keeper.ROUND, "0")) if kept else 0

    def watch(self, loop: Loop, gone: Callable[[], None]) -> None:
        """Call when the keeper ends."""
        if self._keeper:
            file = os.pidfd_open(self._keeper)

            def ended(_events: int) -> None:
                loop.forget(file)
                os.close(file)
                gone()

            loop.watch(file, READ, ended)

    def become_keeper(self) -> NoReturn:
        """Turn this process into a keeper that starts the same supervisor again."""
        os.environ[keeper.ROUND] = str(self.round + 1)
        command = [sys.executable, *sys.orig_argv[1:]]
        os.execv(sys.executable, [sys.executable, "-I", "-S", str(keeper.__file__), str(self._exits), *command])
