"""Instruments a module so that each run tells which way its decisions went, and how far the other way was.

Guest side. Branch distances are those of Korel (1990) as search-based testing uses them (McMinn, 2004).
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from aurora.pycode.trees import tree_of

_PROBE, _CHECK = "__aurora_probe__", "__aurora_check__"
_HARVEST = 400  # values of comparisons that are kept
_LONG = 60  # characters of one

_HOLDS: Mapping[str, Callable[[Any, Any], Any]] = MappingProxyType(
    {
        "Eq": lambda a, b: a == b,
        "NotEq": lambda a, b: a != b,
        "Lt": lambda a, b: a < b,
        "LtE": lambda a, b: a <= b,
        "Gt": lambda a, b: a > b,
        "GtE": lambda a, b: a >= b,
        "Is": lambda a, b: a is b,
        "IsNot": lambda a, b: a is not b,
        "In": lambda a, b: a in b,
        "NotIn": lambda a, b: a not in b,
    }
)


class Recorder:
    """What one module's decisions did since `clear`: `goals` are (number, way), `near` how far the other way was,
    `edges` (number, difference) of whole numbers that were equal or one apart."""

    def __init__(self) -> None:
        self.goals: set[tuple[int, bool]] = set()
        self.near: dict[tuple[int, bool], float] = {}
        self.edges: set[tuple[int, int]] = set()
        self.harvest: dict[str, object] = {}  # by repr

    def clear(self) -> None:
        """Begin a run."""
        self.goals.clear()
        self.near.clear()
        self.edges.clear()

    def check(self, number: int, value: Any) -> Any:
        """A condition that is no comparison, or a place that is reached."""
        self.goals.add((number, bool(value)))
        return value

    def compare(self, number: int, kind: str, left: Any, right: Any) -> Any:
        """A comparison, made as the code makes it; both sides are remembered for inputs to come."""
        held = _HOLDS[kind](left, right)
        try:
            way = bool(held)
        except (TypeError, ValueError):
            return held
        self.goals.add((number, way))
        other = (number, not way)
        self.near[other] = min(self.near.get(other, 1e9), _distance(left, right))
        if type(left) is type(right) is int and abs(left - right) <= 1:
            self.edges.add((number, left - right))
        self._keep(left, right)
        return held

    def _keep(self, *values: object) -> None:
        for value in values:
            several = isinstance(value, list | tuple | set | frozenset | dict)
            for each in list(value)[:8] if several else [value]:  # type: ignore[call-overload]
                if type(each) in (int, float, str) and len(self.harvest) < _HARVEST and len(str(each)) <= _LONG:
                    for near in (each, each - 1, each + 1) if type(each) is int else (each,):
                        self.harvest.setdefault(repr(near), near)


def _distance(left: Any, right: Any) -> float:
    numbers = int | float
    if isinstance(left, numbers) and isinstance(right, numbers):
        return min(float(abs(left - right)), 1e8)
    if isinstance(left, str) and isinstance(right, str):
        same = sum(a == b for a, b in zip(left, right, strict=False))
        return float(max(len(left), len(right)) - same)
    return 1.0


def instrumented(text: str) -> tuple[ast.Module, dict[int, tuple[int, str]]]:
    """The tree of a module that reports to a recorder, and for each number its line and what it is."""
    tree = tree_of(text)
    weaver = _Weaver()
    return ast.fix_missing_locations(weaver.visit(tree)), weaver.places


def wanted(places: Mapping[int, tuple[int, str]]) -> Iterator[tuple[int, bool]]:
    """Every goal of a module: both ways of each condition, and each place once."""
    for number, (_line, kind) in places.items():
        yield number, True
        if kind != "place":
            yield number, False


def names(recorder: Recorder) -> dict[str, object]:
    """What an instrumented module needs in its namespace."""
    return {_PROBE: recorder.compare, _CHECK: recorder.check}


class _Weaver(ast.NodeTransformer):
    def __init__(self) -> None:
        self.places: dict[int, tuple[int, str]] = {}

    def _number(self, node: ast.AST, kind: str) -> ast.Constant:
        number = len(self.places)
        self.places[number] = (getattr(node, "lineno", 0), kind)
        return ast.Constant(number)

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        """One comparison becomes a call; a chain is left as it is."""
        if len(node.ops) != 1:
            self.generic_visit(node)
            return node
        number, kind = self._number(node, "comparison"), type(node.ops[0]).__name__
        left, right = self.visit(node.left), self.visit(node.comparators[0])
        call = ast.Call(ast.Name(_PROBE, ast.Load()), [number, ast.Constant(kind), left, right], [])
        return ast.copy_location(call, node)

    def _tested(self, test: ast.expr) -> ast.expr:
        if isinstance(test, ast.Compare) and len(test.ops) == 1:
            return self.visit_Compare(test)
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return ast.copy_location(ast.UnaryOp(test.op, self._tested(test.operand)), test)
        if isinstance(test, ast.BoolOp):
            return ast.copy_location(ast.BoolOp(test.op, [self._tested(each) for each in test.values]), test)
        number = self._number(test, "condition")
        inner = self.visit(test)
        return ast.copy_location(ast.Call(ast.Name(_CHECK, ast.Load()), [number, inner], []), test)

    def _reached(self, node: ast.AST, body: list[ast.stmt]) -> list[ast.stmt]:
        call = ast.Call(ast.Name(_CHECK, ast.Load()), [self._number(node, "place"), ast.Constant(True)], [])
        return [ast.copy_location(ast.Expr(call), body[0]), *body]

    def visit_If(self, node: ast.If) -> ast.If:
        """Both ways of the condition."""
        node.test = self._tested(node.test)
        node.body = [self.visit(each) for each in node.body]
        node.orelse = [self.visit(each) for each in node.orelse]
        return node

    def visit_While(self, node: ast.While) -> ast.While:
        """Both ways of the condition."""
        node.test = self._tested(node.test)
        node.body = [self.visit(each) for each in node.body]
        node.orelse = [self.visit(each) for each in node.orelse]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        """Both ways of the condition."""
        node.test = self._tested(node.test)
        node.body, node.orelse = self.visit(node.body), self.visit(node.orelse)
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Both ways of each filter."""
        node.iter = self.visit(node.iter)
        node.ifs = [self._tested(each) for each in node.ifs]
        return node

    def visit_For(self, node: ast.For) -> ast.For:
        """Whether the body is reached."""
        self.generic_visit(node)
        node.body = self._reached(node, node.body)
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.ExceptHandler:
        """Whether the handler is reached."""
        self.generic_visit(node)
        node.body = self._reached(node, node.body)
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.match_case:
        """Whether the case is reached."""
        self.generic_visit(node)
        node.body = self._reached(node.pattern, node.body)
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        """Whether the function is called; its docstring, decorators and annotations are left alone."""
        node.body = [self.visit(each) for each in node.body]
        head = 1 if ast.get_docstring(node, clean=False) is not None else 0
        rest = node.body[head:]
        node.body = [*node.body[:head], *(self._reached(node, rest) if rest else [])]
        return node

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AsyncFunctionDef:
        """As a plain function."""
        return self.visit_FunctionDef(node)  # type: ignore[arg-type, return-value]
