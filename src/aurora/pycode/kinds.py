"""Which built-in type a name certainly holds: by every value it is given, or by its annotation."""

import ast
from collections.abc import Mapping
from types import MappingProxyType

from aurora.pycode.binding import Scope, Scopes
from aurora.pycode.parse import Source

_ANNOTATED: Mapping[str, type] = MappingProxyType(
    {"List": list, "list": list, "Dict": dict, "dict": dict, "Set": set, "set": set, "str": str, "Tuple": tuple}
    | {"tuple": tuple, "int": int, "float": float, "bool": bool}
)
_MAKERS: Mapping[type[ast.expr], type] = MappingProxyType(
    {ast.List: list, ast.ListComp: list, ast.Dict: dict, ast.DictComp: dict, ast.Set: set, ast.SetComp: set}
    | {ast.JoinedStr: str, ast.Tuple: tuple}
)
_CALLS: Mapping[str, type] = MappingProxyType(
    {"list": list, "dict": dict, "set": set, "str": str, "sorted": list, "len": int, "int": int, "ord": int}
)


def kind_of(value: ast.expr, scope: Scope, scopes: Scopes, source: Source) -> type | None:
    """The certain type of an expression's value; None when it is not certain."""
    if isinstance(value, ast.Name):
        owner = scope.owner(value.id)
        return held(owner, value.id, scopes, source) if owner is not None else None
    return _made(value)


def held(scope: Scope, name: str, scopes: Scopes, source: Source) -> type | None:
    """The type that every binding of a name in its scope gives it; None when that is not certain."""
    kinds = {_bound(use.node, source) for use in scope.bindings.get(name, ())}
    inner = any(name in other.outer for other in scopes.all)
    return kinds.pop() if len(kinds) == 1 and not inner else None


def _bound(target: ast.AST, source: Source) -> type | None:
    if isinstance(target, ast.arg):
        return _annotated(target.annotation)
    statement = source.parents.get(target)
    if isinstance(statement, ast.AnnAssign):
        return _annotated(statement.annotation)
    if isinstance(statement, ast.AugAssign) and isinstance(statement.op, ast.Add):
        return _made(statement.value)
    return _made(statement.value) if isinstance(statement, ast.Assign) and target in statement.targets else None


def _annotated(annotation: ast.expr | None) -> type | None:
    base = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return _ANNOTATED.get(base.id) if isinstance(base, ast.Name) else None


def _made(value: ast.expr) -> type | None:
    if isinstance(value, ast.Constant):
        return type(value.value) if isinstance(value.value, str | int | float | bool) else None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return _CALLS.get(value.func.id)
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Mult):
        return list if isinstance(value.left, ast.List) else None
    return _MAKERS.get(type(value))
