"""Intelligence Engine: synthesis, repair and optimisation behind one call, judged before anything is answered.

Drill: the sandbox in which it thinks is ended with all its processes; it thinks on in a new one.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.engine import Judge, Mend, Search
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.repair.engine import Repairer
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.verify.engine import Verifier
from aurora.model.answer import Candidate, Found, Repair, Synthesis
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask, SynthesisTask

_PACKAGES = ("aurora.units.knowledge.arithmetic", "aurora.modules.autonomy.synthesis")  # enough for its own question
_TASK = SynthesisTask(
    "Return the double of a number.", "double", "def double(n: int) -> int",
    asserts=("assert double(2) == 4", "assert double(-7) == -14", "assert double(0) == 0"),
)  # fmt: skip
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


@component("C1")
def intelligence_engine(house: House) -> Living:
    """The engines over a sandbox of their own, with the knowledge that one question needs."""

    def joined() -> Intelligence:
        sandbox = open_sandbox(without=house.without, workers=1)
        search = Synthesizer(sandbox, packages=_PACKAGES)
        return Intelligence(search, Verifier(sandbox), lambda: Repairer(sandbox), sandbox.close)

    return Owned(Care(joined, _wrong, _end, lambda it: {"calls": it.calls}, Intelligence.close), house.loan)


def _wrong(it: Intelligence) -> str:
    answer, _ = it.write(_TASK, Budget(20.0))
    return "" if answer.verdict.answered else f"`double` is {answer.verdict} after {len(_TASK.asserts)} examples"


def _end(it: Intelligence) -> str:
    it.close()
    return "the sandbox was ended with its processes"
