"""Ways through a tree that cost little: the nodes below a node, and the statements alone."""

import ast
from collections.abc import Mapping
from types import MappingProxyType

_TEXTS = frozenset(
    {"id", "attr", "arg", "kind", "module", "level", "asname", "rest", "kwd_attrs", "type_comment", "tag"}
)  # to be looked at for nothing
_SHARED = frozenset({"ctx", "op", "ops"})  # one object for all places
_FLAGS = frozenset({"conversion", "simple", "is_async", "type_ignores"})
_BLOCKS = frozenset({"body", "handlers", "orelse", "finalbody", "cases"})


def _fields(kind: type[ast.AST]) -> tuple[str, ...]:
    if issubclass(kind, ast.Constant | ast.Global | ast.Nonlocal | ast.type_ignore):
        return ()
    named = {"name"} - ({"name"} if kind.__name__ == "TypeAlias" else set())
    return tuple(field for field in kind._fields if field not in _TEXTS | _SHARED | _FLAGS | named)


_KINDS = tuple(kind for kind in vars(ast).values() if isinstance(kind, type) and issubclass(kind, ast.AST))
_BELOW: Mapping[type[ast.AST], tuple[str, ...]] = MappingProxyType({kind: _fields(kind) for kind in _KINDS})
_WITH_BLOCKS = (ast.mod, ast.stmt, ast.ExceptHandler, ast.match_case)
_INSIDE: Mapping[type[ast.AST], tuple[str, ...]] = MappingProxyType(
    {
        kind: tuple(field for field in kind._fields if field in _BLOCKS)
        for kind in _KINDS
        if issubclass(kind, _WITH_BLOCKS)
    }
)


def children(node: ast.AST) -> list[ast.AST]:
    """The nodes directly below one, in the order of `ast.iter_child_nodes`, without operators and contexts."""
    found: list[ast.AST] = []
    for field in _BELOW[type(node)]:
        value = getattr(node, field, None)
        if value.__class__ is list:
            found += value if None not in value else [each for each in value if each is not None]
        elif isinstance(value, ast.AST):
            found.append(value)
    return found


class Below(dict[ast.AST, list[ast.AST]]):
    """The `children` of the nodes of one tree, each worked out once: for a tree that is looked at and never changed."""

    def __missing__(self, node: ast.AST) -> list[ast.AST]:
        found = self[node] = children(node)
        return found


def walk(node: ast.AST) -> list[ast.AST]:
    """A node and all below it, in the order of `ast.walk`, without operators and contexts."""
    found = [node]
    for each in found:
        found += children(each)
    return found


def parents_of(tree: ast.AST) -> dict[ast.AST, ast.AST]:
    """The parent of every node below `tree`."""
    found: dict[ast.AST, ast.AST] = {}
    todo = [tree]
    for node in todo:
        below = children(node)
        todo += below
        found.update(dict.fromkeys(below, node))
    return found


def blocks(node: ast.AST) -> list[ast.AST]:
    """The statements, handlers and cases directly inside a module or statement, in the order of `children`."""
    found: list[ast.AST] = []
    for field in _INSIDE[type(node)]:
        found += getattr(node, field)
    return found


def statements(node: ast.AST) -> list[ast.AST]:
    """A module or statement and the statements, handlers and cases inside, in the order of `ast.walk`.

    A third of the nodes: what they are made of is left out.
    """
    found = [node]
    for each in found:
        for field in _INSIDE[type(each)]:
            found += getattr(each, field)
    return found
