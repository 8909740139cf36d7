"""Keep elements by two conditions.

An output that holds some elements of a list, a text or a range of numbers says which of them are kept; a condition, or
two joined by `and`, `or` or `and not`, is searched for that tells these from the others.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


def _expected(problem: Problem) -> float:
    """Much where numbers alone tell a list: what else should it be taken from than those that can be counted?"""
    shape = problem.shape
    if not shape.makes(list, tuple, str) or not shape.takes(list, tuple, str, int):
        return 0.0
    return 3.0 if shape.makes(list) and shape.given == {int} else 1.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(xs: list[int]) -> list[int]",
                ("assert f([4, 15, -2, 8, 30, -7]) == [4, 8, 30]", "assert f([1, 2, -4, 3]) == [2]"),
                "f([6, -6, 5, 12])",
            ),
            [6, 12],
        ),
        Example(
            Trial(
                "def f(n: int) -> list[int]",
                ("assert f(20) == [3, 9, 15]", "assert f(10) == [3, 9]", "assert f(2) == []"),
                "f(30)",
            ),
            [3, 9, 15, 21, 27],
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def keep_where(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Filters with one or two conditions."""
    yield from bench.machine("sketches.sift")(problem, bench)
