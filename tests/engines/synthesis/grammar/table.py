"""The operators of a grammar file, applied by template and compared with their own texts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any

from aurora.engines.synthesis.operators import ATOM, Operator, evaluate
from aurora.engines.synthesis.types import Type, match, type_of

SAMPLES: Sequence[Any] = (
    0, 1, 2, 7, -3, 2.5, -0.5, True, False, "", "k", "ab", "a b", "12", [], [3, 1, 2], [0.5, 2],
    [True, False], ["b", "a"], [[1, 2], [3, 4]], [[]], [("k", 1), ("l", 2)], (1, 2), (1, "x"), {1, 2}, {2, 5},
    {"k": 1, "l": 2}, {},
)  # fmt: skip


def applied(operators: Iterable[Operator], template: str, *arguments: Any) -> Any:
    """What the operator with this template makes of arguments; of several, the first whose types fit."""
    named = [one for one in operators if one.template == template]
    return next((one for one in named if _fits(one.patterns, arguments)), named[0]).run(*arguments)


def disagreements(operators: Iterable[Operator]) -> list[str]:
    """Operators whose text, evaluated on the samples that fit, does not give what they compute."""
    found = []
    for operator in operators:
        names = [f"a{place}" for place in range(len(operator.patterns))]
        text = operator.text([(name, ATOM) for name in names])
        run = evaluate(f"lambda {', '.join(names)}: {text}")
        for arguments, made in _computed(operator):
            again = run(*arguments)
            if repr(made) != repr(again):
                found.append(f"{text} for {arguments!r}: {again!r}, not {made!r}")
    return found


def never_computed(operators: Iterable[Operator]) -> list[str]:
    """Operators that give a value for none of the samples that fit."""
    return [operator.template for operator in operators if next(_computed(operator), None) is None]


def _computed(operator: Operator) -> Iterator[tuple[tuple[Any, ...], Any]]:
    for arguments in product(SAMPLES, repeat=len(operator.patterns)):
        if _fits(operator.patterns, arguments):
            try:
                yield arguments, operator.run(*arguments)
            except (ArithmeticError, LookupError, TypeError, ValueError):
                continue


def _fits(patterns: Sequence[Type], arguments: Sequence[Any]) -> bool:
    binding: dict[str, Type] = {}
    return all(match(pattern, type_of(value), binding) for pattern, value in zip(patterns, arguments, strict=True))
