"""Join what each element gives.

The output is cut into a piece for each character, word or element, equal elements giving equal pieces; then programs
over one element are searched that give these pieces, also with a decision between cases.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example

_TOLD = """each every letter letters character characters word words"""
_WORDS = frozenset(_TOLD.split())


def _expected(problem: Problem) -> float:
    if not (problem.shape.makes(str, list) and problem.shape.takes(str, list, int)):
        return 0.0
    return 0.8 if _WORDS.isdisjoint(problem.words) else 2.5


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(s: str) -> str",
                ("assert f('a-b') == 'aa-bb'", "assert f('-') == '-'", "assert f('xyz') == 'xxyyzz'"),
                "f('q--r')",
            ),
            "qq--rr",
        ),
        Example(
            Trial(
                "def f(text: str) -> str",
                ("assert f('one two') == 'ONE. TWO.'", "assert f('ab') == 'AB.'", "assert f('a b c') == 'A. B. C.'"),
                "f('stop now')",
            ),
            "STOP. NOW.",
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def join_pieces(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Joined programs over one element."""
    yield from bench.machine("sketches.pieces")(problem, bench)
