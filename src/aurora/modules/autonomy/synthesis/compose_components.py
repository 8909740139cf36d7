"""Compose components: a deep search over few operators.

A search over all operators ends before it reaches programs of five or six. This one takes only what the words name, the
components that they fit best and the plain steps between them, so it goes deeper in the same time. Without words it
takes the everyday operations on numbers and lists.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


def _expected(problem: Problem) -> float:
    shape = problem.shape
    if shape.words:
        return 2.0
    return 0.0 if shape.takes(str, dict, float) or str in shape.wanted else 12.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def digit_total(n: int) -> int",
                ("assert digit_total(5) == 3", "assert digit_total(10) == 27", "assert digit_total(4) == 6"),
                "digit_total(6)",
                prompt="The sum of the digits of the factorial of a number.",
            ),
            9,
        )
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def compose_components(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Programs of the operators that the words name."""
    yield from bench.machine("compose")(problem, bench)
