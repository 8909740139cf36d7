"""What the flows ask of the engines: search for a function, judge it, repair a project."""

from typing import Protocol

from aurora.model.answer import Found, Repair, Synthesis
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask, SynthesisTask


class Search(Protocol):
    """Looks for functions that satisfy a task's examples."""

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        """Candidates, best first; none when nothing was found within the budget."""

    def close(self) -> None:
        """End what runs in the background; may be called twice."""


class Judge(Protocol):
    """Decides which candidate is answered, and what may be said of it."""

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        """The answer with its verdict and evidence."""

    def tests(self, task: SynthesisTask, code: str, budget: Budget) -> str:
        """A pytest file for an answer; each generated test in it notices a change of the function."""


class Mend(Protocol):
    """Looks for a proved patch of a broken project."""

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        """The patch with its verdict and evidence, or the best lead."""

    def close(self) -> None:
        """End what runs in the background; may be called twice."""
