"""Python text with its tree, and the way from a node to its exact characters."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias, TypeVar, cast

from aurora.model.errors import UnparsableError
from aurora.pycode.nodes import parents_of
from aurora.pycode.spans import Lines, Span, lines_of
from aurora.pycode.verdict import fault_of, parse_tree

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Node = TypeVar("Node", bound=ast.AST)
SHARED = (ast.expr_context, ast.operator, ast.boolop, ast.unaryop, ast.cmpop)  # one object for all places


@dataclass(frozen=True, slots=True)
class Source:
    """A text, its lines, its tree and the parent of every node (operators and contexts have none)."""

    text: str
    lines: Lines
    tree: ast.Module
    parents: Mapping[ast.AST, ast.AST]

    def span(self, node: ast.AST) -> Span:
        """The characters of a node, without decorators and without parentheses around an expression.

        A node without a place of its own (`arguments`, `comprehension`) spans its children. Before Python 3.12 places
        inside an f-string may be wrong: one that does not hold the node's own text becomes the whole f-string.
        Raises ValueError for a node that has no characters (an operator, an empty parameter list).
        """
        if isinstance(node, ast.Module):
            return Span(0, len(self.text))
        if not hasattr(node, "lineno"):
            return self._hull(node)
        span = self._raw(node)
        outer = self.fstring(node)
        return span if outer is None or self._exact(node, span) else self._raw(outer)

    def whole(self, node: ast.stmt) -> Span:
        """The characters of a statement, its decorators included."""
        span = self.span(node)
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        if not decorators:
            return span
        return Span(self.text.rindex("@", 0, self.span(decorators[0]).start), span.end)

    def segment(self, node: ast.AST) -> str:
        """The text of a node."""
        return self.span(node).of(self.text)

    def nodes(self, kind: type[Node]) -> Iterator[Node]:
        """All nodes of one kind, which is none of operators and contexts, in no promised order."""
        return (node for node in chain((self.tree,), self.parents) if isinstance(node, kind))

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The parent of a node, the parent of that, up to the module."""
        while node in self.parents:
            node = self.parents[node]
            yield node

    def enclosing(self, node: ast.AST, kind: type[Node]) -> Node | None:
        """The nearest ancestor of one kind."""
        return next((above for above in self.ancestors(node) if isinstance(above, kind)), None)

    def function(self, node: ast.AST) -> Function | None:
        """The nearest function definition around a node."""
        return next((above for above in self.ancestors(node) if isinstance(above, Function)), None)

    def class_(self, node: ast.AST) -> ast.ClassDef | None:
        """The nearest class definition around a node."""
        return self.enclosing(node, ast.ClassDef)

    def statement(self, node: ast.AST) -> ast.stmt | None:
        """The statement that a node is or belongs to."""
        return node if isinstance(node, ast.stmt) else self.enclosing(node, ast.stmt)

    def fstring(self, node: ast.AST) -> ast.JoinedStr | None:
        """The outermost f-string around a node."""
        found = [above for above in self.ancestors(node) if isinstance(above, ast.JoinedStr)]
        return found[-1] if found else None

    def node_at(self, offset: int, kind: type[Node]) -> Node | None:
        """The innermost node of one kind whose characters include `offset` (or end just there)."""
        here = Span(offset, offset)
        found = [
            (span.end - span.start, -depth, node)
            for depth, node in enumerate(self.nodes(kind))
            if hasattr(node, "lineno") and (span := self.span(node)).covers(here)
        ]
        return min(found, key=lambda item: item[:2])[2] if found else None

    def _raw(self, node: ast.AST) -> Span:
        placed = cast("ast.expr", node)
        start = self.lines.byte_offset(placed.lineno, placed.col_offset)
        return Span(start, self.lines.byte_offset(placed.end_lineno or 1, placed.end_col_offset or 0))

    def _hull(self, node: ast.AST) -> Span:
        spans = [self.span(child) for child in ast.iter_child_nodes(node) if hasattr(child, "lineno")]
        if not spans:
            raise ValueError(f"{type(node).__name__} has no characters of its own")
        return Span(min(span.start for span in spans), max(span.end for span in spans))

    def _exact(self, node: ast.AST, span: Span) -> bool:
        try:
            found = parse_tree(f"({span.of(self.text)})").body[0]
        except SyntaxError:
            return False
        return isinstance(found, ast.Expr) and ast.dump(found.value) == ast.dump(node)


def parse(text: str, where: str = "") -> Source:
    """Parse a module; `where` (a path) is for the message. Raises UnparsableError when it is not Python."""
    try:
        return source_of(text, parse_tree(text))
    except SyntaxError as error:
        fault = fault_of(error, text)
        raise UnparsableError(fault.message, fault.line, where) from error
    except (ValueError, MemoryError, RecursionError) as error:
        raise UnparsableError(str(error) or "the code is nested too deeply", 1, where) from error


def source_of(text: str, tree: ast.Module) -> Source:
    """A text that was parsed before, with its tree."""
    return Source(text, lines_of(text), tree, parents_of(tree))
