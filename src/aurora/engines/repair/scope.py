"""The names that can be used at a place, nearest first."""

import ast

from aurora.pycode.binding import Use, scopes_of
from aurora.pycode.parse import Source


class Scopes:
    """The names of one file, each scope read once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        scopes = (scope for scope in scopes_of(source.tree).all if not isinstance(scope.node, ast.ClassDef))
        self._bound: dict[ast.AST, dict[str, list[Use]]] = {scope.node: scope.bindings for scope in scopes}
        self._known: dict[tuple[ast.AST, ...], tuple[str, ...]] = {}

    def names_at(self, node: ast.AST) -> tuple[str, ...]:
        """Names bound in the functions around a node, then in the module; each once, wherever they are bound there."""
        around = tuple(above for above in self._source.ancestors(node) if above in self._bound)
        if around not in self._known:
            names = (name for above in around for name in self._bound[above])
            self._known[around] = tuple(dict.fromkeys(names))
        return self._known[around]
