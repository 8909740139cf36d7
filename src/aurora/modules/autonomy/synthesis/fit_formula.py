"""Fit a closed form.

Numbers that a polynomial gives are interpolated with rational coefficients, in one or two variables; numbers of a
sequence that a linear recurrence gives are fitted by the algorithm of Berlekamp and Massey over fractions. A form
counts only when at least one more example than it has coefficients agrees with it.
"""

from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.registry.declare import Example


def _expected(problem: Problem) -> float:
    return 1.0 if problem.shape.takes(int) and problem.shape.makes(int) else 0.0


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def f(n: int) -> int",
                tuple(f"assert f({n}) == {6 * n * (n - 1) + 1}" for n in range(1, 6)),
                "f(10)",
            ),
            541,
        ),
        Example(
            Trial(
                "def f(n: int) -> int",
                tuple(f"assert f({n}) == {value}" for n, value in enumerate((2, 1, 5, 7, 17, 31, 65, 127))),
                "f(9)",
            ),
            511,
        ),
        Example(
            Trial(
                "def f(a: int, b: int) -> int",
                tuple(
                    f"assert f({a}, {b}) == {a * b - 3 * a + 7}" for a, b in ((1, 1), (2, 5), (4, 3), (7, 2), (3, 9))
                ),
                "f(10, 20)",
            ),
            177,
        ),
    ],
    facts={"expects": _expected, "counts": True, "prices": True},
)
def fit_formula(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Polynomials and linear recurrences."""
    yield from bench.machine("sketches.formulas")(problem, bench)
