"""Enumerate programs, the cheapest first.

All programs of one cost are made from the cheaper ones by the operators of the language, its standard library and the
components; of programs that behave alike on the examples the cheapest is kept. Programs over the elements of a list are
enumerated in the same way and become map, filter, count, sort keys and the like.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(xs: list[int]) -> list[int]",
                ("assert f([1, 2, 3]) == [2, 3, 4]", "assert f([]) == []", "assert f([7]) == [8]"),
                "f([10, 20])",
            ),
            [11, 21],
        ),
        Example(
            Trial("def f(a: int, b: int) -> int", ("assert f(2, 3) == 7", "assert f(5, 1) == 6"), "f(4, 4)"),
            17,
        ),
    ],
    facts={"expects": lambda _problem: 4.0, "counts": True, "prices": True},
)
def enumerate_programs(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Programs of the bank, level by level."""
    yield from bench.machine("enumerate")(problem, bench)
