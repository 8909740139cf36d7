"""What the flows ask of the engines: search for a function, judge it, repair a project."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from aurora.model.answer import Found, Repair, Synthesis
from aurora.model.coverage import Coverage
from aurora.model.hot import Profile
from aurora.model.optimization import Optimization
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


class Observe(Protocol):
    """Watches code while it runs in the sandbox; never raises for what the code does."""

    def coverage(
        self,
        files: Mapping[str, str],
        asked: Sequence[str],
        tests: Sequence[str],
        budget: Budget,
        *,
        mutants: int = 200,
        watch: Watch = silent,
    ) -> Coverage:
        """What the test files `tests` reach of the files `asked`, and which of at most `mutants` changes they see."""

    def profile(self, files: Mapping[str, str], asked: Sequence[str], call: str, budget: Budget) -> Profile:
        """Where the time of a call, or (when `call` is empty) of the tests, goes; see `Profile`."""


class Optimize(Protocol):
    """Makes functions quicker by rewrites; never raises for what the code does."""

    def optimize(
        self,
        files: Mapping[str, str],
        path: str,
        budget: Budget,
        *,
        function: str = "",
        kind: str = "",
        tests: Sequence[str] = (),
        calls: Sequence[str] = (),
        watch: Watch = silent,
    ) -> Optimization:
        """Rewrite the functions at the top of the file `path`, or the one named; what is kept was proved and measured.

        `kind` is that of the rewrites, "expression" or "algorithm", empty for all; `tests` are test files that have to
        pass; `calls` are texts of argument tuples.
        """

    def proposals(self, text: str) -> tuple[tuple[str, int], ...]:
        """(id of a rewrite, line) for all that is known of a text; nothing is proved."""
