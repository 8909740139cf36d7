"""Simulate until a condition ends it.

A state begins as a parameter and changes by one step while a condition holds, or a number of times; the answer is the
last state, the number of steps, or all states. The step is searched for; the condition is deduced from where on the
way the answers lie.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """until while repeat repeatedly again become becomes reach reaches steps step times years year left remains
grows halved process"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    """The more, the more of the words speak of a process."""
    if not problem.shape.takes(int, str, list):
        return 0.0
    return min(8.0, 2.5 * len(_WORDS.intersection(problem.words))) or 0.3


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(n: int) -> int",
                ("assert f(100) == 7", "assert f(1) == 1", "assert f(9) == 4", "assert f(64) == 7", "assert f(0) == 0"),
                "f(1000)",
                prompt="How many times can a number be halved until nothing is left?",
            ),
            10,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def simulate(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Loops that change one state."""
    yield from bench.machine("sketches.simulate")(problem, bench)
