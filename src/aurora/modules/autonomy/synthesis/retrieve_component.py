"""Look the function up in the library.

Every component of the knowledge packs is applied once to the parameters, in every order and with the constants that the
words name, those first whose words fit best. What gives the wanted outputs, or leads to them by one known step such as
`tuple(...)`, is an answer.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def same_back(line: str) -> bool",
                ("assert same_back('abba')", "assert not same_back('abc')", "assert same_back('racecar')"),
                "same_back('noon')",
                prompt="Is the line a palindrome?",
            ),
            True,
        )
    ],
    facts={"expects": lambda problem: 8.0 if problem.shape.words else 3.0, "counts": True, "prices": True},
)
def retrieve_component(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Components applied to the parameters."""
    yield from bench.machine("retrieve")(problem, bench)
