"""Stream Processor: one thread turns samples into windows of the last values of each metric.

Drill: the thread is made to die on a sample that is no number; a new one goes on with the windows that were there.
"""

import queue
import threading
from collections import deque

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_WINDOW, _MOST, _PATIENCE, _OWN = 60, 10_000, 10.0, "component"


class Stream:
    """Windows by metric; `feed` from any thread, a full stream drops the sample and counts it."""

    def __init__(self) -> None:
        self.windows: dict[str, deque[float]] = {}
        self.dropped, self.taken = 0, 0
        self._samples: queue.Queue[tuple[str, float] | None] = queue.Queue(_MOST)
        self._more = threading.Condition()  # `taken` has grown
        self.start()

    def start(self) -> None:
        """Begin to take samples."""
        self._thread = threading.Thread(target=self._take, name="stream processor", daemon=True)
        self._thread.start()

    @property
    def runs(self) -> bool:
        """Whether the thread is there."""
        return self._thread.is_alive()

    @property
    def waiting(self) -> int:
        """How many samples wait."""
        return self._samples.qsize()

    def feed(self, metric: str, value: float) -> None:
        """Hand a sample over; never waits."""
        try:
            self._samples.put_nowait((metric, value))
        except queue.Full:
            self.dropped += 1

    def poison(self) -> None:
        """Let the thread end as if it had crashed."""
        self._samples.put(None)
        self._thread.join(_PATIENCE)

    def settle(self, taken: int, seconds: float = _PATIENCE) -> bool:
        """Wait until so many samples were taken; whether they were, before the thread ended or the seconds had gone."""
        with self._more:
            return self._more.wait_for(lambda: self.taken >= taken or not self.runs, seconds) and self.taken >= taken

    def mean(self, metric: str) -> float:
        """Of the window of a metric; raises KeyError for one that was never fed."""
        window = self.windows[metric]
        return sum(window) / len(window)

    def _take(self) -> None:
        while (sample := self._samples.get()) is not None:
            metric, value = sample
            self.windows.setdefault(metric, deque(maxlen=_WINDOW)).append(value)
            with self._more:
                self.taken += 1
                self._more.notify_all()


@component("C15")
def stream_processor(house: House) -> Living:
    """A stream of its own."""
    return Owned(Care(Stream, _wrong, _kill, _figures, Stream.poison, _started), house.loan)


def _wrong(stream: Stream) -> str:
    before = stream.taken
    for value in range(_WINDOW):
        stream.feed(_OWN, float(value))
    if not stream.settle(before + _WINDOW):
        return f"{stream.taken - before} of {_WINDOW} samples were taken"
    return "" if stream.mean(_OWN) == (_WINDOW - 1) / 2 else f"the mean is {stream.mean(_OWN)}"


def _kill(stream: Stream) -> str:
    stream.poison()
    return "the thread of the stream has ended"


def _started(stream: Stream) -> Stream:
    waiting = stream.waiting
    before = stream.taken
    stream.start()
    stream.settle(before + waiting)  # what waited is taken first
    return stream


def _figures(stream: Stream) -> dict[str, float]:
    return {"metrics": len(stream.windows), "taken": stream.taken, "dropped": stream.dropped}
