"""What code reads and nothing gives it: unbound names, variables that are only augmented, attributes nobody sets."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from aurora.pycode.binding import Scope, Scopes, scopes_of
from aurora.pycode.parse import Function, Source
from aurora.pycode.scopes import unresolved


class Lack(StrEnum):
    """What is missing behind a name."""

    NAME = "name"  # bound nowhere
    VALUE = "value"  # only ever augmented: `x += 1` without an `x = ...`
    FLOW = "flow"  # of a local variable: every binding stands in the other branch or later
    ATTRIBUTE = "attribute"  # of self; no class of the file has it
    MEMBER = "member"  # of a variable that is certainly a list, dict, set, str or tuple


@dataclass(frozen=True, slots=True)
class Dangling:
    """One use of a name that means nothing; `node` is a Name or an Attribute."""

    lack: Lack
    name: str
    node: ast.Name | ast.Attribute


_MAKERS: Mapping[type[ast.expr], type] = MappingProxyType(
    {ast.List: list, ast.ListComp: list, ast.Dict: dict, ast.DictComp: dict, ast.Set: set, ast.SetComp: set}
    | {ast.JoinedStr: str, ast.Tuple: tuple}
)
_CALLS: Mapping[str, type] = MappingProxyType({"list": list, "dict": dict, "set": set, "str": str, "sorted": list})
_OPEN_WORDS = ("setattr", "__dict__", "__getattr", "vars(")


def dangling(source: Source) -> tuple[Dangling, ...]:
    """The uses that will raise NameError, UnboundLocalError or AttributeError when they run, in order of the text.

    Only certain ones: nothing of names in a module with a star import or `globals()`, nothing of self in a class with
    bases from elsewhere, with decorators, or in a file that sets attributes by name.
    """
    scopes = scopes_of(source.tree)
    found = [
        *_names(source),
        *_augmented(source, scopes),
        *_unreached(source, scopes),
        *_attributes(source),
        *_members(source, scopes),
    ]
    return tuple(sorted(found, key=lambda each: (each.node.lineno, each.node.col_offset)))


def certain_type(scope: Scope, name: str, source: Source) -> type | None:
    """The built-in type that every assignment to a name in its scope gives it; None when that is not certain."""
    kinds = {_made(source.parents.get(use.node), use.node) for use in scope.bindings.get(name, ())}
    return kinds.pop() if len(kinds) == 1 else None


def class_members(source: Source) -> frozenset[str]:
    """Every attribute that the file sets on anything, and every name that a class of the file binds."""
    stored = {node.attr for node in source.nodes(ast.Attribute) if not isinstance(node.ctx, ast.Load)}
    bodies = {scope for scope in scopes_of(source.tree).all if isinstance(scope.node, ast.ClassDef)}
    bound = {name for scope in bodies for name in scope.bindings}
    if "__slots__" in bound:
        bound |= {node.value for node in source.nodes(ast.Constant) if isinstance(node.value, str)}
    return frozenset(stored | bound)


def _names(source: Source) -> Iterator[Dangling]:
    if "globals()" in source.text:
        return
    lost = {(name.name, name.span) for name in unresolved(source)}
    names = {name for name, _ in lost}
    for node in source.nodes(ast.Name) if lost else ():
        if node.id in names and (node.id, source.span(node)) in lost:
            yield Dangling(Lack.NAME, node.id, node)


def _augmented(source: Source, scopes: Scopes) -> Iterator[Dangling]:
    for scope in scopes.all:
        if isinstance(scope.node, ast.ClassDef):
            continue
        only = {
            name
            for name, uses in scope.bindings.items()
            if all(isinstance(source.parents.get(use.node), ast.AugAssign) for use in uses)
        }
        for use in scope.uses:
            if use.name in only and use.kind is None and isinstance(use.node, ast.Name):
                yield Dangling(Lack.VALUE, use.name, use.node)


def _unreached(source: Source, scopes: Scopes) -> Iterator[Dangling]:
    for scope in scopes.all:
        for use in scope.uses if isinstance(scope.node, Function) else ():
            own = use.kind is None and use.name not in scope.outer and isinstance(use.node, ast.Name)
            binders = scope.bindings.get(use.name, []) if own else []
            augmented = all(isinstance(source.parents.get(binder.node), ast.AugAssign) for binder in binders)
            reached = augmented or any(_reaches(source, binder.node, use.node) for binder in binders)
            if not reached and isinstance(use.node, ast.Name):
                yield Dangling(Lack.FLOW, use.name, use.node)


def _reaches(source: Source, binder: ast.AST, use: ast.AST) -> bool:
    """Whether a binding may have run before a use in the same function."""
    around = {*source.ancestors(binder)}
    path = [use, *source.ancestors(use)]
    inside = [node for node in path[: [isinstance(node, Function) for node in path].index(True)] if node in around]
    if isinstance(binder, ast.arg) or any(
        isinstance(node, ast.For | ast.AsyncFor | ast.While | ast.Try) for node in inside
    ):
        return True
    branches = [node for node in inside if isinstance(node, ast.If)]
    if any(_side(node, {binder, *around}) * _side(node, {*path}) < 0 for node in branches):
        return False
    statement = source.statement(use)
    if isinstance(source.parents.get(binder), ast.NamedExpr) and source.statement(binder) is statement:
        return True
    if isinstance(statement, ast.Assign) and source.parents.get(binder) is statement:
        return False
    return _position(source, binder) < _position(source, use)


def _side(branch: ast.If, path: set[ast.AST]) -> int:
    """1 for the body, -1 for the else part, 0 for the condition."""
    return int(not path.isdisjoint(branch.body)) - int(not path.isdisjoint(branch.orelse))


def _position(source: Source, node: ast.AST) -> int:
    return source.span(node).start


def _attributes(source: Source) -> Iterator[Dangling]:
    if any(word in source.text for word in _OPEN_WORDS) or "class" not in source.text:
        return
    known = class_members(source) | {*dir(object)}
    for owner in source.nodes(ast.ClassDef):
        if not _closed(owner, source):
            continue
        for method in owner.body:
            name = _receiver(method)
            for node in ast.walk(method) if name else ():
                if _reads(node, name) and isinstance(node, ast.Attribute) and node.attr not in known:
                    yield Dangling(Lack.ATTRIBUTE, node.attr, node)


def _members(source: Source, scopes: Scopes) -> Iterator[Dangling]:
    for scope in scopes.all:
        for use in scope.uses:
            above = source.parents.get(use.node)
            if not isinstance(above, ast.Attribute) or above.value is not use.node:
                continue
            owner = scope.owner(use.name)
            kind = certain_type(owner, use.name, source) if owner else None
            if kind is not None and not hasattr(kind, above.attr):
                yield Dangling(Lack.MEMBER, above.attr, above)


def _made(statement: ast.AST | None, target: ast.AST) -> type | None:
    if not isinstance(statement, ast.Assign) or target not in statement.targets:
        return None
    value = statement.value
    if isinstance(value, ast.Constant):
        return str if isinstance(value.value, str) else None
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        return _CALLS.get(value.func.id)
    return _MAKERS.get(type(value))


def is_mixin(owner: ast.ClassDef) -> bool:
    """Whether a class is made to be completed by others, as its name says."""
    return any(word in owner.name.lower() for word in ("mixin", "base", "abstract", "interface", "protocol"))


def _closed(owner: ast.ClassDef, source: Source, below: tuple[ast.ClassDef, ...] = ()) -> bool:
    """Whether the file shows everything that the class has."""
    local = {node.name: node for node in source.tree.body if isinstance(node, ast.ClassDef)}
    bases = [local.get(base.id) if isinstance(base, ast.Name) and base.id != "object" else None for base in owner.bases]
    plain = sum(isinstance(base, ast.Name) and base.id == "object" for base in owner.bases)
    if is_mixin(owner) and not below:
        return False
    if owner in below or owner.keywords or owner.decorator_list or bases.count(None) > plain:
        return False
    return all(_closed(base, source, (*below, owner)) for base in bases if base is not None)


def _receiver(method: ast.stmt) -> str:
    """The name of self in a plain method."""
    if not isinstance(method, Function) or method.decorator_list:
        return ""
    positional = [*method.args.posonlyargs, *method.args.args]
    return positional[0].arg if positional and positional[0].arg == "self" else ""


def _reads(node: ast.AST, name: str) -> bool:
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Load)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    )
