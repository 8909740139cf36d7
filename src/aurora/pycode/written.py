"""How an expression is written: what `ast.unparse` answers, without its machinery for what is plain."""

import ast
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

_PLAIN = frozenset({str, bytes, int, bool, type(None)})
_NAMED = frozenset({ast.Name, ast.Attribute, ast.Call, ast.Subscript})


def written(node: ast.AST) -> str:
    """The text of a node, as `ast.unparse` writes it."""
    rule = _RULES.get(type(node))
    return (rule(node) if rule else "") or ast.unparse(node)


def _name(node: ast.Name) -> str:
    return node.id


def _attribute(node: ast.Attribute) -> str:
    return f"{written(node.value)}.{node.attr}" if type(node.value) in _NAMED else ""


def _call(node: ast.Call) -> str:
    if type(node.func) not in _NAMED or any(each.arg is None for each in node.keywords):
        return ""
    given = [*map(written, node.args), *(f"{each.arg}={written(each.value)}" for each in node.keywords)]
    return f"{written(node.func)}({', '.join(given)})"


def _subscript(node: ast.Subscript) -> str:
    plain = type(node.value) in _NAMED and type(node.slice) is not ast.Tuple
    return f"{written(node.value)}[{written(node.slice)}]" if plain else ""


def _constant(node: ast.Constant) -> str:
    return f"{node.kind or ''}{node.value!r}" if type(node.value) in _PLAIN else ""


def _sum(node: ast.BinOp) -> str:
    plain = type(node.op) is ast.Add and _adds(node.left) and _is_atom(node.right)
    return f"{written(node.left)} + {written(node.right)}" if plain else ""


def _adds(node: ast.expr) -> bool:
    return _is_atom(node) or (isinstance(node, ast.BinOp) and type(node.op) is ast.Add)


def _is_atom(node: ast.expr) -> bool:
    return type(node) in _NAMED or (isinstance(node, ast.Constant) and type(node.value) in _PLAIN)


_RULES: Mapping[type[ast.AST], Callable[[Any], str]] = MappingProxyType(
    {
        ast.Name: _name,
        ast.Attribute: _attribute,
        ast.Call: _call,
        ast.Subscript: _subscript,
        ast.Constant: _constant,
        ast.BinOp: _sum,
    }
)
