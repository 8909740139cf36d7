"""A quick look that says that all names of a module are bound; where it is not sure it says no."""

import ast
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any

from aurora.pycode.binding import IMPLICIT_NAMES, Comprehension
from aurora.pycode.nodes import Below
from aurora.pycode.parse import Function


def certainly_bound(tree: ast.Module, below: Below) -> bool:
    """Whether every name that is read or deleted is bound in its own scope or in one around it.

    False also where only `scopes_of` can tell: star imports, `global`, `nonlocal`, assignments inside of
    comprehensions. The names of a scope are gathered in no order, and no use is kept: a third of the work.
    """
    todo: list[tuple[_Region, AbstractSet[str]]] = [(_Region(tree, tree.body), IMPLICIT_NAMES)]
    for region, around in todo:
        if not region.gathered(below):
            return False
        known = around | region.bound
        if not region.read <= known:
            return False
        outer = around if isinstance(region.node, ast.ClassDef) else known
        todo += [(inner, outer) for inner in region.inner]
    return True


class _Region:
    """A scope; `parts` are its nodes, to which is added what lies below them."""

    def __init__(self, node: ast.AST, parts: Iterable[ast.AST], bound: Iterable[str] = ()) -> None:
        self.node, self.parts, self.bound = node, [*parts], {*bound}
        self.read: set[str] = set()
        self.inner: list[_Region] = []

    def gathered(self, below: Below) -> bool:
        """Find what is read, bound and opened here; False when that cannot be said."""
        parts, read, bound = self.parts, self.read, self.bound
        for node in parts:
            kind = type(node)
            if kind is ast.Name:
                (bound if type(node.ctx) is ast.Store else read).add(node.id)  # type: ignore[attr-defined]
            elif kind is not ast.Constant:
                rule = _RULES.get(kind)
                if rule is None:
                    parts += below[node]
                elif not rule(self, node):
                    return False
        return True

    def function(self, node: Function) -> bool:
        self.bound.add(node.name)
        self.parts += (*node.decorator_list, *getattr(node, "type_params", ()))
        if node.returns is not None:
            self.parts.append(node.returns)
        given = self.called(node.args)
        self.parts += [each.annotation for each in given if each.annotation is not None]
        self.inner.append(_Region(node, node.body, [each.arg for each in given]))
        return True

    def lambda_(self, node: ast.Lambda) -> bool:
        self.inner.append(_Region(node, [node.body], [each.arg for each in self.called(node.args)]))
        return True

    def called(self, given: ast.arguments) -> list[ast.arg]:
        """The parameters; their defaults belong to this scope."""
        self.parts += [each for each in (*given.defaults, *given.kw_defaults) if each is not None]
        rest = [each for each in (given.vararg, given.kwarg) if each]
        return [*given.posonlyargs, *given.args, *given.kwonlyargs, *rest]

    def class_(self, node: ast.ClassDef) -> bool:
        self.bound.add(node.name)
        self.parts += (*node.decorator_list, *getattr(node, "type_params", ()), *node.bases, *node.keywords)
        self.inner.append(_Region(node, node.body))
        return True

    def comprehension(self, node: Comprehension) -> bool:
        first, *rest = node.generators
        self.parts.append(first.iter)
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self.inner.append(_Region(node, [first.target, *first.ifs, *rest, *results]))
        return True

    def imported(self, node: ast.Import | ast.ImportFrom) -> bool:
        self.bound.update([each.asname or each.name.partition(".")[0] for each in node.names])
        return node.names[0].name != "*"

    def named(self, node: ast.AST) -> bool:
        """Handlers and patterns, whose name is a text."""
        name = getattr(node, "name", None) or getattr(node, "rest", None)
        if name:
            self.bound.add(name)
        self.parts += ast.iter_child_nodes(node)
        return True

    def parameter(self, node: Any) -> bool:
        self.bound.add(node.name)
        return True

    def assigned(self, node: ast.NamedExpr) -> bool:
        self.parts += (node.target, node.value)
        return not isinstance(self.node, Comprehension)

    def shared(self, _node: ast.AST) -> bool:
        return False


_GROUPS: tuple[tuple[Callable[..., bool], tuple[str, ...]], ...] = (
    (_Region.function, ("FunctionDef", "AsyncFunctionDef")),
    (_Region.lambda_, ("Lambda",)),
    (_Region.class_, ("ClassDef",)),
    (_Region.comprehension, ("ListComp", "SetComp", "DictComp", "GeneratorExp")),
    (_Region.imported, ("Import", "ImportFrom")),
    (_Region.named, ("ExceptHandler", "MatchAs", "MatchStar", "MatchMapping")),
    (_Region.parameter, ("TypeVar", "ParamSpec", "TypeVarTuple")),
    (_Region.assigned, ("NamedExpr",)),
    (_Region.shared, ("Global", "Nonlocal")),
)
_RULES: Mapping[type[ast.AST], Callable[..., bool]] = MappingProxyType(
    {getattr(ast, name): rule for rule, names in _GROUPS for name in names if hasattr(ast, name)}
)
