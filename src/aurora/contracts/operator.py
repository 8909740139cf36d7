"""Repair operators: small changes at one place of a program that the repair engine tries against the tests."""

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from aurora.model.answer import Edit
from aurora.model.execution import Raised
from aurora.pycode.edit import apply
from aurora.pycode.expressions import folded, replace_expression
from aurora.pycode.parse import Source, parse
from aurora.pycode.spans import Span
from aurora.pycode.statements import delete_statement, insert_statement, replace_statement
from aurora.pycode.trees import tree_of
from aurora.registry.declare import Contract, Example, Law, Part

__all__ = ["REPAIR_OPERATOR", "Example", "Operator", "Replacement", "Sight", "Site", "operator"]


@dataclass(frozen=True, slots=True)
class Replacement:
    """One proposal: edits of the file, made together. `cost` (0 or more, in nats) orders one operator's proposals:
    a proposal of cost 1 is tried as if its operator were e times less likely."""

    edits: tuple[Edit, ...]
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Site:
    """A suspected node of a file, with what is known of the place."""

    source: Source
    node: ast.AST
    names: tuple[str, ...] = ()  # names that can be used here, nearest scope first
    raised: Raised | None = None  # what left the failing test, when it was raised in this statement
    literals: tuple[str, ...] = ()  # constants of tests, docstrings and messages, as source text
    types: Mapping[str, str] = field(default_factory=dict)  # name -> type that was seen here, "list"
    calls: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # function -> argument counts the tests use

    @property
    def text(self) -> str:
        """The characters of the node."""
        return self.source.segment(self.node)

    @property
    def parent(self) -> ast.AST | None:
        """The node around."""
        return self.source.parents.get(self.node)

    def of(self, node: ast.AST) -> str:
        """The characters of another node of the file."""
        return self.source.segment(node)

    def swap(self, node: ast.expr, code: str, cost: float = 0.0) -> Iterator[Replacement]:
        """Put an expression in the place of an expression, in parentheses where it needs them; nothing if it cannot.

        Of two numbers the sum is written: `x[-1]`, never `x[0 - 1]`.
        """
        parent = self.source.parents.get(node)
        if isinstance(parent, ast.BinOp) and (number := folded(parent, node, code)):
            yield from self.swap(parent, number, cost)
            return
        loose = isinstance(parent, _LOOSE) and node not in (
            getattr(parent, "func", None),
            getattr(parent, "value", None),
        )
        loose = loose or (isinstance(parent, ast.Assign | ast.AugAssign | ast.Return) and "," not in code)
        plain = isinstance(parent, ast.Compare | ast.BinOp) and _PLAIN.fullmatch(code)
        if (loose or plain) and not isinstance(node, ast.GeneratorExp) and not self.source.fstring(node):
            span = self.source.span(node)
            if not self.source.text[span.start - 1 : span.start].isalnum():
                yield Replacement((Edit("", span.start, span.end, code),), cost)
                return
        with suppress(ValueError):
            yield Replacement((replace_expression(self.source, node, code),), cost)

    def put(self, code: str, cost: float = 0.0) -> Iterator[Replacement]:
        """Put an expression in the place of the node."""
        if isinstance(self.node, ast.expr):
            yield from self.swap(self.node, code, cost)

    def splice(self, start: int, end: int, text: str, cost: float = 0.0) -> Replacement:
        """Replace characters of the file."""
        return Replacement((Edit("", start, end, text),), cost)

    def insert(
        self, anchor: ast.stmt, code: str, where: Literal["before", "after"], cost: float = 0.0
    ) -> Iterator[Replacement]:
        """Put statements before or after a statement, in its block."""
        lines = self._lines(anchor)
        if lines is not None:
            at = lines.start if where == "before" else lines.end
            yield Replacement((Edit("", at, at, self._block(anchor, code)),), cost)
            return
        with suppress(ValueError):
            yield Replacement((insert_statement(self.source, anchor, code, where),), cost)

    def rewrite(self, statement: ast.stmt, code: str, cost: float = 0.0) -> Iterator[Replacement]:
        """Put statements in the place of a statement."""
        if self._lines(statement) is not None:
            span = self.source.whole(statement)
            yield Replacement((Edit("", span.start, span.end, self._block(statement, code).strip()),), cost)
            return
        with suppress(ValueError):
            yield Replacement((replace_statement(self.source, statement, code),), cost)

    def drop(self, statement: ast.stmt, cost: float = 0.0) -> Iterator[Replacement]:
        """Remove a statement."""
        with suppress(ValueError):
            yield Replacement((delete_statement(self.source, statement),), cost)

    def _lines(self, statement: ast.stmt) -> Span | None:
        """The lines of a statement that has them for itself; the quick way, None where care is needed."""
        source, span = self.source, self.source.whole(statement)
        first, last = source.lines.offset(statement.lineno), source.lines.offset((statement.end_lineno or 0) + 1)
        head, tail = source.text[first : span.start], source.text[span.end : last].strip()
        if (
            source.text.startswith("elif", span.start)
            or head.strip()
            or (tail and not tail.startswith("#"))
            or not source.text[:last].endswith("\n")
        ):
            return None
        return None if first != source.lines.offset(source.lines.position(span.start)[0]) else Span(first, last)

    def _block(self, anchor: ast.stmt, code: str) -> str:
        pad = " " * anchor.col_offset if "\t" not in self.source.lines.line(anchor.lineno) else "\t" * anchor.col_offset
        return "".join(f"{pad}{line}\n" for line in code.splitlines())


_LOOSE = (ast.Call, ast.Subscript, ast.If, ast.While)  # around an argument, an index, a condition
_PLAIN = re.compile(r"-?\d+|[A-Za-z_]\w*(?:\([\w, ]*\)|\[\w*\])?|'[^'\\\n]*'")

Operator: TypeAlias = Callable[[Site], Iterator[Replacement]]
"""Proposes changes at a site, the likeliest first; pure and quick. Nothing for a node it does not understand."""


@dataclass(frozen=True, slots=True)
class Sight:
    """An example's program, the site between « and », and what is known there."""

    marked: str
    names: tuple[str, ...] = ()
    raised: Raised | None = None
    literals: tuple[str, ...] = ()
    types: Mapping[str, str] = field(default_factory=dict)
    calls: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    statement: bool = False  # mean the expression statement, not the expression that is all of it

    @property
    def text(self) -> str:
        """The program without the marks."""
        return self.marked.replace("«", "").replace("»", "")

    def site(self) -> Site:
        """The marked node, the largest when several have the same characters."""
        start = self.marked.index("«")
        span = Span(start, self.marked.index("»") - 1)
        source = parse(self.text)
        found = [node for node in ast.walk(source.tree) if hasattr(node, "lineno") and source.span(node) == span]
        node = next((node for node in found if isinstance(node, ast.Expr) is self.statement or len(found) == 1), None)
        if node is None:
            raise ValueError(f"the marks enclose no node: {self.marked!r}")
        return Site(source, node, self.names, self.raised, self.literals, self.types, self.calls)


def _ask(run: Operator, given: Sight) -> list[str]:
    return [apply(given.text, proposal.edits) for proposal in run(given.site())]


def _unparsable(_run: Operator, _given: Sight, answer: list[str]) -> str | None:
    for text in answer:
        try:
            tree_of(text)
        except SyntaxError as error:
            return f"{text!r} does not parse: {error.msg}"
    return None


def _same(_run: Operator, given: Sight, answer: list[str]) -> str | None:
    return "proposes the original" if given.text in answer else None


def _differs(run: Operator, given: Sight, answer: list[str]) -> str | None:
    return None if _ask(run, given) == answer else "proposes something else the second time"


REPAIR_OPERATOR: Contract[Operator, Sight, list[str]] = Contract(
    "repair operator",
    _ask,
    (
        Law("every proposal parses", _unparsable),
        Law("every proposal changes something", _same),
        Law("same proposals twice", _differs),
    ),
)


def operator(
    *, examples: list[Example[Sight, list[str]]], prior: float, tier: int = 1
) -> Callable[[Operator], Part[Operator, Sight, list[str]]]:
    """Declare a repair operator.

    `prior` is how likely one of its proposals is the repair, relative to the other operators' (0 to 1); operators of
    a higher `tier` are asked when the lower ones found nothing.
    """
    return REPAIR_OPERATOR.part(examples=examples, facts={"prior": prior, "tier": tier})
