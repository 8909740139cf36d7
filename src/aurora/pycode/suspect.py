"""The nouns of static checks: a place that is certainly wrong, and what was perhaps meant."""

import ast
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meant:
    """A text for the place; `cost` in nats."""

    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class Misuse:
    """A node that raises or does nothing whenever it runs."""

    node: ast.expr | ast.stmt
    why: str  # a sentence
    meant: tuple[Meant, ...] = ()  # for the whole node, likeliest first
