"""Load Balancer: spreads work over executors, each of which does one thing at a time; who has nothing helps the others.

Drill: half of the executors die while work waits for them; the others do it, and the dead are replaced.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, wait
from functools import partial
from typing import Any, TypeVar

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned

_LANES, _PATIENCE = 4, 10.0
T = TypeVar("T")
_Work = tuple["Future[Any]", Callable[[], Any]]


class Balancer:
    """Executors, each with a line of its own; new work goes into the shortest. Used from any thread."""

    def __init__(self, lanes: int) -> None:
        self._lines: list[deque[_Work]] = [deque() for _ in range(lanes)]
        self._busy, self.done, self.helped, self.requested = [False] * lanes, [0] * lanes, 0, 0
        self._closed = False
        self._changed = threading.Condition()
        self._leaving: set[int] = set()
        self._threads = [self._thread(lane) for lane in range(lanes)]

    @property
    def alive(self) -> int:
        """How many executors work."""
        return sum(thread.is_alive() for thread in self._threads)

    @property
    def busy(self) -> int:
        """How many executors do something now."""
        return sum(self._busy)

    def submit(self, work: Callable[[], Any]) -> "Future[Any]":
        """Hand work over; what it raises is told by the future, which is cancelled where nobody works any more."""
        made: Future[Any] = Future()
        with self._changed:
            if self._closed:
                made.cancel()
                return made
            lane = min(range(len(self._lines)), key=lambda each: len(self._lines[each]) + self._busy[each])
            self._lines[lane].append((made, work))
            self._changed.notify_all()
        return made

    def spread(self, works: Iterable[Callable[[], T]]) -> Iterator[T]:
        """What each piece of work gives, in their order; done here where the balancer is closed.

        Raises what one raises. Not to be asked by such a piece.
        """
        given = [(work, self.submit(work)) for work in works]
        self.requested += len(given)
        try:
            for work, future in given:
                yield work() if wait([future]).done and future.cancelled() else future.result()
        finally:
            for _, future in given:
                future.cancel()  # nobody waits for it any more

    def end(self, *lanes: int) -> None:
        """Let executors end once their present work is done; what waits for them is left to the others."""
        with self._changed:
            self._leaving.update(lanes)
            self._changed.notify_all()
        for lane in lanes:
            self._threads[lane].join()

    def revive(self) -> "Balancer":
        """Replace those that are dead."""
        self._leaving.clear()
        self._threads = [
            thread if thread.is_alive() else self._thread(lane) for lane, thread in enumerate(self._threads)
        ]
        return self

    def close(self) -> None:
        """Drop what waits, wait for what is being done, end all; may be called twice."""
        with self._changed:
            self._closed = True
            for line in self._lines:
                while line:
                    line.popleft()[0].cancel()
        self.end(*range(len(self._lines)))

    def _thread(self, lane: int) -> threading.Thread:
        thread = threading.Thread(target=self._serve, args=(lane,), name=f"aurora-lane-{lane}", daemon=True)
        thread.start()
        return thread

    def _serve(self, lane: int) -> None:
        while (taken := self._next(lane)) is not None:
            made, work = taken
            if made.set_running_or_notify_cancel():
                try:
                    made.set_result(work())
                except BaseException as error:  # noqa: BLE001 - whoever waits for it is told
                    made.set_exception(error)
            with self._changed:
                self._busy[lane], self.done[lane] = False, self.done[lane] + 1

    def _next(self, lane: int) -> _Work | None:
        """The next of its own line, or else the last of the longest; None when it is to leave."""
        with self._changed:
            while lane not in self._leaving:
                longest = max(self._lines, key=len)
                line = self._lines[lane] or longest
                if line:
                    self._busy[lane] = True
                    self.helped += line is not self._lines[lane]
                    return line.popleft() if line is self._lines[lane] else line.pop()
                self._changed.wait()
            return None


@component("C14")
def load_balancer(house: House) -> Living:
    """Some executors of its own."""
    return Owned(Care(lambda: Balancer(_LANES), _wrong, _kill, _figures, Balancer.close, Balancer.revive), house.loan)


def _wrong(it: Balancer) -> str:
    """What is handed over must be done, unless all are busy, and by as many as there should be."""
    asked = [it.submit(partial(pow, number, 2)) for number in range(2 * len(it.done))]
    done, waiting = wait(asked, _PATIENCE)
    if waiting and not it.busy:
        return f"{len(waiting)} of {len(asked)} pieces of work wait though nothing is done"
    if any(each in done and each.result() != number * number for number, each in enumerate(asked)):
        return "an answer is not that of its work"
    return "" if it.alive == len(it.done) else f"{it.alive} of {len(it.done)} executors work"


def _kill(it: Balancer) -> str:
    half = range(len(it.done) // 2)
    it.end(*half)
    return f"{len(half)} of {len(it.done)} executors were ended"


def _figures(it: Balancer) -> dict[str, float]:
    return {"executors": it.alive, "requested": it.requested, "done": sum(it.done), "helped": it.helped}
