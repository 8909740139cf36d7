"""Stream Processor: one thread turns samples into windows of the last values of each metric.

Drill: the thread is made to die on a sample that is no number; a new one goes on with the windows that were there.
"""

import queue
import threading
import time
from collections import deque

from aurora.contracts.living import Care, House, Living, Owned, component

_WINDOW, _MOST, _PATIENCE = 60, 10_000, 10.0


class Stream:
    """Windows by metric; `feed` from any thread, a full stream drops the sample and counts it."""

    def __init__(self) -> None:
        self.windows: dict[str, deque[float]] = {}
        self.dropped, self.taken = 0, 0
        self._samples: queue.Queue[tuple[str, float] | None] = queue.Queue(_MOST)
        self.start()

    def start(self) -> None:
        """Begin to take samples."""
        self._thread = threading.Thread(target=self._take, name="stream processor", daemon=True)
        self._thread.start()

    @property
    def runs(self) -> bool:
        """Whether the thread is there."""
        return self._thread.is_alive()

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

    def mean(self, metric: str) -> float:
        """Of the window of a metric; raises KeyError for one that was never fed."""
        window = self.windows[metric]
        return sum(window) / len(window)

    def _take(self) -> None:
        while (sample := self._samples.get()) is not None:
            metric, value = sample
            self.windows.setdefault(metric, deque(maxlen=_WINDOW)).append(value)
            self.taken += 1


@component("C15")
def stream_processor(_house: House) -> Living:
    """A stream of its own."""
    return Owned(Care(Stream, _wrong, _kill, _figures, Stream.poison, _started))


def _wrong(stream: Stream) -> str:
    before = stream.taken
    for value in range(_WINDOW):
        stream.feed("component", float(value))
    deadline = time.monotonic() + _PATIENCE
    while stream.taken < before + _WINDOW and stream.runs and time.monotonic() < deadline:
        time.sleep(0.002)
    if stream.taken < before + _WINDOW:
        return f"{stream.taken - before} of {_WINDOW} samples were taken"
    return "" if stream.mean("component") == (_WINDOW - 1) / 2 else f"the mean is {stream.mean('component')}"


def _kill(stream: Stream) -> str:
    stream.poison()
    return "the thread of the stream has ended"


def _started(stream: Stream) -> Stream:
    before = stream.taken
    stream.start()
    deadline = time.monotonic() + _PATIENCE
    while stream.taken < before + _WINDOW and time.monotonic() < deadline:  # what waited is taken first
        time.sleep(0.002)
    return stream


def _figures(stream: Stream) -> dict[str, float]:
    return {"metrics": len(stream.windows), "taken": stream.taken, "dropped": stream.dropped}
