"""Recur over halves and nested lists.

A sequence is halved, the halves are solved and combined; or a nested list is worked from its leaves up, each level
joining what its parts give. What a leaf gives and how parts are combined are the cheapest expressions that fit.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = "nested deep depth deeply recursive recursively flatten level levels divide conquer half halves merge"
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not problem.shape.takes(list, tuple, str):
        return 0.0
    return 0.1 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(tree: list) -> int",
                ("assert f([1, [2, 3]]) == 14", "assert f([]) == 0", "assert f([[[4]], 1]) == 17"),
                "f([2, [2, [3]]])",
                prompt="The sum of the squares in a nested list.",
            ),
            17,
        ),
        Example(
            Trial(
                "def f(word: str) -> str",
                ("assert f('abcd') == 'dcba'", "assert f('xy') == 'yx'", "assert f('q') == 'q'"),
                "f('python')",
                prompt="Divide the word into halves, recursively, and put the right half first.",
            ),
            "nohtyp",
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def divide(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Recursions over structure."""
    yield from bench.machine("sketches.divide")(problem, bench)
