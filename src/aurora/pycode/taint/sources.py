"""Whether a value comes from outside anywhere in a project: without one there is nothing to follow."""

import ast

from aurora.pycode.taint.knowledge import HANDLER_PARTS, REQUEST_NAMES, REQUEST_PARTS, SOURCE_METHODS, SOURCES
from aurora.pycode.taint.names import Callee, Names
from aurora.pycode.taint.state import chain

_ENDS = frozenset(name.rpartition(".")[2] for name in (*SOURCES, *HANDLER_PARTS)) | REQUEST_PARTS | SOURCE_METHODS


def comes_in(names: Names) -> bool:
    """Whether there is a source, or a function that a framework gives outside input; False only when there is none."""
    return any(_enters(names, callee) for callee in names.callees.values())


def _enters(names: Names, callee: Callee) -> bool:
    if not isinstance(callee.node, ast.Module):
        return any(True for _ in callee.outside())
    below, aliases = names.below, names.aliases[callee.module]
    todo: list[ast.AST] = [callee.node]
    for node in todo:
        kind = type(node)
        if kind is ast.Name:
            if aliases.get(node.id, node.id) in SOURCES:  # type: ignore[attr-defined]
                return True
        elif kind is not ast.Constant:
            if kind is ast.Attribute and _is_source(names, node, callee.module):  # type: ignore[arg-type]
                return True
            todo += below[node]
    return False


def _is_source(names: Names, node: ast.Attribute, module: str) -> bool:
    if node.attr not in _ENDS:
        return False
    base = chain(node.value)
    asked = base in REQUEST_NAMES and node.attr in REQUEST_PARTS
    handled = f"{base}.{node.attr}" in HANDLER_PARTS
    return asked or handled or node.attr in SOURCE_METHODS or names.dotted(node, module) in SOURCES
