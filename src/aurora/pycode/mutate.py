"""Small changes of a text, each of which a good test would notice, with the rest of the text as it is.

The operators are the usual ones: Offutt et al., "An experimental determination of sufficient mutant operators" (1996).
"""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aurora.pycode.parse import Function, Source, parse
from aurora.pycode.spans import Span

_OPERATORS: Mapping[type[ast.AST], tuple[str, str]] = MappingProxyType(
    {
        ast.Add: ("+", "-"),
        ast.Sub: ("-", "+"),
        ast.Mult: ("*", "+"),
        ast.Div: ("/", "//"),
        ast.FloorDiv: ("//", "/"),
        ast.Mod: ("%", "//"),
        ast.Lt: ("<", "<="),
        ast.LtE: ("<=", "<"),
        ast.Gt: (">", ">="),
        ast.GtE: (">=", ">"),
        ast.Eq: ("==", "!="),
        ast.NotEq: ("!=", "=="),
        ast.In: ("in", "not in"),
        ast.NotIn: ("not in", "in"),
        ast.Is: ("is", "is not"),
        ast.IsNot: ("is not", "is"),
        ast.And: ("and", "or"),
        ast.Or: ("or", "and"),
    }
)


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: the characters that are replaced, and by what; lines and columns count from 1."""

    span: Span
    text: str
    line: int
    column: int
    words: str

    def applied(self, text: str) -> str:
        """The whole text with the change."""
        return text[: self.span.start] + self.text + text[self.span.end :]


def mutations(text: str) -> tuple[Mutation, ...]:
    """All small changes of the code in functions and at the top, docstrings and annotations left out, in order.

    Raises UnparsableError.
    """
    source = parse(text)
    found = {(each.span, each.text): each for node in _live(source.tree) for each in _of(source, node)}
    return tuple(sorted(found.values(), key=lambda each: (each.span, each.text)))


def _live(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run: no annotations, no docstrings, nothing inside an f-string (its places are not exact)."""
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            text = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if isinstance(child, ast.AST) and not text and not isinstance(child, ast.JoinedStr):
                yield child
                yield from _live(child)


def _of(source: Source, node: ast.AST) -> Iterator[Mutation]:
    match node:
        case ast.BinOp() | ast.Compare() | ast.BoolOp():
            for left, op, right in _operations(node):
                yield from _operator(source, op, left, right)
        case ast.UnaryOp(op=ast.Not()):
            yield _put(source, node, f"({source.segment(node.operand)})", "`not` left out")
        case ast.Constant():
            yield from _constant(source, node)
        case ast.stmt():
            yield from _statement(source, node)


def _operations(node: ast.BinOp | ast.Compare | ast.BoolOp) -> Iterator[tuple[ast.expr, ast.AST, ast.expr]]:
    if isinstance(node, ast.BinOp):
        yield node.left, node.op, node.right
    elif isinstance(node, ast.BoolOp):
        yield node.values[0], node.op, node.values[1]
    else:
        yield from zip([node.left, *node.comparators], node.ops, node.comparators, strict=False)


def _statement(source: Source, node: ast.stmt) -> Iterator[Mutation]:
    match node:
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield _put(source, value, "None", "returns None")
        case ast.Break() | ast.Continue():
            other = "continue" if isinstance(node, ast.Break) else "break"
            yield _put(source, node, other, f"`{source.segment(node)}` to `{other}`")
        case ast.Expr(value=ast.Call()) | ast.AugAssign() | ast.Raise() if _inside(source, node):
            yield _put(source, node, "pass", f"`{_short(source.segment(node))}` left out")


def _inside(source: Source, node: ast.AST) -> bool:
    return any(isinstance(above, Function) for above in source.ancestors(node))


def _operator(source: Source, op: ast.AST, left: ast.expr, right: ast.expr) -> Iterator[Mutation]:
    if type(op) in _OPERATORS:
        old, new = _OPERATORS[type(op)]
        between = Span(source.span(left).end, source.span(right).start)
        word = r"\s+".join(map(re.escape, old.split()))
        edges = (r"\b", r"\b") if old[0].isalpha() else ("", "")
        if found := re.search(f"{edges[0]}{word}{edges[1]}", between.of(source.text)):
            span = Span(between.start + found.start(), between.start + found.end())
            yield _at(source, span, new, f"`{old}` to `{new}`")


def _constant(source: Source, node: ast.Constant) -> Iterator[Mutation]:
    match node.value:
        case bool():
            yield _put(source, node, str(not node.value), f"`{node.value}` to `{not node.value}`")
        case int():
            yield _put(source, node, str(node.value + 1), f"`{node.value}` to `{node.value + 1}`")
        case str() if node.value and not isinstance(source.parents.get(node), ast.FormattedValue):
            yield _put(source, node, "''", f"{_short(source.segment(node))} to `''`")


def _short(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= 40 else f"{line[:37]}..."


def _put(source: Source, node: ast.AST, text: str, words: str) -> Mutation:
    return _at(source, source.span(node), text, words)


def _at(source: Source, span: Span, text: str, words: str) -> Mutation:
    line, column = source.lines.position(span.start)
    return Mutation(span, text, line, column + 1, words)
