"""Push elements on a stack.

Brackets that must close in order, expressions in postfix notation, and elements that cancel or push away what is on
top; when they do is the cheapest condition over the top and the next element that fits.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """bracket brackets parentheses parenthesis balanced nested pairs adjacent neighbouring stack postfix again
cancel matching closed"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.takes(list, str, tuple)):
        return 0.0
    return 0.2 if _WORDS.isdisjoint(problem.words) else 2.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(text: str) -> str",
                ("assert f('abba') == ''", "assert f('aab') == 'b'", "assert f('xyz') == 'xyz'"),
                "f('cabbac'), f('mississippi')",
            ),
            ("", "m"),
        ),
        Example(
            Trial(
                "def f(xs: list[int]) -> list[int]",
                (
                    "assert f([3, 1, 2]) == [1, 2]",
                    "assert f([1, 5, 3]) == [1, 3]",
                    "assert f([1, 4, 4, 6, 5]) == [1, 4, 4, 5]",
                ),
                "f([4, 9, 8, 8, 5, 7])",
            ),
            [4, 5, 7],
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def stack_machine(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Loops with a stack."""
    yield from bench.machine("sketches.stack")(problem, bench)
