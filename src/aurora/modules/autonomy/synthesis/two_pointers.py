"""Walk from both ends.

Two pointers go from the ends of a list towards each other; a rule says which of them moves, and the answer is the best
measure of the pairs that they meet, or whether a pair meets a condition.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = "container water lines ends both widest closest sorted pair two between"
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.takes(list, tuple) and problem.shape.makes(int, float, bool)):
        return 0.0
    return 0.1 if _WORDS.isdisjoint(problem.words) else 0.8


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(heights: list[int]) -> int",
                (
                    "assert f([1, 8, 6, 2]) == 6",
                    "assert f([4, 4]) == 4",
                    "assert f([3, 1, 2, 4, 5]) == 12",
                    "assert f([2, 9, 4, 1, 9]) == 27",
                ),
                "f([1, 8, 6, 2, 5, 4, 8, 3, 7])",
                prompt="The most water that two lines hold: the lower one times the distance between both.",
            ),
            49,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def two_pointers(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Loops with two places."""
    yield from bench.machine("sketches.pointers")(problem, bench)
