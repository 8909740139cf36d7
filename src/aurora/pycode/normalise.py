"""Functions stripped to what they do: without docstrings, annotations and chosen names."""

import ast
import copy
import hashlib
from collections.abc import Collection, Iterator
from itertools import count

from aurora.pycode.binding import NameKind, Scope, Scopes, Use, scopes_of
from aurora.pycode.parse import Function, parse


def bare(tree: ast.Module) -> ast.Module:
    """A copy of a tree without docstrings and annotations; `x: int` alone becomes `pass` where a block needs it."""
    stripped = _Strip().visit(copy.deepcopy(tree))
    assert isinstance(stripped, ast.Module)
    return stripped


def canonical(code: str) -> str:
    """The code, printed anew, with locals renamed to v0, v1, ... and top-level functions to f0, f1, ...

    The same text for two modules exactly when they differ at most in layout, comments, docstrings, annotations and
    those names. Parameters are renamed, keyword arguments of calls are not, so the text is for comparing, not for
    running. Raises UnparsableError.
    """
    tree = bare(parse(code).tree)
    scopes = scopes_of(tree)
    for use, name in _new_names(scopes):
        _set_name(use, name)
    return ast.unparse(tree)


def fingerprint(code: str) -> str:
    """A sha256 in hex, the same for functions that differ in names, layout and documentation only."""
    return hashlib.sha256(canonical(code).encode()).hexdigest()


class _Strip(ast.NodeTransformer):
    def visit(self, node: ast.AST) -> ast.AST | None:
        if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node, clean=False) is not None:
            del node.body[0]
        stripped: ast.AST | None = super().visit(node)
        if getattr(stripped, "body", None) == [] and isinstance(stripped, ast.stmt):
            stripped.body = [ast.Pass()]  # type: ignore[attr-defined]
        return stripped

    def visit_FunctionDef(self, node: Function) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST | None:
        if node.value is None:
            return None
        return self.generic_visit(ast.copy_location(ast.Assign(targets=[node.target], value=node.value), node))


def _new_names(scopes: Scopes) -> list[tuple[Use, str]]:
    """Every use of a name that gets another one, with that one; numbered in order of evaluation."""
    places = [(use, _renamed_in(scope, use)) for scope in scopes.all for use in scope.uses]
    kept = {use.name for use, owner in places if owner is None}
    locals_, functions = (_unlike(kept, letter) for letter in "vf")
    given: dict[tuple[Scope, str], str] = {}
    found = []
    for use, owner in places:
        if owner is not None:
            key = (owner, use.name)
            if key not in given:
                given[key] = next(functions if owner is scopes.module else locals_)
            found.append((use, given[key]))
    return found


def _unlike(kept: Collection[str], letter: str) -> Iterator[str]:
    return (name for i in count() if (name := f"{letter}{i}") not in kept)


def _renamed_in(scope: Scope, use: Use) -> Scope | None:
    """The scope whose name this is, when it is a name that nobody outside can see; else None."""
    owner = scope.owner(use.name)
    if owner is None or isinstance(owner.node, ast.ClassDef):
        return None
    binders = owner.bindings[use.name]
    if isinstance(owner.node, ast.Module):
        return owner if {binder.kind for binder in binders} == {NameKind.FUNCTION} else None
    dotted = any(isinstance(b.node, ast.alias) and "." in b.node.name and not b.node.asname for b in binders)
    return None if dotted else owner


def _set_name(use: Use, name: str) -> None:
    match use.node:
        case ast.Name():
            use.node.id = name
        case ast.arg():
            use.node.arg = name
        case ast.alias():
            use.node.asname = name
        case ast.MatchMapping():
            use.node.rest = name
        case ast.Global() | ast.Nonlocal():
            use.node.names = [name if old == use.name else old for old in use.node.names]
        case _:
            use.node.name = name  # type: ignore[attr-defined]
