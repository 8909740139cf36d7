"""Measures of Python text: complexity per function, names that are called."""

import ast
import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from aurora.pycode.nodes import blocks, children
from aurora.pycode.parse import Function
from aurora.pycode.verdict import parse_tree

_BRANCHES = (ast.If, ast.IfExp, ast.ExceptHandler, ast.Assert)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_LEAVES = frozenset({ast.Name, ast.Constant, ast.Pass, ast.Break, ast.Continue})
_DEFINITIONS = frozenset({*_FUNCTIONS, ast.ClassDef})
_NESTING = frozenset({ast.If, *_LOOPS, ast.Try, ast.With, ast.AsyncWith, ast.Match})
_COUNTED = frozenset({ast.BoolOp, ast.comprehension, *_LOOPS, ast.Try, ast.TryStar, ast.match_case, *_BRANCHES})


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


def metrics_of(tree: ast.Module) -> tuple[FunctionMetrics, ...]:
    """The figures of every function of a tree, in the order of lines."""
    found = [_measure(node, name) for node, name in _functions(tree, "")]
    return tuple(sorted(found, key=lambda each: each.line))


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


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[Function, str]]:
    for child in blocks(node):
        if isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            name = f"{prefix}{child.name}"
            if isinstance(child, _FUNCTIONS):
                yield child, name
            yield from _functions(child, f"{name}.")
        else:
            yield from _functions(child, prefix)


def _measure(function: Function, name: str) -> FunctionMetrics:
    arguments = function.args
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    nodes, nesting = _own_nodes(function)
    branches = 1 + sum(_decisions(node) for node in nodes if type(node) in _COUNTED)
    return FunctionMetrics(
        name=name,
        line=function.lineno,
        lines=lines,
        cyclomatic=branches,
        nesting=nesting,
        parameters=len([*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]),
        cognitive=sum(_followed(child, 0) for child in function.body),
        maintainability=round(_maintainability(_volume(nodes), branches, lines), 2),
    )


def _own_nodes(function: Function) -> tuple[Sequence[ast.AST], int]:
    """The nodes of a function without those of definitions inside it, and how deep its blocks are nested."""
    found: list[ast.AST] = []
    deepest = 0
    todo: list[tuple[ast.AST, int]] = [(child, 0) for child in function.body]
    while todo:
        node, depth = todo.pop()
        kind = type(node)
        if kind not in _DEFINITIONS:
            found.append(node)
            depth += kind in _NESTING
            deepest = max(deepest, depth)
            if kind not in _LEAVES:
                todo += [(child, depth) for child in children(node)]
    return found, deepest


def _followed(node: ast.AST, depth: int) -> int:
    """The cognitive complexity of a node: how hard it is to follow.

    One for each branch, loop, handler and sequence of like boolean operators, and one more for each level that a
    branch, loop or handler is nested; `elif` and `else` count one. Source: Campbell, "Cognitive complexity" (2018).
    """
    if isinstance(node, ast.If):
        last = node.orelse
        chained = len(last) == 1 and isinstance(last[0], ast.If)
        rest = _followed(last[0], depth) - depth if chained else sum(_followed(each, depth + 1) for each in last)
        inside = _followed(node.test, depth) + sum(_followed(each, depth + 1) for each in node.body)
        return 1 + depth + inside + rest + (bool(last) and not chained)
    if isinstance(node, (*_LOOPS, ast.ExceptHandler, ast.Match, ast.IfExp)):
        otherwise = bool(getattr(node, "orelse", None)) and not isinstance(node, ast.IfExp)
        return 1 + depth + otherwise + _below(node, depth + 1)
    return isinstance(node, ast.BoolOp) + _below(node, depth + isinstance(node, (*_FUNCTIONS, ast.Lambda)))


def _below(node: ast.AST, depth: int) -> int:
    return sum([_followed(each, depth) for each in children(node) if type(each) not in _LEAVES])


def _maintainability(volume: float, branches: int, lines: int) -> float:
    """The maintainability index: 171 - 5.2 ln(volume) - 0.23 complexity - 16.2 ln(lines), scaled to 0..100."""
    index = 171 - 5.2 * math.log(max(1.0, volume)) - 0.23 * branches - 16.2 * math.log(max(1, lines))
    return max(0.0, min(100.0, index * 100 / 171))


def _volume(nodes: Sequence[ast.AST]) -> float:
    """Halstead's volume (1977), over operators and their operands."""
    operators: list[str] = []
    operands: list[ast.expr] = []
    for node in nodes:
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                operators.append(type(op).__name__)
                operands += (left, right)
            case ast.UnaryOp(op=op, operand=only) | ast.AugAssign(op=op, value=only):
                operators.append(type(op).__name__)
                operands.append(only)
            case ast.BoolOp(op=op, values=values):
                operators.append(type(op).__name__)
                operands += values
            case ast.Compare(left=left, ops=ops, comparators=others):
                operators += [type(op).__name__ for op in ops]
                operands += (left, *others)
    words = len(set(operators)) + len(set(map(_alike, operands)))
    return (len(operators) + len(operands)) * math.log2(words) if words > 1 else 0.0


def _alike(operand: ast.expr) -> Hashable:
    """The same for operands that are written alike, and for no others."""
    if isinstance(operand, ast.Name):
        return operand.id
    if isinstance(operand, ast.Constant):
        return repr(operand.value), operand.kind
    return "(", ast.dump(operand)


def _decisions(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    if isinstance(node, _LOOPS):
        return 1 + bool(node.orelse)
    if isinstance(node, ast.Try | ast.TryStar):
        return int(bool(node.orelse))
    if isinstance(node, ast.match_case):
        return int(not (isinstance(node.pattern, ast.MatchAs) and node.pattern.pattern is None))
    return int(isinstance(node, _BRANCHES))
