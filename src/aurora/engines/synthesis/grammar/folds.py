"""Folds and scans over lists of numbers, with bodies made by enumeration over two variables."""

from functools import cache, reduce
from itertools import accumulate
from typing import Any

from aurora.engines.synthesis.operators import Operator, compiled

_BODIES = (
    ("{0} * {1}", 1),
    ("max({0}, {1})", 1),
    ("min({0}, {1})", 1),
    ("{0} - {1}", 1),
    ("{1} - {0}", 2),
    ("{0} + {1} + 1", 2),
    ("{0} * 2 + {1}", 2),
    ("{0} * 10 + {1}", 2),
    ("{0} + 2 * {1}", 2),
    ("{0} + {1} - 1", 2),
    ("{0} ^ {1}", 2),
    ("{0} & {1}", 2),
    ("math.gcd({0}, {1})", 2),
    ("math.lcm({0}, {1})", 2),
    ("{0} // {1}", 2),
    ("{0} / {1}", 2),
)
_LARGEST = 10**60


@cache
def folds() -> tuple[Operator, ...]:
    """`reduce` and `accumulate` with each of the bodies, and the running sum."""
    made = [
        Operator(
            "accumulate", (("list", "num"),), _scan(lambda a, b: a + b), "list(accumulate({0}))", cost=2,
            words="running cumulative prefix sums",
        )
    ]  # fmt: skip
    for body, cost in _BODIES:
        run = compiled(body, 2)
        text = body.format("total", "number")
        made.append(
            Operator(
                "reduce", (("list", "num"),), _fold(run), f"reduce(lambda total, number: {text}, {{0}})", cost=1 + cost
            )
        )
        made.append(
            Operator(
                "scan",
                (("list", "num"),),
                _scan(run),
                f"list(accumulate({{0}}, lambda total, number: {text}))",
                cost=1 + cost,
            )
        )
    return tuple(made)


def _bounded(value: Any) -> Any:
    if abs(value) > _LARGEST:
        raise OverflowError
    return value


def _fold(run: Any) -> Any:
    return lambda numbers: reduce(lambda total, number: _bounded(run(total, number)), numbers)


def _scan(run: Any) -> Any:
    return lambda numbers: list(accumulate(numbers, lambda total, number: _bounded(run(total, number))))
