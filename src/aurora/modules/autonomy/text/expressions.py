"""Expressions that carry their Python text, their price and their value on every example."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

Kind: TypeAlias = Literal["str", "int", "bool", "list"]
Values: TypeAlias = tuple[Any, ...]

MAX_TEXT = 400
MAX_NUMBER = 10**12


class Failed:
    """What an expression is worth on an example where it raises."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED = Failed()


@dataclass(frozen=True, slots=True)
class Expr:
    """A Python expression with its value on every example; `cost` is its description length in bits."""

    code: str
    cost: float
    values: Values
    tight: bool = True  # may be followed by a method or an index without parentheses

    @property
    def operand(self) -> str:
        """The text as the operand of something that binds tighter."""
        return self.code if self.tight else f"({self.code})"


def lifted(function: Callable[..., Any], *arguments: Values) -> Values:
    """The function on every example; FAILED where it raises or where the value is too large to be of use."""
    return tuple(_guarded(function, row) for row in zip(*arguments, strict=True))


def _guarded(function: Callable[..., Any], row: tuple[Any, ...]) -> Any:
    if any(value is FAILED for value in row):
        return FAILED
    try:
        value = function(*row)
    except (ValueError, IndexError, TypeError, AttributeError, OverflowError, ZeroDivisionError):
        return FAILED
    if isinstance(value, str | list) and len(value) > MAX_TEXT:
        return FAILED
    if isinstance(value, int) and abs(value) > MAX_NUMBER:
        return FAILED
    return value


def key_of(values: Values) -> tuple[Any, ...]:
    """A hashable stand-in for the values (lists become tuples)."""
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)


@dataclass(slots=True)
class Bank:
    """The cheapest expression for each vector of values, by kind."""

    _cheapest: dict[Kind, dict[tuple[Any, ...], Expr]] = field(
        default_factory=lambda: {"str": {}, "int": {}, "bool": {}, "list": {}}
    )

    def offer(self, kind: Kind, expr: Expr) -> bool:
        """Keep the expression unless its values are known at no higher price; whether its values are new."""
        if all(value is FAILED for value in expr.values):
            return False
        known = self._cheapest[kind]
        key = key_of(expr.values)
        old = known.get(key)
        if old is None or expr.cost < old.cost:
            known[key] = expr
        return old is None

    def of(self, kind: Kind) -> list[Expr]:
        """All expressions of the kind, cheapest first."""
        return sorted(self._cheapest[kind].values(), key=lambda expr: (expr.cost, expr.code))

    def find(self, kind: Kind, values: Values) -> Expr | None:
        """The cheapest expression with exactly these values."""
        return self._cheapest[kind].get(key_of(values))

    def size(self, kind: Kind) -> int:
        """How many different vectors of values are known."""
        return len(self._cheapest[kind])


Breath: TypeAlias = Iterator[None]
"""Work in slices: each None gives control back."""


def constant(value: Any, size: int) -> Expr:
    """A literal; letters and digits are dearer than punctuation, since they are more likely copied from an input."""
    if isinstance(value, str):
        cost = 2.0 + sum(4.5 if char.isalnum() else 1.5 for char in value)
    else:
        cost = 2.0 + abs(value).bit_length()
    return Expr(repr(value), cost, (value,) * size)
