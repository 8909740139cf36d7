"""A hundred numbered workers that take jobs in turn, of which a few work at a time."""

import threading
from collections import deque
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from aurora.contracts.engine import Mend
from aurora.model.answer import Repair
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, RepairTask

WORKERS = 100


@dataclass(slots=True, eq=False)
class Ticket:
    """One job: `worker` is the number of the worker that took it, 0 while it waits for one."""

    task: RepairTask
    budget: Budget
    watch: Watch = silent
    worker: int = 0
    _future: Future[Repair] = field(default_factory=Future)
    _stopped: threading.Event = field(default_factory=threading.Event)

    def result(self, timeout: float | None = None) -> Repair:
        """The answer; raises what the repair raised, `CancelledError`, or `TimeoutError` when it is not there yet."""
        return self._future.result(timeout)

    def cancel(self) -> None:
        """Want the answer no more: whoever waits is told at once, the work ends at its next breath."""
        self._stopped.set()
        self._future.cancel()

    @property
    def done(self) -> bool:
        """Whether there is an answer, an error, or nobody who wants one."""
        return self._future.done()

    def run(self, mend: Mend) -> None:
        """Do the work in this thread."""
        if self._stopped.is_set():
            return
        try:
            answer = mend.repair(self.task, self.budget, self._breathe)
        except BaseException as error:  # noqa: BLE001 - handed to whoever asks for the result
            if not self._stopped.is_set():
                self._future.set_exception(error)
        else:
            if not self._stopped.is_set():
                self._future.set_result(answer)

    def _breathe(self, progress: Progress) -> None:
        if self._stopped.is_set():
            raise CancelledError
        self.watch(progress)


class Pool:
    """Shares one engine between workers numbered from 1; a job is taken by the worker that has rested longest.

    `slots` is how many jobs run at the same time (about two a core); the others that were taken wait for a slot, and
    those that came when all workers had one wait for a worker. May be used by several threads.
    """

    def __init__(self, mend: Mend, *, slots: int, workers: int = WORKERS) -> None:
        self._mend = mend
        self._threads = ThreadPoolExecutor(slots, thread_name_prefix="repair")
        self._lock = threading.Lock()
        self._resting = deque(range(1, workers + 1))
        self._waiting: deque[Ticket] = deque()
        self._taken: set[Ticket] = set()
        self._closed = False

    def submit(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Ticket:
        """Hand in a job; raises RuntimeError when the pool is closed."""
        ticket = Ticket(task, budget, watch)
        with self._lock:
            if self._closed:
                raise RuntimeError("the pool is closed")
            self._waiting.append(ticket)
            self._assign()
        return ticket

    def close(self) -> None:
        """Cancel what is not done, and wait until nothing runs any more; may be called twice."""
        with self._lock:
            self._closed = True
            pending = [*self._waiting, *self._taken]
            self._waiting.clear()
        for ticket in pending:
            ticket.cancel()
        self._threads.shutdown(wait=True)

    def _assign(self) -> None:
        while self._waiting and self._resting:
            ticket = self._waiting.popleft()
            ticket.worker = self._resting.popleft()
            self._taken.add(ticket)
            self._threads.submit(self._work, ticket)

    def _work(self, ticket: Ticket) -> None:
        try:
            ticket.run(self._mend)
        finally:
            with self._lock:
                self._taken.discard(ticket)
                self._resting.append(ticket.worker)
                if not self._closed:
                    self._assign()
