"""Compute by a recurrence.

The answer for a number comes from those for the numbers before it, or the answer for two numbers from its neighbours in
a table; the step is the cheapest that fits, the first values are those of the examples or small.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """nth sequence series term ways recurrence month previous before recursive triangle fibonacci numbers"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.takes(int) and problem.shape.makes(int)):
        return 0.0
    return 0.3 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(n: int) -> int",
                ("assert f(1) == 1", "assert f(2) == 1", "assert f(3) == 3", "assert f(4) == 5", "assert f(6) == 21"),
                "f(5), f(8)",
            ),
            (11, 85),
        ),
        Example(
            Trial(
                "def f(n: int, k: int) -> int",
                ("assert f(4, 2) == 7", "assert f(5, 3) == 25", "assert f(3, 1) == 1", "assert f(6, 2) == 31"),
                "f(5, 2), f(4, 3)",
            ),
            (15, 6),
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def recurrence(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Recurrences over one or two numbers."""
    yield from bench.machine("sketches.recurrence")(problem, bench)
