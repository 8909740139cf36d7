"""The names that can be used at a place, nearest first."""

import ast
from collections.abc import Iterator

from aurora.pycode.parse import Function, Source

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.GeneratorExp, ast.ListComp, ast.SetComp, ast.DictComp)
_SCOPES = (ast.Module, *_FUNCTIONS, *_COMPREHENSIONS)


class Scopes:
    """The names of one file, each scope read once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._bound: dict[ast.AST, tuple[str, ...]] = {}
        self._known: dict[tuple[ast.AST, ...], tuple[str, ...]] = {}

    def names_at(self, node: ast.AST) -> tuple[str, ...]:
        """Names bound in the functions around a node, then in the module; each once."""
        around = tuple(above for above in self._source.ancestors(node) if isinstance(above, _SCOPES))
        if around not in self._known:
            found: dict[str, None] = {}
            for above in around:
                found |= dict.fromkeys(self._names(above))
            self._known[around] = tuple(found)
        return self._known[around]

    def _names(self, scope: ast.AST) -> tuple[str, ...]:
        if scope not in self._bound:
            self._bound[scope] = tuple(_names(scope))
        return self._bound[scope]


def _names(scope: ast.AST) -> Iterator[str]:
    if isinstance(scope, _COMPREHENSIONS):
        for generator in scope.generators:
            yield from _targets(generator.target)
    elif isinstance(scope, _FUNCTIONS):
        yield from parameters(scope)
    if not isinstance(scope, (*_COMPREHENSIONS, ast.Lambda)):
        yield from bound(scope)


def parameters(function: Function | ast.Lambda) -> Iterator[str]:
    """The parameters of a function."""
    given = function.args
    for arg in (*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg):
        if arg is not None:
            yield arg.arg


def bound(scope: ast.AST) -> Iterator[str]:
    """The names that the statements of a scope bind, not those of functions and classes inside it."""
    for child in ast.iter_child_nodes(scope):
        yield from _bound_by(child)
        if not isinstance(child, (*_FUNCTIONS, ast.ClassDef, ast.expr)):
            yield from bound(child)


def _bound_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name
    elif isinstance(node, ast.alias):
        yield (node.asname or node.name).partition(".")[0]
    elif isinstance(node, ast.ExceptHandler) and node.name:
        yield node.name
    elif isinstance(node, ast.expr):
        for inside in ast.walk(node):
            if isinstance(inside, ast.Name) and isinstance(inside.ctx, ast.Store):
                yield inside.id


def _targets(node: ast.expr) -> Iterator[str]:
    return (inside.id for inside in ast.walk(node) if isinstance(inside, ast.Name))
