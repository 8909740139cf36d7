import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import replace

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.pool import WORKERS, Pool, Ticket
from aurora.model.answer import Repair
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Judgement, Verdict
from tests.engines.repair.worlds import CLAMP, clamp_task

TASK, BUDGET = clamp_task(), Budget(seconds=100)


class Slow:
    """A repairer that works until it is let go, and counts how many work at a time."""

    def __init__(self, *, free: bool = False) -> None:
        self.go = threading.Event()
        if free:
            self.go.set()
        self.started = threading.Semaphore(0)
        self.now = self.most = 0
        self._lock = threading.Lock()

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        with self._lock:
            self.now += 1
            self.most = max(self.most, self.now)
        self.started.release()
        try:
            while not self.go.wait(0.01):
                watch(Progress("try"))
            if task.issue:
                raise ValueError(task.issue)
            return Repair(Judgement(Verdict.ABSTAINED))
        finally:
            with self._lock:
                self.now -= 1

    def close(self) -> None:
        pass


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def pool(slow: Slow) -> Iterator[Pool]:
    pool = Pool(slow, slots=2)
    yield pool
    pool.close()
    pool.close()


def test_a_closed_pool_takes_nothing_and_leaves_nobody_waiting(slow: Slow) -> None:
    pool = Pool(slow, slots=1, workers=2)
    tickets = [pool.submit(TASK, BUDGET) for _ in range(4)]
    slow.started.acquire(timeout=120)
    pool.close()
    for ticket in tickets:
        with pytest.raises(CancelledError):
            ticket.result(0)
    assert slow.now == 0
    with pytest.raises(RuntimeError):
        pool.submit(TASK, BUDGET)


def test_what_a_repair_raises_reaches_whoever_asks() -> None:
    pool = Pool(Slow(free=True), slots=1)
    ticket = pool.submit(replace(TASK, issue="oh"), BUDGET)
    with pytest.raises(ValueError, match="oh"):
        ticket.result(10)
    pool.close()


def test_all_numbers_work_and_only_as_many_at_a_time_as_there_are_slots() -> None:
    slow = Slow(free=True)
    pool = Pool(slow, slots=3)
    tickets = [pool.submit(TASK, BUDGET) for _ in range(250)]
    assert all(ticket.result(30).verdict is Verdict.ABSTAINED for ticket in tickets)
    assert {ticket.worker for ticket in tickets} == set(range(1, WORKERS + 1))
    assert slow.most <= 3
    pool.close()


def test_a_hundred_jobs_have_a_worker_and_the_next_waits_for_one(pool: Pool, slow: Slow) -> None:
    tickets = [pool.submit(TASK, BUDGET) for _ in range(101)]
    assert [ticket.worker for ticket in tickets] == [*range(1, 101), 0]
    slow.go.set()
    tickets[-1].result(30)
    assert tickets[-1].worker in {1, 2}  # whichever of the two that ran was done first


@pytest.mark.parametrize("which", [0, 1, 4])
def test_a_cancelled_job_ends_whether_it_runs_or_waits(pool: Pool, slow: Slow, which: int) -> None:
    tickets = [pool.submit(TASK, BUDGET) for _ in range(5)]
    for _ in range(2):
        assert slow.started.acquire(timeout=120)
    tickets[which].cancel()
    assert tickets[which].done
    with pytest.raises(CancelledError):
        tickets[which].result(0)
    if which < 2:
        assert slow.started.acquire(timeout=120)  # its slot is free for the next
    slow.go.set()
    others = [ticket for ticket in tickets if ticket is not tickets[which]]
    assert all(ticket.result(30).verdict is Verdict.ABSTAINED for ticket in others)


def test_real_repairs_in_the_pool_are_those_made_one_by_one(sandbox: Sandbox) -> None:
    mend = Repairer(sandbox)
    tasks = [
        clamp_task(),
        clamp_task(text=CLAMP.replace("return high\n    return value", "return high\n    return low")),
    ]
    budget = Budget(seconds=100)
    alone = [_files(mend.repair(task, budget)) for task in tasks]
    pool = Pool(mend, slots=2)
    tickets = [pool.submit(task, budget) for task in tasks]
    stopped: Ticket = pool.submit(clamp_task("def test_never():\n    assert False\n"), Budget(seconds=300))
    assert [_files(ticket.result(120)) for ticket in tickets] == alone
    stopped.cancel()
    pool.close()
    assert alone[0]["clamp.py"] == CLAMP.replace("< high", "> high")


def _files(answer: Repair) -> dict[str, str]:
    return {} if answer.patch is None else answer.patch.files
