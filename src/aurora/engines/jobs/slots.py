"""The numbered slots of one executor."""

import heapq
import threading


class Slots:
    """Numbers from 1 to `count`, each taken by one job at a time."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._free = list(range(1, count + 1))
        self._changed = threading.Condition()

    def take(self) -> int:
        """The lowest free number; waits while all are taken."""
        with self._changed:
            while not self._free:
                self._changed.wait()
            return heapq.heappop(self._free)

    def give(self, number: int) -> None:
        """Free a number."""
        with self._changed:
            heapq.heappush(self._free, number)
            self._changed.notify()

    @property
    def taken(self) -> int:
        """How many are taken."""
        with self._changed:
            return self.count - len(self._free)
