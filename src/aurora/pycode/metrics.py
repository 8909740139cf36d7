"""Measures of Python text: complexity per function, names that are called."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from aurora.pycode.verdict import parse_tree

_BRANCHES = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.Assert, ast.match_case)
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
        cyclomatic=1 + sum(_decisions(node) for node in _own_nodes(function)),
        nesting=max((_depth(child) for child in function.body), default=0),
        parameters=len([*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]),
    )


def _own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, (*_FUNCTIONS, ast.ClassDef)):
            yield child
            yield from _own_nodes(child)


def _decisions(node: ast.AST) -> int:
    if isinstance(node, ast.BoolOp):
        return len(node.values) - 1
    if isinstance(node, ast.comprehension):
        return 1 + len(node.ifs)
    return int(isinstance(node, _BRANCHES))


def _depth(node: ast.AST) -> int:
    if isinstance(node, (*_FUNCTIONS, ast.ClassDef)):
        return 0
    below = max((_depth(child) for child in ast.iter_child_nodes(node)), default=0)
    return below + isinstance(node, _NESTING)
