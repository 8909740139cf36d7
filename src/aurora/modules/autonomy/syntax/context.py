"""How names are used in a text: what is done with each, and which tokens stand around it."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from aurora.pycode.parse import Source
from aurora.pycode.tokens import Kind, Token, code_tokens

_WINDOWS = ((-2, -1), (-1, 1), (1, 2), (-3, -2, -1), (-2, -1, 1), (-1, 1, 2))
_ARITHMETIC = (ast.BinOp, ast.AugAssign, ast.UnaryOp, ast.Slice)


@dataclass(frozen=True)
class Context:
    """A text that parses, read for the habits of its names."""

    source: Source

    @cached_property
    def uses(self) -> dict[str, frozenset[str]]:
        """By name: what is done with it ("called", "subscripted", "attribute", "iterated", "number", "compared")."""
        found: dict[str, set[str]] = {}
        for node in self.source.nodes(ast.Name):
            found.setdefault(node.id, set()).update(_use(self.source.parents.get(node), node))
        return {name: frozenset(kinds) for name, kinds in found.items()}

    @cached_property
    def reads(self) -> Counter[str]:
        """How often each name is read."""
        return Counter(node.id for node in self.source.nodes(ast.Name) if isinstance(node.ctx, ast.Load))

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens that are code."""
        return code_tokens(self.source.text)

    @cached_property
    def windows(self) -> Counter[tuple[str, str]]:
        """How often each name stands in each surrounding: a cache model of the file (Tu, Su and Devanbu 2014)."""
        return Counter(
            (window, token.text)
            for at, token in enumerate(self.tokens)
            if token.kind is Kind.NAME
            for window in self.around(at)
        )

    def around(self, at: int) -> Iterator[str]:
        """The surroundings of the token with this number."""
        for window in _WINDOWS:
            places = [at + offset for offset in window]
            if all(0 <= place < len(self.tokens) for place in places):
                yield f"{window} {' '.join(self.tokens[place].text for place in places)}"

    def likeness(self, starts: set[int], name: str) -> int:
        """How many surroundings of the tokens at these offsets are known with this name in the middle."""
        places = [at for at, token in enumerate(self.tokens) if token.start in starts]
        return sum(self.windows[window, name] > 0 for at in places for window in self.around(at))


def _use(above: ast.AST | None, node: ast.Name) -> Iterator[str]:
    match above:
        case ast.Call(func=function) if function is node:
            yield "called"
        case ast.Subscript(value=value) if value is node:
            yield "subscripted"
        case ast.Attribute():
            yield "attribute"
        case ast.For(iter=over) | ast.comprehension(iter=over) if over is node:
            yield "iterated"
        case ast.Compare():
            yield "compared"
        case ast.Subscript():
            yield "number"
    if isinstance(above, _ARITHMETIC):
        yield "number"
