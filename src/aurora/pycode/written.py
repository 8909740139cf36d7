"""How an expression is written: what `ast.unparse` answers, without its machinery for what is plain."""

import ast
from typing import TypeAlias

Atom: TypeAlias = ast.Name | ast.Attribute | ast.Call | ast.Subscript
_PLAIN = (str, bytes, int, bool, type(None))


def written(node: ast.AST) -> str:
    """The text of a node, as `ast.unparse` writes it."""
    return _plain(node) or ast.unparse(node)


def _plain(node: ast.AST) -> str:
    """The text of names, attributes, calls, elements, constants and sums of those; empty for what is less plain."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute(value=ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript()):
            return f"{written(node.value)}.{node.attr}"
        case ast.Call(func=ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript()):
            return _call(node)
        case ast.Subscript(value=ast.Name() | ast.Attribute() | ast.Call() | ast.Subscript()):
            whole = isinstance(node.slice, ast.Tuple)
            return "" if whole else f"{written(node.value)}[{written(node.slice)}]"
        case ast.Constant(value=value) if type(value) in _PLAIN:
            return f"{node.kind or ''}{value!r}"
        case ast.BinOp(op=ast.Add(), left=left, right=right) if _adds(left) and _is_atom(right):
            return f"{written(left)} + {written(right)}"
    return ""


def _call(node: ast.Call) -> str:
    if any(each.arg is None for each in node.keywords):
        return ""
    named = (f"{each.arg}={written(each.value)}" for each in node.keywords)
    return f"{written(node.func)}({', '.join((*map(written, node.args), *named))})"


def _adds(node: ast.expr) -> bool:
    return _is_atom(node) or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add))


def _is_atom(node: ast.expr) -> bool:
    return isinstance(node, Atom) or (isinstance(node, ast.Constant) and type(node.value) in _PLAIN)
