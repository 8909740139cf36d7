"""Fill a table cell by cell.

Two sequences are compared element by element, or a board is crossed to the right and down; each cell of a table comes
from its neighbours above, before and at the corner (dynamic programming over a grid).
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """subsequence common path paths way ways grid matrix board distance edit insert delete supersequence align"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.takes(list, str, tuple) and problem.shape.makes(int, float, bool)):
        return 0.0
    return 0.1 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(a: str, b: str) -> int",
                ("assert f('kit', 'sit') == 2", "assert f('abc', 'xyz') == 6", "assert f('flaw', 'lawn') == 2"),
                "f('kitten', 'sitting'), f('same', 'same')",
                prompt="The least number of letters to insert or delete that turn one text into the other.",
            ),
            (5, 0),
        ),
        Example(
            Trial(
                "def f(board: list[list[int]]) -> int",
                ("assert f([[1, 2], [3, 1]]) == 5", "assert f([[4]]) == 4", "assert f([[1, 9, 1], [1, 1, 5]]) == 16"),
                "f([[1, 3, 1], [1, 5, 1], [4, 2, 1]])",
                prompt="The largest sum on a way from the top left to the bottom right, going only right or down.",
            ),
            12,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def fill_table(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Alignments and paths."""
    yield from bench.machine("sketches.grid")(problem, bench)
