"""Questions about names: what is visible here, what is free, what resolves to nothing."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from aurora.pycode.binding import IMPLICIT_NAMES, Comprehension, NameKind, Scope, ScopeNode, Scopes, Use, scopes_of
from aurora.pycode.bound import certainly_bound
from aurora.pycode.nodes import Below
from aurora.pycode.parse import Function, Source, parse
from aurora.pycode.spans import Span


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A name that is read but bound nowhere."""

    name: str
    span: Span


def visible(source: Source, at: ast.AST, scopes: Scopes | None = None) -> Mapping[str, NameKind]:
    """The names that the code at a node may read, nearest scope first, builtins last.

    In the scope of the node itself only what is bound earlier in the text counts; branches are not followed, so a name
    bound in one branch only is visible behind it. Outside of the node's function everything counts, since the function
    runs later. Give `scopes` of the same tree to save the work of building them.
    """
    scopes = scopes or scopes_of(source.tree)
    found: dict[str, NameKind] = {}
    scope: Scope | None = _scope_at(source, scopes, at)
    own, runs_now = scope, True
    while scope:
        if scope is own or not isinstance(scope.node, ast.ClassDef):
            for name, uses in scope.bindings.items():
                bound = [use for use in uses if not runs_now or _before(source, use, at)]
                if bound and name not in found:
                    found[name] = bound[-1].kind or NameKind.LOCAL
        runs_now = runs_now and not isinstance(scope.node, Function | ast.Lambda)
        scope = scope.parent
    return found | dict.fromkeys(sorted(IMPLICIT_NAMES - found.keys()), NameKind.BUILTIN)


def free_names(code: str) -> frozenset[str]:
    """The names that a piece of code reads from its surroundings: not builtins, not what it has bound before.

    `total += x` needs both names; functions inside may use what the piece binds later. Raises UnparsableError.
    """
    scopes = scopes_of(parse(code).tree)
    free = {use.name for use in _unbound(scopes)}
    bound: set[str] = set()
    for use in scopes.module.uses:
        if use.kind:
            bound.add(use.name)
        elif isinstance(use.node, ast.Name) and use.name not in bound | IMPLICIT_NAMES:
            free.add(use.name)
    return frozenset(free)


def unresolved(source: Source) -> tuple[Unresolved, ...]:
    """The names of a module that resolve to nothing, in the order of the text.

    None when the module has a star import, because then they may come from there. Names that are
    bound too late or only in some branch count as resolved.
    """
    found = [Unresolved(use.name, source.span(use.node)) for use in lost(source.tree)]
    return tuple(sorted(found, key=lambda name: name.span))


def lost(tree: ast.Module, below: Below | None = None) -> tuple[Use, ...]:
    """The uses of names of a module that resolve to nothing; see `unresolved`, and `scopes_of` for `below`."""
    below = Below() if below is None else below
    if certainly_bound(tree, below):
        return ()
    scopes = scopes_of(tree, below)
    found = () if scopes.star_imports else tuple(_unbound(scopes))
    beside = _submodules(tree) if found else frozenset()
    return tuple(use for use in found if use.name not in beside)


def attributes_of(tree: ast.AST, name: str) -> tuple[str, ...]:
    """The attributes that code below a node reads from or writes to a variable: `x.a` and `x.b()` give a and b."""
    found = {
        node.attr: None
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == name
    }
    return tuple(sorted(found))


def defined_names(function: Function | ast.ClassDef) -> tuple[str, ...]:
    """The names that a function or class binds in its own scope, parameters first, in order of the text."""
    module = ast.Module(body=[function], type_ignores=[])
    return tuple(scopes_of(module).of(function).bindings)


def ignored_parameters(code: str, name: str) -> tuple[str, ...]:
    """The parameters that the module-level function `name` never reads, in order; none when there is no such function.

    Raises UnparsableError.
    """
    functions = (node for node in parse(code).tree.body if isinstance(node, Function) and node.name == name)
    for function in functions:
        given = function.args
        parameters = [*given.posonlyargs, *given.args, given.vararg, *given.kwonlyargs, given.kwarg]
        read = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
        return tuple(each.arg for each in parameters if each and each.arg not in read)
    return ()


def _submodules(tree: ast.Module) -> frozenset[str]:
    """The names that `from .name import ...` gives to a package, when the module is that of one."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.level == 1)
    return frozenset(node.module.partition(".")[0] for node in found if node.module)


def _unbound(scopes: Scopes) -> Iterator[Use]:
    for scope in scopes.all:
        near, plain = scope.bindings, not scope.outer
        for use in scope.uses:
            name, node, kind = use
            if kind or (plain and name in near) or name in IMPLICIT_NAMES or not isinstance(node, ast.Name):
                continue
            if scope.owner(name) is None:
                yield use


def _scope_at(source: Source, scopes: Scopes, at: ast.AST) -> Scope:
    path = [at, *source.ancestors(at)]
    around = (
        scopes.of(node) for i, node in enumerate(path) if i and isinstance(node, ScopeNode) and _inside(node, path[:i])
    )
    return next(around, scopes.module)


def _inside(node: ScopeNode, path: list[ast.AST]) -> bool:
    """Whether what lies on the path below a scope's node is evaluated in that scope."""
    if isinstance(node, Comprehension):
        return node.generators[0].iter not in path
    body = [node.body] if isinstance(node, ast.Lambda) else node.body
    return path[-1] in body


def _before(source: Source, use: Use, at: ast.AST) -> bool:
    """Whether a name is bound before the code at a node runs, going by the text."""
    if use.kind in (NameKind.PARAMETER, NameKind.COMPREHENSION):
        return True
    same = source.statement(use.node) is source.statement(at)
    if same and not isinstance(source.parents.get(use.node), ast.NamedExpr):
        return False
    span = source.span(use.node)
    bound_at = span.end if isinstance(use.node, ast.ClassDef) else span.start
    return bound_at < source.span(at).start
