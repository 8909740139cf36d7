"""Accumulate over a sequence.

One variable that each element changes, perhaps only where a condition holds; the answer is what it is at the end, its
best, or all of what it was. The change and the condition are the cheapest expressions that fit (a fold, as in Feser et
al., "Synthesizing data structure transformations from input-output examples", 2015).
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """accumulate add adds added running total totals each every until so far after balance sum product longest
streak run count"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    return 0.7 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(xs: list[int]) -> int",
                (
                    "assert f([3, 1, 2]) == 16",
                    "assert f([5]) == 5",
                    "assert f([1, 1, 1, 1]) == 15",
                    "assert f([]) == 0",
                ),
                "f([2, 7, 1, 4])",
            ),
            50,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def accumulate(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Loops with one total."""
    yield from bench.machine("sketches.accumulate")(problem, bench)
