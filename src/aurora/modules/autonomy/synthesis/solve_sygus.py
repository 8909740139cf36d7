"""Put texts and bit-vectors to a solver.

cvc5 enumerates terms of a grammar of text operations, or of operations on vectors of 64 bits, until one keeps all
examples. While it works it cannot be interrupted, so the question is bounded by the solver's own count of resources.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.modules.autonomy.smt.python import expression, function
from aurora.modules.autonomy.smt.sygus import WIDTH, Poser
from aurora.registry.declare import Example

EFFORT = 200_000  # resource units of the solver for its question
BLOCKS = 2.5  # seconds that the question may take at most
STEPS = 2  # of work for a resource unit
HEAVY = 6.0  # price of an answer that knows nothing of the words
MOST = 12  # examples that are asked; the others only judge
BIT_WORDS = frozenset(["bit", "bits", "bitwise", "binary", "xor", "mask", "shift"])


def _expected(problem: Problem) -> float:
    """Only for texts, or for numbers when the words speak of bits; little beside the strategies for texts."""
    shape = problem.shape
    if shape.given == {str} and shape.makes(str, int, bool) and shape.examples >= 2:
        return 0.2 if shape.words else 0.6
    bits = shape.given == {int} and shape.makes(int) and not BIT_WORDS.isdisjoint(problem.words)
    return 0.6 if bits and shape.examples >= 2 else 0.0


@STRATEGY.part(
    needs=("cvc5",),
    examples=[
        Example(
            Trial(
                "def f(s: str) -> str",
                ("assert f('ab') == 'ab!'", "assert f('x') == 'x!'", "assert f('') == '!'"),
                "f('stop')",
            ),
            "stop!",
        ),
        Example(
            Trial(
                "def f(n: int, m: int) -> int",
                ("assert f(12, 10) == 6", "assert f(1, 1) == 0", "assert f(7, 8) == 15", "assert f(5, 1) == 4"),
                "f(20, 96), f(3, 2)",
                prompt="The bits in which two numbers differ.",
            ),
            (116, 1),
        ),
    ],
    facts={"expects": _expected, "blocks": BLOCKS},
)
def solve_sygus(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """The solver's answer to one question."""
    rows = list(zip(problem.inputs, problem.outputs, strict=True))[:MOST]
    wanted = {type(output) for output in problem.outputs}
    bits = problem.shape.given == {int}
    if not rows or len(wanted) != 1 or _expected(problem) == 0.0 or (bits and not _small(rows)):
        return
    kinds = [type(value) for value in problem.inputs[0]]
    yield None
    poser = Poser(problem.parameters, kinds, next(iter(wanted)), bits=bits)
    term = poser.solved(rows, [0, 1] if bits else _constants(rows), EFFORT)
    bench.spend(STEPS * EFFORT)
    text = expression(term) if term is not None else None
    if text is None:
        return
    header = (problem.task.signature or f"def {problem.name}({', '.join(problem.parameters)})").rstrip(": ") + ":"
    code = function(header, text)
    if bench.passes(problem, code):
        yield Candidate(code, "modules.autonomy.synthesis.solve_sygus", HEAVY + len(text) / 12)


def _small(rows: Sequence[tuple[Sequence[Any], Any]]) -> bool:
    return all(0 <= value < 1 << (WIDTH - 1) for given, output in rows for value in (*given, output))


def _constants(rows: Sequence[tuple[Sequence[Any], Any]]) -> list[Any]:
    """The empty text, signs that the texts have, what all outputs begin or end with, and small numbers."""
    texts = [value for given, output in rows for value in (*given, output) if isinstance(value, str)]
    signs = sorted({char for text in texts for char in text if not char.isalnum()})[:8]
    return ["", *signs, 0, 1, 2]
