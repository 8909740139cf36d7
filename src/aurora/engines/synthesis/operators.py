"""Operators: what the search composes, each one a template that is both its meaning and its text."""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from itertools import accumulate, combinations, dropwhile, groupby, permutations, product, takewhile, zip_longest
from typing import Any, TypeAlias

from aurora.engines.synthesis.types import Type, parse

Run: TypeAlias = Callable[..., Any]

ATOM, POWER, UNARY, TIMES, PLUS, SHIFT, COMPARE, NOT, AND, OR, CHOICE, LOWEST = 12, 11, 10, 9, 8, 7, 5, 4, 3, 2, 1, 0

NAMES: Mapping[str, Any] = {
    "math": math,
    "re": re,
    "Counter": Counter,
    "reduce": reduce,
    "accumulate": accumulate,
    "combinations": combinations,
    "groupby": groupby,
    "permutations": permutations,
    "product": product,
    "takewhile": takewhile,
    "dropwhile": dropwhile,
    "zip_longest": zip_longest,
}
"""What templates may use besides builtins; `render` imports them."""

_HOLE = re.compile(r"\{(\d)(?::(\d+))?\}")


@dataclass(frozen=True, slots=True, eq=False)
class Operator:
    """A pure function of `len(patterns)` arguments.

    `template` has holes `{0}` or `{0:9}`, the number after the colon being the binding strength that the argument's
    text needs there; `strength` is that of the whole text. `component` is the id of the part it was made from.
    """

    name: str
    patterns: tuple[Type, ...]
    run: Run
    template: str
    strength: int = ATOM
    cost: int = 2
    words: str = ""
    commutes: bool = False
    component: str = ""
    domain: tuple[str, ...] = ()  # semantic type of each argument, "" where there is none
    answer: Type = "any"  # the type that it gives, as a pattern
    prelude: str = ""  # statements that must stand before an expression with this operator

    def text(self, arguments: list[tuple[str, int]]) -> str:
        """The operator applied to texts with their strengths."""

        def fill(hole: re.Match[str]) -> str:
            text, strength = arguments[int(hole[1])]
            return f"({text})" if strength < int(hole[2] or 0) else text

        return _HOLE.sub(fill, self.template)


def operator(row: str, *, run: Run | None = None, commutes: bool = False) -> Operator:
    """An operator from one row: "patterns | template | strength | cost | words"; strength empty means an atom.

    `run` replaces what the template computes, where that must be guarded against values that blow up.
    """
    patterns, template, strength, cost, words = (part.strip() for part in row.split("|"))
    parsed = tuple(parse(part) for part in patterns.split())
    return Operator(
        name=template,
        patterns=parsed,
        run=run or compiled(template, len(parsed)),
        template=template,
        strength=int(strength or ATOM),
        cost=int(cost),
        words=words,
        commutes=commutes,
    )


@cache
def compiled(template: str, arity: int) -> Run:
    """The function that a template denotes."""
    names = [f"a{number}" for number in range(arity)]
    body = _HOLE.sub(lambda hole: names[int(hole[1])], template)
    run: Run = evaluate(f"lambda {', '.join(names)}: {body}")
    return run


def evaluate(text: str) -> Any:
    """The value of a text of the engine's own making."""
    return eval(text, dict(NAMES))


def rows(table: str, **options: Any) -> tuple[Operator, ...]:
    """The operators of a table, one row a line."""
    return tuple(operator(line, **options) for line in table.strip().splitlines() if line.strip())
