"""One thread that waits for files and moments: epoll, or what the system has, and a heap of timers."""

import heapq
import selectors
import signal
import socket
import time
from collections.abc import Callable, Iterable
from itertools import count

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


_CLOCK = getattr(time, "CLOCK_BOOTTIME", 0)


def drained(connection: socket.socket) -> bool:
    """Pass over what the other side of a connection says; whether it will say no more."""
    try:
        return not connection.recv(65_536)
    except BlockingIOError:
        return False
    except OSError:
        return True


class Loop:
    """Calls back when a file is ready or a moment has come; everything happens inside `turn`."""

    def __init__(self) -> None:
        self._poll = selectors.DefaultSelector()
        self._files: dict[int, Callable[[int], None]] = {}
        self._urgent = set[int]()
        self._hurried = False
        self._signals: dict[int, Callable[[int], None]] = {}
        self._timers: list[tuple[float, int, Callable[[], None]]] = []
        self._numbers = count()
        self._kept: tuple[socket.socket, ...] = ()

    @staticmethod
    def now() -> float:
        """Seconds that never go back and go on while the machine sleeps."""
        return time.clock_gettime(_CLOCK) if _CLOCK else time.monotonic()

    def watch(self, file: int, events: int, call: Callable[[int], None], *, urgent: bool = False) -> None:
        """Call with the events of a file descriptor from now on, in place of an earlier call.

        An urgent call has a turn of its own, before all others; two such turns never follow each other.
        """
        if urgent:
            self._urgent.add(file)
        if file in self._files:
            self._poll.modify(file, events)
        else:
            self._poll.register(file, events)
        self._files[file] = call

    def forget(self, file: int) -> None:
        """Watch a file descriptor no longer; to be called before it is closed."""
        self._urgent.discard(file)
        if self._files.pop(file, None) is not None:
            self._poll.unregister(file)

    def at(self, moment: float, call: Callable[[], None]) -> None:
        """Call at a moment of this clock, or soon after."""
        heapq.heappush(self._timers, (moment, next(self._numbers), call))

    def on_signals(self, numbers: Iterable[int], call: Callable[[int], None]) -> None:
        """Call with the number of each of these signals; to be used by the main thread."""
        for number in numbers:
            self._signals[number] = call
            signal.signal(number, lambda *_: None)
        if self._kept:
            return
        reading, writing = self._kept = socket.socketpair()
        for each in self._kept:
            each.setblocking(False)
        signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)

        def came(_events: int) -> None:
            for number in self._signals.keys() & set(reading.recv(64)):
                self._signals[number](number)

        self.watch(reading.fileno(), READ, came)

    def turn(self, timeout: float) -> None:
        """Wait up to `timeout` seconds for something, and make the calls that are due."""
        wait = min(timeout, self._timers[0][0] - self.now()) if self._timers else timeout
        ready = self._poll.select(max(0.0, wait))
        urgent = [] if self._hurried else [each for each in ready if each[0].fd in self._urgent]
        self._hurried = bool(urgent)
        for key, events in urgent or ready:
            call = self._files.get(key.fd)
            if call is not None:
                call(events)
        if urgent:
            return
        now = self.now()
        while self._timers and self._timers[0][0] <= now:
            heapq.heappop(self._timers)[2]()

    def close(self) -> None:
        """Forget everything."""
        self._files.clear()
        for each in self._kept:
            each.close()
        self._poll.close()
