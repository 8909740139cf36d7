import itertools
import signal
import sys
import time
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from aurora.engines.repair import guest
from aurora.engines.repair.guest import serve
from aurora.model.execution import Json, Limits, Outcome, Status

CODE = "def double(n):\n    return n + 2\n"
TESTS = "from pair_of_guest import double\n\n\ndef test_double():\n    assert double(3) == 6\n"
PAYLOAD: Json = {
    "files": {"pair_of_guest.py": CODE, "test_pair_of_guest.py": TESTS},
    "targets": ["pair_of_guest.py"],
    "tests": ["test_pair_of_guest.py"],
    "roots": [""],
    "memory_mb": 256,
    "pytest": False,
}
EDIT: list[Json] = ["pair_of_guest.py", CODE.index("+"), CODE.index("+") + 1, "*"]


class Here:
    """A guest whose calls run in this very process; `lost` of them die before they begin."""

    def __init__(self, *messages: Json, lost: int = 0, by: int | None = None, status: Status = Status.CRASHED) -> None:
        self.inbox = list(messages)
        self.sent: list[Json] = []
        self._lost, self._by, self._status = lost, by, status

    def send(self, message: Json) -> None:
        self.sent.append(message)

    def receive(self, timeout: float | None = None) -> Json:
        return self.inbox.pop(0) if self.inbox else None

    def call(self, work: Callable[[], Json], limits: Limits, meanwhile: Callable[[], None] | None = None) -> Outcome:
        assert limits.memory_mb == 256
        if self._lost:
            self._lost -= 1
            return Outcome(self._status, signal=self._by)
        return Outcome(Status.OK, value=work())


@pytest.fixture(autouse=True)
def _clean() -> Iterator[None]:
    path, written = list(sys.meta_path), sys.dont_write_bytecode
    yield
    sys.meta_path[:], sys.dont_write_bytecode = path, written
    for name in ("pair_of_guest", "test_pair_of_guest"):
        sys.modules.pop(name, None)


def request(*batch: list[Json]) -> Json:
    return {"do": "try", "batch": [list(edits) for edits in batch], "order": [], "cpu": 1.0, "wall": 30.0, "until": 30}


def test_a_guest_ends_when_the_host_closes() -> None:
    here = Here()
    serve(here, PAYLOAD)
    assert here.sent == []


def test_candidates_are_judged_in_their_order() -> None:
    here = Here(request([], [EDIT]))
    serve(here, PAYLOAD)
    replies: list[Any] = here.sent
    first, second = replies[0]
    assert (first["n"], first["o"]["a"]) == (0, "5")
    assert second == {"n": 1, "o": None}


def test_a_candidate_that_takes_its_process_along_is_killed_and_the_next_is_tried() -> None:
    here = Here(request([EDIT], [EDIT]), lost=1)
    serve(here, PAYLOAD)
    assert here.sent == [[{"n": 0, "o": {"s": "killed", "e": "crashed"}}, {"n": 1, "o": None}]]


def test_a_probe_that_dies_says_so() -> None:
    here = Here(
        {"do": "probe", "batch": [[]], "ticks": False, "cpu": 1.0, "steps": None, "wall": 9.0, "until": 9}, lost=1
    )
    serve(here, PAYLOAD)
    assert here.sent == [[{"n": 0, "o": {"s": "killed", "e": "crashed"}}]]


def test_values_of_a_patched_version() -> None:
    calls: Json = [["test_pair_of_guest.py", "double(5)"]]
    here = Here({"do": "values", "batch": [[EDIT]], "calls": calls, "cpu": 1.0, "wall": 30.0, "until": 30})
    serve(here, PAYLOAD)
    assert here.sent == [[[["value", "int", "10"]]]]


def test_a_clock_that_rang_is_no_crash() -> None:
    here = Here(request([EDIT]), lost=1, by=signal.SIGALRM)
    serve(here, PAYLOAD)
    assert here.sent == [[{"n": 0, "o": {"s": "killed", "e": "wall time"}}]]


@pytest.mark.parametrize("by", [signal.SIGPROF, signal.SIGXCPU])
def test_too_much_processor_time_is_no_crash(by: int) -> None:
    status = Status.CPU_TIME if by == signal.SIGXCPU else Status.CRASHED
    here = Here(request([EDIT]), lost=1, by=by, status=status)
    serve(here, PAYLOAD)
    assert here.sent == [[{"n": 0, "o": {"s": "killed", "e": "cpu time"}}]]


def test_a_clock_that_rings_ends_what_waits_and_lets_go_on_what_works(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    used = iter((0.0, 0.02, 0.04, 0.041))  # at the begin, and each time that the clock rings
    monkeypatch.setattr("aurora.engines.repair.guest.time", SimpleNamespace(process_time=lambda: next(used)))
    monkeypatch.setattr("os.kill", lambda _process, number: ended.append(number))
    monkeypatch.setattr("signal.setitimer", lambda *_: None)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    sentry = guest._Sentry(1.0)
    sentry.wind()
    for _ in range(2):
        sentry._ring(signal.SIGALRM, None)
    assert ended == []
    sentry._ring(signal.SIGALRM, None)
    assert ended == [signal.SIGALRM]


def test_a_candidate_that_takes_far_more_processor_time_than_usual_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    used = itertools.count()
    clock = SimpleNamespace(process_time=lambda: next(used) * 0.06, monotonic=time.monotonic)
    monkeypatch.setattr("aurora.engines.repair.guest.time", clock)
    here = Here(request([EDIT]))
    serve(here, PAYLOAD)
    assert here.sent == [[{"n": 1, "o": None, "c": 0.05}]]
