"""Where names get their values: the scopes of a module, built by Python's rules of naming and binding."""

import ast
import builtins
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from aurora.pycode.nodes import Below
from aurora.pycode.parse import Function

Comprehension: TypeAlias = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
ScopeNode: TypeAlias = ast.Module | ast.ClassDef | Function | ast.Lambda | Comprehension

# Names that are there without being bound: attributes of a module and what a class body or a method sees.
IMPLICIT_NAMES = frozenset(
    {*dir(builtins), "__file__", "__path__", "__cached__", "__builtins__", "__annotations__", "__dict__"}
    | {"__class__", "__module__", "__qualname__"}
)


class NameKind(StrEnum):
    """What a name is."""

    PARAMETER = "parameter"
    LOCAL = "local"
    LOOP = "loop variable"
    COMPREHENSION = "comprehension variable"
    GLOBAL = "global"  # a variable of the module
    ATTRIBUTE = "class variable"
    FUNCTION = "function"
    CLASS = "class"
    IMPORT = "import"
    BUILTIN = "builtin"


class Use(NamedTuple):
    """A name in the text: it is bound here, or (kind None) read or deleted."""

    name: str
    node: ast.AST  # Name, arg, definition, alias, handler, pattern, global or nonlocal statement
    kind: NameKind | None


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A region with names of its own; `outer` says which names are declared global or nonlocal."""

    node: ScopeNode
    parent: "Scope | None" = None
    bindings: dict[str, list[Use]] = field(default_factory=dict)  # by name: the uses that bind it in this scope
    uses: list[Use] = field(default_factory=list)  # in order of evaluation, without inner scopes
    outer: dict[str, str] = field(default_factory=dict)

    @property
    def top(self) -> "Scope":
        """The scope of the module."""
        return self.parent.top if self.parent else self

    def owner(self, name: str) -> "Scope | None":
        """The scope that a name used here belongs to; None when nothing in the module binds it."""
        if self.outer.get(name) == "global":
            return self.top if name in self.top.bindings else None
        scope: Scope | None = self
        while scope and (name not in scope.bindings or (scope is not self and isinstance(scope.node, ast.ClassDef))):
            scope = scope.parent
        return scope


@dataclass(frozen=True, slots=True)
class Scopes:
    """All scopes of a module, outer before inner."""

    all: tuple[Scope, ...]
    star_imports: bool  # names may come from `from x import *`

    @property
    def module(self) -> Scope:
        """The outermost scope."""
        return self.all[0]

    def of(self, node: ScopeNode) -> Scope:
        """The scope that a node opens; raises KeyError when it opens none."""
        return {scope.node: scope for scope in self.all}[node]


def scopes_of(tree: ast.Module, below: Below | None = None) -> Scopes:
    """Build the scopes of a module (Python language reference, section "Naming and binding").

    `below` may know the children of its nodes from before.
    """
    binder = _Binder(tree, Below() if below is None else below)
    binder.visit_all(tree.body)
    return Scopes(tuple(binder.scopes), binder.star_imports)


class _Binder(ast.NodeVisitor):
    def __init__(self, tree: ast.Module, below: Below) -> None:
        self.below = below
        self.scope = Scope(tree)
        self.scopes = [self.scope]
        self.star_imports = False
        self.target: NameKind | None = None  # what a name that is stored to now becomes

    def visit_all(self, nodes: Iterable[ast.AST | None]) -> None:
        for node in nodes:
            if node is not None:
                rule = _RULES.get(type(node))
                if rule:
                    rule(self, node)
                else:
                    self.visit_all(self.below[node])

    def bind(self, name: str, node: ast.AST, kind: NameKind | None = None) -> None:
        scope = self.scope
        if scope.outer and scope.outer.get(name) == "global":
            scope = scope.top
        use = Use(name, node, kind or _variable(scope))
        self.scope.uses.append(use)
        if not self.scope.outer or self.scope.outer.get(name) != "nonlocal":
            scope.bindings.setdefault(name, []).append(use)

    def enter(self, node: ScopeNode, parameters: Iterable[ast.arg], body: Iterable[ast.AST]) -> None:
        outside, self.scope = self.scope, Scope(node, self.scope)
        self.scopes.append(self.scope)
        for argument in parameters:
            self.bind(argument.arg, argument, NameKind.PARAMETER)
        self.visit_all(body)
        self.scope = outside

    def store(self, target: ast.AST, kind: NameKind) -> None:
        self.target, before = kind, self.target
        self.visit_all((target,))
        self.target = before

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Store):
            self.bind(node.id, node, self.target)
        else:
            self.scope.uses.append(Use(node.id, node, None))

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit_all([node.value, *node.targets])

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit_all([node.annotation, node.value, node.target])

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            self.scope.uses.append(Use(node.target.id, node.target, None))
        self.visit_all([node.value, node.target])

    def visit_FunctionDef(self, node: Function) -> None:
        self.visit_all([*node.decorator_list, *getattr(node, "type_params", ())])
        given = _parameters(node.args)
        self.visit_all([*node.args.defaults, *node.args.kw_defaults, node.returns])
        self.visit_all([argument.annotation for argument in given])
        self.bind(node.name, node, NameKind.FUNCTION)
        self.enter(node, given, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.visit_all([*node.args.defaults, *node.args.kw_defaults])
        self.enter(node, _parameters(node.args), [node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.visit_all([*node.decorator_list, *getattr(node, "type_params", ()), *node.bases, *node.keywords])
        self.bind(node.name, node, NameKind.CLASS)
        self.enter(node, (), node.body)

    def visit_TypeVar(self, node: ast.AST) -> None:
        self.bind(node.name, node, NameKind.PARAMETER)  # type: ignore[attr-defined]

    visit_ParamSpec = visit_TypeVarTuple = visit_TypeVar  # noqa: N815

    def visit_comprehension_scope(self, node: Comprehension) -> None:
        self.visit_all((node.generators[0].iter,))
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self.enter(node, (), [*node.generators, *results])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_scope  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.store(node.target, NameKind.COMPREHENSION)
        opened_by = self.scope.node
        first = isinstance(opened_by, Comprehension) and opened_by.generators[0] is node
        self.visit_all(node.ifs if first else [node.iter, *node.ifs])

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        self.visit_all((node.value,))
        inside = self.scope
        while isinstance(self.scope.node, Comprehension) and self.scope.parent:
            self.scope = self.scope.parent
        self.visit_all((node.target,))
        self.scope = inside

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        self.visit_all((node.iter,))
        self.store(node.target, NameKind.LOOP)
        self.visit_all([*node.body, *node.orelse])

    visit_AsyncFor = visit_For  # noqa: N815

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name == "*":
                self.star_imports = True
            else:
                self.bind(alias.asname or alias.name.partition(".")[0], alias, NameKind.IMPORT)

    visit_ImportFrom = visit_Import  # noqa: N815

    def visit_ExceptHandler(self, node: ast.ExceptHandler | ast.MatchAs | ast.MatchStar) -> None:
        if node.name:
            self.bind(node.name, node)
        self.visit_all(self.below[node])

    visit_MatchAs = visit_MatchStar = visit_ExceptHandler  # noqa: N815

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest:
            self.bind(node.rest, node)
        self.visit_all(self.below[node])

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> None:
        for name in node.names:
            self.scope.outer[name] = "global" if isinstance(node, ast.Global) else "nonlocal"
            self.scope.uses.append(Use(name, node, None))

    visit_Nonlocal = visit_Global  # noqa: N815


_RULES: Mapping[type[ast.AST], Callable[[_Binder, Any], None]] = MappingProxyType(
    {
        getattr(ast, name.removeprefix("visit_")): rule
        for name, rule in vars(_Binder).items()
        if name.startswith("visit_") and hasattr(ast, name.removeprefix("visit_"))
    }
)


_KINDS: Mapping[type[ast.AST], NameKind] = MappingProxyType(
    {ast.Module: NameKind.GLOBAL, ast.ClassDef: NameKind.ATTRIBUTE}
)


def _variable(scope: Scope) -> NameKind:
    return _KINDS.get(type(scope.node), NameKind.LOCAL)


def _parameters(arguments: ast.arguments) -> list[ast.arg]:
    plain = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    if arguments.vararg:
        plain.append(arguments.vararg)
    if arguments.kwarg:
        plain.append(arguments.kwarg)
    return plain
