"""Synthesis and repair behind one call, judged before anything is answered."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from aurora.contracts.engine import Judge, Mend, Search
from aurora.model.answer import Candidate, Found, Repair, Synthesis
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
    calls: int = 0

    def write(
        self, task: SynthesisTask, budget: Budget, watch: Watch = silent, seeds: tuple[Candidate, ...] = ()
    ) -> tuple[Synthesis, Found]:
        """The best function for a task with its verdict, and the candidates that it was chosen from: `seeds` and what
        the search finds. The budget covers search and judgement."""
        self.calls += 1
        started = time.perf_counter()
        judging = min(_JUDGING, budget.seconds / 4)
        found = self.search.search(task, replace(budget, seconds=budget.seconds - judging), watch)
        found = replace(found, candidates=(*seeds, *found.candidates))
        left = max(judging, budget.seconds - (time.perf_counter() - started))
        return self.judge.judge(task, found, replace(budget, seconds=left), watch), found

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        """A proved patch, or the best lead."""
        self.calls += 1
        return self.mender().repair(task, budget, watch)

    def close(self) -> None:
        """End what runs in the background."""
        self.search.close()
        self.end()
