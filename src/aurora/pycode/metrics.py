"""Measures of Python text: complexity per function, names that are called."""

import ast
import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from aurora.pycode.nodes import Below
from aurora.pycode.parse import Function
from aurora.pycode.verdict import parse_tree

_BRANCHES = (ast.If, ast.IfExp, ast.ExceptHandler, ast.Assert)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_LEAVES = frozenset({ast.Name, ast.Constant, ast.Pass, ast.Break, ast.Continue})
_NESTING = frozenset({*_LOOPS, ast.Try, ast.With, ast.AsyncWith, ast.Match})  # besides `if`


@dataclass(frozen=True, slots=True)
class FunctionMetrics:
    """Figures of one function; lines count from 1, nested functions count for themselves."""

    name: str  # dotted: "Class.method"
    line: int
    lines: int
    cyclomatic: int  # McCabe 1976, boolean operators counted
    nesting: int  # of blocks, 0 when flat
    parameters: int
    cognitive: int = 0  # Campbell 2018: breaks of the straight line, each heavier the deeper it is nested
    maintainability: float = 100.0  # Oman and Hagemeister 1992, from 0 (worst) to 100


def function_metrics(text: str) -> tuple[FunctionMetrics, ...]:
    """The figures of every function of a text that parses, in the order of lines; raises SyntaxError otherwise."""
    return metrics_of(parse_tree(text))


def metrics_of(tree: ast.Module, below: Below | None = None) -> tuple[FunctionMetrics, ...]:
    """The figures of every function of a tree, in the order of lines; `below` may know its children from before."""
    measurer = _Measurer(Below() if below is None else below)
    measurer.over(tree.body, _Tally(), "", 0, 0)
    return tuple(sorted(measurer.found, key=lambda each: each.line))


def complexity(text: str) -> int:
    """The cyclomatic complexity of all functions of a text together; 0 when it has none or does not parse."""
    try:
        return sum(each.cyclomatic for each in function_metrics(text))
    except (SyntaxError, ValueError):
        return 0


def called_names(text: str) -> frozenset[str]:
    """The plain names that a text calls; empty when it does not parse."""
    try:
        tree = parse_tree(text)
    except (SyntaxError, ValueError):
        return frozenset()
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return frozenset(function.id for function in calls if isinstance(function, ast.Name))


@dataclass(slots=True)
class _Tally:
    """What is counted in one function while its nodes are gone over."""

    branches: int = 1
    nesting: int = 0
    cognitive: int = 0
    weighed: int = 0  # how many of the cognitive breaks weigh one more for each level above
    operations: list[ast.AST] = field(default_factory=list)

    def take(self, other: "_Tally", deeper: int = 0) -> None:
        """Add the cognitive breaks of what stands inside, so many levels deeper than it was counted."""
        self.cognitive += other.cognitive + other.weighed * deeper
        self.weighed += other.weighed


class _Measurer:
    """Goes over every node of a tree once; `depth` is the cognitive nesting, `level` that of blocks.

    The cognitive complexity is one for each branch, loop, handler and sequence of like boolean operators, and one more
    for each level that a branch, loop or handler is nested; `elif` and `else` count one. Source: Campbell, "Cognitive
    complexity" (2018).
    """

    def __init__(self, below: Below) -> None:
        self.below = below
        self.found: list[FunctionMetrics] = []

    def over(self, nodes: Iterable[ast.AST], tally: _Tally, prefix: str, depth: int, level: int) -> None:
        for node in nodes:
            kind = type(node)
            if kind in _LEAVES:
                continue
            rule = _RULES.get(kind)
            if rule is not None:
                rule(self, node, tally, prefix, depth, level)
            else:
                self.over(self.below[node], tally, prefix, depth, level)

    def function(self, node: Function, tally: _Tally, prefix: str, depth: int, _level: int) -> None:
        name, own, around = f"{prefix}{node.name}", _Tally(), _Tally()
        self.over(node.body, own, f"{name}.", 0, 0)
        body = set(node.body)
        self.over([each for each in self.below[node] if each not in body], around, f"{name}.", depth + 1, 0)
        tally.take(around)
        tally.take(own, depth + 1)
        self.found.append(_figures(node, name, own))

    def class_(self, node: ast.ClassDef, tally: _Tally, prefix: str, depth: int, _level: int) -> None:
        inside = _Tally()
        self.over(self.below[node], inside, f"{prefix}{node.name}.", depth, 0)
        tally.take(inside)

    def lambda_(self, node: ast.Lambda, tally: _Tally, prefix: str, depth: int, level: int) -> None:
        self.over(self.below[node], tally, prefix, depth + 1, level)

    def branch(self, node: ast.If, tally: _Tally, prefix: str, depth: int, level: int, chained: int = 0) -> None:
        """`chained` is 1 for an `elif`, which weighs the same at any depth."""
        tally.branches += 1
        tally.cognitive += 1 if chained else 1 + depth
        tally.weighed += 1 - chained
        tally.nesting = max(tally.nesting, level + 1)
        self.over((node.test,), tally, prefix, depth, level + 1)
        self.over(node.body, tally, prefix, depth + 1, level + 1)
        last = node.orelse
        if len(last) == 1 and isinstance(last[0], ast.If):
            self.branch(last[0], tally, prefix, depth, level + 1, 1)
        else:
            tally.cognitive += bool(last)
            self.over(last, tally, prefix, depth + 1, level + 1)

    def turn(self, node: ast.AST, tally: _Tally, prefix: str, depth: int, level: int) -> None:
        """Loops, handlers, matches and conditional expressions."""
        kind = type(node)
        tally.branches += _decisions(node)
        tally.cognitive += 1 + depth + (kind in _LOOPS and bool(node.orelse))  # type: ignore[attr-defined]
        tally.weighed += 1
        level += kind in _NESTING
        tally.nesting = max(tally.nesting, level)
        self.over(self.below[node], tally, prefix, depth + 1, level)

    def plain(self, node: ast.AST, tally: _Tally, prefix: str, depth: int, level: int) -> None:
        """What counts, but is no break of the straight line that grows with its depth."""
        kind = type(node)
        tally.branches += _decisions(node)
        level += kind in _NESTING
        tally.nesting = max(tally.nesting, level)
        self.over(self.below[node], tally, prefix, depth, level)

    def operation(self, node: ast.AST, tally: _Tally, prefix: str, depth: int, level: int) -> None:
        tally.operations.append(node)
        if isinstance(node, ast.BoolOp):
            tally.branches += len(node.values) - 1
            tally.cognitive += 1
        self.over(self.below[node], tally, prefix, depth, level)


def _maintainability(volume: float, branches: int, lines: int) -> float:
    """The maintainability index: 171 - 5.2 ln(volume) - 0.23 complexity - 16.2 ln(lines), scaled to 0..100."""
    index = 171 - 5.2 * math.log(max(1.0, volume)) - 0.23 * branches - 16.2 * math.log(max(1, lines))
    return max(0.0, min(100.0, index * 100 / 171))


def _volume(nodes: Sequence[ast.AST]) -> float:
    """Halstead's volume (1977), over operators and their operands."""
    operators: list[type[ast.AST]] = []
    operands: list[ast.expr] = []
    for node in nodes:
        if isinstance(node, ast.Compare):
            operators += map(type, node.ops)
            operands += (node.left, *node.comparators)
            continue
        operators.append(type(node.op))  # type: ignore[attr-defined]
        if isinstance(node, ast.BinOp):
            operands += (node.left, node.right)
        elif isinstance(node, ast.BoolOp):
            operands += node.values
        else:
            operands.append(node.operand if isinstance(node, ast.UnaryOp) else node.value)  # type: ignore[attr-defined]
    known: dict[Hashable, int] = {}
    numbers: dict[ast.AST, int] = {}
    words = len(set(operators)) + len({_number(operand, known, numbers) for operand in operands})
    return (len(operators) + len(operands)) * math.log2(words) if words > 1 else 0.0


def _number(node: ast.AST, known: dict[Hashable, int], numbers: dict[ast.AST, int]) -> int:
    """The same for nodes that are written alike, and for no others; `numbers` are those of the nodes looked at."""
    found = numbers.get(node)
    if found is None:
        key: Hashable
        if isinstance(node, ast.Name):
            key = node.id
        elif isinstance(node, ast.Constant):
            key = repr(node.value), node.kind
        else:
            parts = [getattr(node, name, None) for name in node._fields]
            key = (type(node), *(_part(each, known, numbers) for each in parts))
        found = numbers[node] = known.setdefault(key, len(known))
    return found


def _part(value: object, known: dict[Hashable, int], numbers: dict[ast.AST, int]) -> Hashable:
    if isinstance(value, ast.AST):
        return _number(value, known, numbers)
    if isinstance(value, list):
        return tuple([_part(each, known, numbers) for each in value])
    return str(value)


def _decisions(node: ast.AST) -> int:
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    if isinstance(node, _LOOPS):
        return 1 + bool(node.orelse)
    if isinstance(node, ast.Try | ast.TryStar):
        return int(bool(node.orelse))
    if isinstance(node, ast.match_case):
        return int(not (isinstance(node.pattern, ast.MatchAs) and node.pattern.pattern is None))
    return int(isinstance(node, _BRANCHES))


def _figures(function: Function, name: str, tally: _Tally) -> FunctionMetrics:
    given = function.args
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    return FunctionMetrics(
        name=name,
        line=function.lineno,
        lines=lines,
        cyclomatic=tally.branches,
        nesting=tally.nesting,
        parameters=len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs),
        cognitive=tally.cognitive,
        maintainability=round(_maintainability(_volume(tally.operations), tally.branches, lines), 2),
    )


_GROUPS: tuple[tuple[Callable[..., None], tuple[type[ast.AST], ...]], ...] = (
    (_Measurer.function, (ast.FunctionDef, ast.AsyncFunctionDef)),
    (_Measurer.class_, (ast.ClassDef,)),
    (_Measurer.lambda_, (ast.Lambda,)),
    (_Measurer.branch, (ast.If,)),
    (_Measurer.turn, (*_LOOPS, ast.ExceptHandler, ast.Match, ast.IfExp)),
    (_Measurer.plain, (ast.Try, ast.TryStar, ast.With, ast.AsyncWith, ast.comprehension, ast.match_case, ast.Assert)),
    (_Measurer.operation, (ast.BinOp, ast.UnaryOp, ast.AugAssign, ast.BoolOp, ast.Compare)),
)
_RULES: Mapping[type[ast.AST], Callable[..., None]] = MappingProxyType(
    {kind: rule for rule, kinds in _GROUPS for kind in kinds}
)
