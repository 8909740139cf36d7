"""What a process uses."""

from aurora.adapters.process.census import here
from aurora.contracts.processes import Census, Usage


class Meter:
    """Samples one process; raises `ProcessLookupError` at once or later when it is gone."""

    def __init__(self, pid: int, census: Census | None = None) -> None:
        self.pid = pid
        self._gauge = (census or here()).gauge(pid)

    def sample(self) -> Usage:
        """What it uses now."""
        return self._gauge.sample()

    def descriptors(self) -> int:
        """How many files it has open; 0 when that may not be seen."""
        return self._gauge.descriptors()

    def close(self) -> None:
        """Let it go."""
        self._gauge.close()
