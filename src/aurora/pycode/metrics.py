"""Measures of Python text: complexity per function, names that are called."""

import ast
import math
from collections.abc import Iterator
from dataclasses import dataclass

from aurora.pycode.verdict import parse_tree

_BRANCHES = (ast.If, ast.IfExp, ast.ExceptHandler, ast.Assert)
_LOOPS = (ast.For, ast.AsyncFor, ast.While)
_NESTING = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.Try, ast.With, ast.AsyncWith, ast.Match)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


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
    found = [_measure(node, name) for node, name in _functions(parse_tree(text), "")]
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


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            name = f"{prefix}{child.name}"
            if isinstance(child, _FUNCTIONS):
                yield child, name
            yield from _functions(child, f"{name}.")
        else:
            yield from _functions(child, prefix)


def _measure(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> FunctionMetrics:
    arguments = function.args
    return FunctionMetrics(
        name=name,
        line=function.lineno,
        lines=(function.end_lineno or function.lineno) - function.lineno + 1,
        cyclomatic=decisions(function),
        nesting=max((_depth(child) for child in function.body), default=0),
        parameters=len([*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]),
        cognitive=cognitive(function),
        maintainability=round(maintainability(function), 2),
    )


def decisions(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The cyclomatic complexity of a function without those inside it."""
    return 1 + sum(_decisions(node) for node in _own_nodes(function))


def cognitive(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How hard a function is to follow.

    One for each branch, loop, handler and sequence of like boolean operators, and one more for each level that a
    branch, loop or handler is nested; `elif` and `else` count one. Source: Campbell, "Cognitive complexity" (2018).
    """
    return sum(_followed(child, 0) for child in function.body)


def _followed(node: ast.AST, depth: int) -> int:
    if isinstance(node, ast.If):
        last = node.orelse
        chained = len(last) == 1 and isinstance(last[0], ast.If)
        rest = _followed(last[0], depth) - depth if chained else sum(_followed(each, depth + 1) for each in last)
        inside = _followed(node.test, depth) + sum(_followed(each, depth + 1) for each in node.body)
        return 1 + depth + inside + rest + (bool(last) and not chained)
    if isinstance(node, (*_LOOPS, ast.ExceptHandler, ast.Match, ast.IfExp)):
        otherwise = bool(getattr(node, "orelse", None)) and not isinstance(node, ast.IfExp)
        return 1 + depth + otherwise + sum(_followed(each, depth + 1) for each in ast.iter_child_nodes(node))
    deeper = depth + isinstance(node, (*_FUNCTIONS, ast.Lambda))
    return isinstance(node, ast.BoolOp) + sum(_followed(each, deeper) for each in ast.iter_child_nodes(node))


def maintainability(function: ast.FunctionDef | ast.AsyncFunctionDef) -> float:
    """The maintainability index: 171 - 5.2 ln(volume) - 0.23 complexity - 16.2 ln(lines), scaled to 0..100.

    The volume is Halstead's (1977), over operators and their operands.
    """
    lines = max(1, (function.end_lineno or function.lineno) - function.lineno + 1)
    volume = max(1.0, _volume(function))
    index = 171 - 5.2 * math.log(volume) - 0.23 * decisions(function) - 16.2 * math.log(lines)
    return max(0.0, min(100.0, index * 100 / 171))


def _volume(function: ast.FunctionDef | ast.AsyncFunctionDef) -> float:
    operators: list[str] = []
    operands: list[str] = []
    for node in _own_nodes(function):
        match node:
            case ast.BinOp(left=left, op=op, right=right):
                operators.append(type(op).__name__)
                operands += map(ast.dump, (left, right))
            case ast.UnaryOp(op=op, operand=only) | ast.AugAssign(op=op, value=only):
                operators.append(type(op).__name__)
                operands.append(ast.dump(only))
            case ast.BoolOp(op=op, values=values):
                operators.append(type(op).__name__)
                operands += map(ast.dump, values)
            case ast.Compare(left=left, ops=ops, comparators=others):
                operators += [type(op).__name__ for op in ops]
                operands += map(ast.dump, (left, *others))
    words = len(set(operators)) + len(set(operands))
    return (len(operators) + len(operands)) * math.log2(words) if words > 1 else 0.0


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    body = function.body if isinstance(function, _FUNCTIONS) else ast.iter_child_nodes(function)
    for child in body:
        if not isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            yield child
            yield from _own_nodes(child)


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


def _depth(node: ast.AST) -> int:
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        return 0
    below = max((_depth(child) for child in ast.iter_child_nodes(node)), default=0)
    return below + isinstance(node, _NESTING)
