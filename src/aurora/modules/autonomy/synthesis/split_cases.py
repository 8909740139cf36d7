"""Split the examples into cases.

Programs that are right on some examples only are joined by a condition that tells these examples from the rest. A
branch that only one example shows is paid for.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

MANY = 6  # examples, of which each case may have some


def _expected(problem: Problem) -> float:
    return 3.0 if problem.shape.examples >= MANY and problem.shape.makes(int, float, str, bool) else 1.5


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(n: int) -> int",
                ("assert f(4) == 4", "assert f(6) == 6", "assert f(-3) == 0", "assert f(-8) == 0", "assert f(9) == 9"),
                "f(-20), f(31)",
            ),
            (0, 31),
        )
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def split_cases(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Decisions between programs of the bank."""
    yield from bench.machine("cases")(problem, bench)
