"""Synthesis and repair behind one call, judged before anything is answered."""

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from aurora.contracts.engine import Judge, Mend, Search
from aurora.model.answer import Candidate, Found, Repair, Synthesis
from aurora.model.errors import BadInputError, CancelledJobError, LostJobError
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask, SynthesisTask

_JUDGING = 4.0  # seconds of the budget that are kept for the judge, of a small budget a quarter


@dataclass(slots=True)
class Intelligence:
    """The engines, each in its place."""

    search: Search
    judge: Judge
    mender: Callable[[], Mend]  # made when it is first needed
    end: Callable[[], None] = lambda: None  # the sandbox in which they think
    calls: dict[str, int] = field(default_factory=lambda: {"written": 0, "repaired": 0, "answered": 0})
    trouble: str = ""  # what the last call broke with; nothing when it came to an answer or an abstention
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def write(
        self, task: SynthesisTask, budget: Budget, watch: Watch = silent, seeds: tuple[Candidate, ...] = ()
    ) -> tuple[Synthesis, Found]:
        """The best function for a task with its verdict, and the candidates that it was chosen from: `seeds` and what
        the search finds. The budget covers search and judgement."""
        with self._counted("written"):
            started = time.perf_counter()
            judging = min(_JUDGING, budget.seconds / 4)
            found = self.search.search(task, replace(budget, seconds=budget.seconds - judging), watch)
            found = replace(found, candidates=(*seeds, *found.candidates))
            left = max(judging, budget.seconds - (time.perf_counter() - started))
            answer = self.judge.judge(task, found, replace(budget, seconds=left), watch)
        self._count("answered", answer.verdict.answered)
        return answer, found

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        """A proved patch, or the best lead."""
        with self._counted("repaired"):
            answer = self.mender().repair(task, budget, watch)
        self._count("answered", answer.verdict.answered)
        return answer

    def figures(self) -> Mapping[str, float]:
        """Functions and repairs that were asked for, and how many of them were answered."""
        return dict(self.calls)

    def close(self) -> None:
        """End what runs in the background."""
        self.search.close()
        self.end()

    @contextmanager
    def _counted(self, kind: str) -> Iterator[None]:
        """Count a call, and keep what it broke with, unless that is who asked for it."""
        self._count(kind, True)
        try:
            yield
        except (BadInputError, CancelledJobError, LostJobError):
            raise
        except Exception as error:
            self.trouble = f"{type(error).__name__}: {error}"
            raise
        self.trouble = ""

    def _count(self, kind: str, more: bool) -> None:
        with self._lock:
            self.calls[kind] += more
