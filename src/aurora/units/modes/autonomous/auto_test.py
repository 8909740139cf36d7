"""Auto-Test: tests are added to a project until a share of its lines and decisions is reached, or nothing more is.

Each round aims at what coverage.py says is not reached; a new file is kept only when all tests pass with it and more
is reached. Tests that are there are never changed. How many changes of the newly reached lines the tests notice is
measured before and after.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.contracts.testing import Coverage, Covered
from aurora.model.errors import BadInputError
from aurora.model.finding import Sources
from aurora.model.mode import Result, described
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget
from aurora.model.verdict import Check
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Goal:
    """A project, and how much of it tests should reach."""

    files: Sources = field(metadata=described("the texts of the project: relative path -> content"))
    target: float = field(default=0.9, metadata=described("the share of lines and ways of decisions, 0 to 1"))


class _Prepared:
    def __init__(self, covered: Covered) -> None:
        self._covered = covered

    def cover(self, files: Mapping[str, str], target: float, budget: Budget, watch: Watch = silent) -> Covered:
        del files, target, budget, watch
        return self._covered


_BEFORE, _AFTER = Coverage(5, 10, {"a.py": frozenset({2})}, True, 1), Coverage(10, 10, {}, True, 2)
_MORE = Covered(_BEFORE, _AFTER, {"test_a_2.py": "def test_a(): ..."}, 1, 3, 4, "reached")
_RED = Covered(_BEFORE, _BEFORE, {}, ended="tests fail as it is")


@mode(
    "M48",
    takes=Goal,
    seconds=30,
    examples=[
        Example(
            Trial(Goal({"a.py": "def f(a):\n    return a\n"}), prepared(tester=_Prepared(_MORE))),
            Result(
                _MORE,
                (
                    Check("coverage", "50.0% -> 100.0%, all tests pass", True),
                    Check("mutants", "1 -> 3 of 4 noticed", True),
                ),
            ),
        ),
        Example(
            Trial(Goal({"a.py": "X = 1\n"}), prepared(tester=_Prepared(_RED))),
            Result(_RED, (Check("coverage", "50.0% and no test was added: tests fail as it is", False),), done=False),
        ),
    ],
)
def auto_test(given: Goal, world: World) -> Result[Covered]:
    """The new test files with the coverage before and after; done only when the target is reached.

    Raises `BadInputError` for a target that is no share.
    """
    if not 0 < given.target <= 1:
        raise BadInputError(f"{given.target:g} is no share.", where="target", next_step="It is over 0, at most 1.")
    found = world.tester.cover(given.files, given.target, world.budget, world.watch)
    if not found.files:
        reached = found.ended == "reached"
        told = "already, all tests pass" if reached else f"and no test was added: {found.ended}"
        return Result(found, (Check("coverage", f"{found.before.share:.1%} {told}", reached),), done=reached)
    evidence = (
        Check("coverage", f"{found.before.share:.1%} -> {found.after.share:.1%}, all tests pass", found.after.passed),
        Check(
            "mutants",
            f"{found.noticed_before} -> {found.noticed_after} of {found.mutants} noticed",
            found.noticed_after >= found.noticed_before,
        ),
    )
    return Result(found, evidence, done=found.ended == "reached")
