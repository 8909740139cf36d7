"""Whether disks were mounted or let go: what a path lies on may be another one since."""

import os
import select
import weakref
from contextlib import suppress
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")


class Mounts:
    """The table of mounts, where the system shows one and tells of changes (Linux)."""

    def __init__(self, table: Path = TABLE) -> None:
        self._known = False
        with suppress(OSError, AttributeError):
            self._poll = select.poll()
            file = os.open(table, os.O_RDONLY)
            weakref.finalize(self, os.close, file)
            self._poll.register(file, select.POLLPRI)
            self._known = True

    def changed(self) -> bool:
        """Whether it is another one than at the last look; True where that is not told."""
        return not self._known or bool(self._poll.poll(0))
