"""Choose among pairs, windows, stretches, subsets or orders.

All choices of one kind are looked at; the condition that they must meet and the measure by which the best is chosen are
the cheapest expressions that fit. The words say which kinds come first.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """pair pairs triplet triplets triples subarray subarrays substring substrings consecutive adjacent contiguous
window stretch neighbour neighbouring subset subsets subsequence some combination combinations any exist
permutation permutations arrange order two three"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.takes(list, tuple, str)):
        return 0.0
    return 0.4 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(xs: list[int]) -> int",
                ("assert f([1, 2, 3, 4]) == 9", "assert f([5, 0, 0, 5]) == 5", "assert f([9, 1, 1, 1, 9, 1]) == 11"),
                "f([0, 0, 10, 0, 0, 2])",
                prompt="The largest sum of three consecutive numbers.",
            ),
            10,
        ),
        Example(
            Trial(
                "def f(xs: list[int]) -> int",
                ("assert f([3, 1, 2, 0]) == 2", "assert f([1, 2, 3]) == 0", "assert f([7, 5, 4, 1, 9, 2]) == 4"),
                "f([5, 4, 3, 9, 1])",
                prompt="How many times is a number less than the previous one?",
            ),
            3,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def choose_among(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Comprehensions over choices."""
    yield from bench.machine("sketches.choose")(problem, bench)
