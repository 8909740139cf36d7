"""Change one thing in a component.

The components whose words fit best are tried with one constant, operator, comparison or builtin replaced by another:
the product for the sum, the first for the last, a bound that the words name.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(text: str) -> bool",
                ("assert f('level') == False", "assert f('lever') == True", "assert f('ab') == True"),
                "f('noon'), f('on')",
                prompt="Whether a text is no palindrome.",
            ),
            (False, True),
        )
    ],
    facts={"expects": lambda problem: 1.0 if problem.shape.words else 0.3, "prices": True},
)
def adapt_component(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Components with one change."""
    yield from bench.machine("adapt")(problem, bench)
