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
                "def f(xs: list[int], most: int) -> int",
                (
                    "assert f([1, 2, 3, 4], 6) == 3",
                    "assert f([5], 3) == 0",
                    "assert f([2, 2, 2, 2], 5) == 2",
                    "assert f([9, 1, 1], 2) == 2",
                ),
                "f([1, 1, 1, 9, 1, 1], 3)",
                prompt="Length of the longest contiguous stretch whose sum is at most a bound.",
            ),
            3,
        ),
        Example(
            Trial(
                "def f(xs: list[int], far: int) -> int",
                ("assert f([1, 4, 2], 3) == 1", "assert f([5, 5], 1) == 0", "assert f([1, 3, 5, 7], 2) == 3"),
                "f([10, 1, 6, 5, 2], 4)",
                prompt="Number of pairs whose difference is exactly a given number.",
            ),
            3,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def choose_among(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Comprehensions over choices."""
    yield from bench.machine("sketches.choose")(problem, bench)
