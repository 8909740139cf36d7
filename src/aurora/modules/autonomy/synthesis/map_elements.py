"""Deduce what happens to each element.

An output as long as a list of the bank is taken for a map over it or a scan, one that is a subsequence of it for a
filter; what each element must become, or whether it is kept, is then known, and the programs over one element are
searched by themselves, also those that decide between cases.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


def _expected(problem: Problem) -> float:
    if not problem.shape.takes(list, tuple, str, dict, set):
        return 0.5
    return 4.0 if problem.shape.makes(list, tuple, dict) else 1.5


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(xs: list[int]) -> list[int]",
                ("assert f([1, 2, 3, 8]) == [3, 6, 11, 66]", "assert f([4]) == [18]", "assert f([0, 5]) == [2, 27]"),
                "f([10, 7])",
            ),
            [102, 51],
        ),
        Example(
            Trial(
                "def f(xs: list[int]) -> list[int]",
                ("assert f([3, 12, 5, 20, 7, 8]) == [3, 5, 7]", "assert f([2, 15, 6, 9]) == [15, 9]"),
                "f([8, 30, 1, 40, 3])",
            ),
            [1, 3],
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def map_elements(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Maps and filters with deduced bodies."""
    yield from bench.machine("elements")(problem, bench)
