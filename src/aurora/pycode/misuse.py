"""What certainly raises or does nothing when it runs, as its text shows, with the texts that were perhaps meant."""

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aurora.pycode.arity import wrong_counts
from aurora.pycode.binding import Scope, Scopes, scopes_of
from aurora.pycode.bounds import past_the_end
from aurora.pycode.kinds import kind_of
from aurora.pycode.parse import Source
from aurora.pycode.search_ends import parting_ends
from aurora.pycode.suspect import Meant, Misuse

__all__ = ["Meant", "Misuse", "misuses"]

_SILENT = frozenset({"append", "extend", "insert", "sort", "reverse", "clear", "add", "update"})  # return None
_BARE = frozenset({"append", "pop", "popleft", "sort", "reverse", "clear", "lower", "upper", "strip", "close"})
_NEEDY = frozenset({"append", "remove", "appendleft", "extend"})  # of every built-in type that has it: one argument
_ONLY_CALLED = frozenset({"len", "range", "max", "min", "sum", "sorted", "abs", "enumerate", "zip", "ord", "chr"})
_CONTAINERS = (list, dict, tuple, str)


@dataclass(frozen=True, slots=True)
class _File:
    source: Source
    scopes: Scopes
    scope: Mapping[ast.AST, Scope]  # by each name and attribute's own name
    methods: frozenset[str]  # and other attributes that the file defines
    coroutines: frozenset[str]  # async functions of a name of their own, generators left out

    def kind(self, value: ast.expr) -> type | None:
        scope = self.scope.get(value)
        return kind_of(value, scope or self.scopes.module, self.scopes, self.source)

    def text(self, node: ast.AST) -> str:
        return self.source.segment(node)


def misuses(source: Source) -> tuple[Misuse, ...]:
    """All of them, in the order of the text."""
    scopes = scopes_of(source.tree)
    scope = {use.node: each for each in scopes.all for use in each.uses}
    methods = {node.name for node in source.nodes(ast.FunctionDef)}
    methods |= {node.attr for node in source.nodes(ast.Attribute) if isinstance(node.ctx, ast.Store)}
    file = _File(source, scopes, scope, frozenset(methods), _coroutines(source))
    found = [misuse for node in ast.walk(source.tree) for misuse in _CHECKS.get(type(node), _nothing)(node, file)]
    found += [*wrong_counts(source, scopes), *past_the_end(source), *parting_ends(source)]
    return tuple(sorted(found, key=lambda misuse: source.span(misuse.node)))


def _coroutines(source: Source) -> frozenset[str]:
    functions = list(source.nodes(ast.AsyncFunctionDef))
    count = Counter(node.name for node in functions)
    return frozenset(
        node.name
        for node in functions
        if count[node.name] == 1 and not any(isinstance(inner, ast.Yield) for inner in ast.walk(node))
    )


def _nothing(_node: ast.AST, _file: _File) -> Iterator[Misuse]:
    return iter(())


def _call(node: ast.AST, file: _File) -> Iterator[Misuse]:
    assert isinstance(node, ast.Call)
    if isinstance(node.func, ast.Attribute):
        yield from _method(node, node.func, file)
    elif isinstance(node.func, ast.Name):
        yield from _function(node, node.func, file)


def _function(node: ast.Call, name: ast.Name, file: _File) -> Iterator[Misuse]:
    alone = node.args[0] if len(node.args) == 1 and not node.keywords else None
    if alone is not None and file.kind(name) in _CONTAINERS:
        index = Meant(f"{name.id}[{file.text(alone)}]", 0.2)
        yield Misuse(node, "A container is indexed with brackets, not called.", (index,))
    if name.id == "range":
        yield from (misuse for each in node.args for misuse in _whole(each, file))
    if name.id in ("list", "tuple", "set") and alone is not None and _is_whole(alone):
        number = file.text(alone)
        text = {"list": f"[{number}]", "tuple": f"({number},)", "set": f"{{{number}}}"}[name.id]
        yield Misuse(node, "A number has no items.", (Meant(text, 0.4),))
    if name.id == "len" and isinstance(alone, ast.BinOp) and _is_whole(alone.right):
        sign = {ast.Add: "+", ast.Sub: "-"}.get(type(alone.op))
        inner = file.text(alone.left)
        meant = (Meant(f"len({inner}) {sign} {file.text(alone.right)}", 0.4), Meant(f"len({inner})", 0.7))
        if sign:
            yield Misuse(node, "A length has no number inside.", meant)


def _method(node: ast.Call, method: ast.Attribute, file: _File) -> Iterator[Misuse]:
    if method.attr in _NEEDY - file.methods and not node.args and not node.keywords:
        owner, names = file.text(method.value), ("pop()", "popleft()") if method.attr == "remove" else ()
        meant = tuple(Meant(f"{owner}.{name}", 0.8 + at * 0.3) for at, name in enumerate(names))
        yield Misuse(node, f"{method.attr} needs an argument.", meant)


def _is_whole(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and type(value.value) is int


def _subscript(node: ast.AST, file: _File) -> Iterator[Misuse]:
    assert isinstance(node, ast.Subscript)
    value = node.value
    if isinstance(value, ast.Name) and value.id in _ONLY_CALLED and not _rebound(value, file):
        new = f"{value.id}({file.text(node.slice)})"
        yield Misuse(node, f"{value.id} is called with parentheses.", (Meant(new, 0.2),))
    parts = (node.slice.lower, node.slice.upper) if isinstance(node.slice, ast.Slice) else (node.slice,)
    if not isinstance(value, ast.Name) or file.kind(value) in (list, str, tuple):
        yield from (misuse for part in parts if part is not None for misuse in _whole(part, file))


def _rebound(name: ast.Name, file: _File) -> bool:
    return file.scope[name].owner(name.id) is not None if name in file.scope else True


def _whole(value: ast.expr, file: _File) -> Iterator[Misuse]:
    """`x / y` where only a whole number will do."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.Div) and _is_whole(value.right):
        text = f"{file.text(value.left)} // {file.text(value.right)}"
        yield Misuse(value, "An index is a whole number.", (Meant(text, 0.2),))


def _statement(node: ast.AST, file: _File) -> Iterator[Misuse]:
    assert isinstance(node, ast.Expr)
    value = node.value
    yield from _forgotten(value, file)
    if isinstance(value, ast.Attribute) and value.attr in _BARE and not value.attr.startswith("_"):
        new = f"{file.text(value)}()"
        yield Misuse(value, f"{value.attr} is not called here.", (Meant(new, 0.3),))
    if isinstance(value, ast.Compare) and [type(each) for each in value.ops] == [ast.Eq] and _is_place(value.left):
        text = f"{file.text(value.left)} = {file.text(value.comparators[0])}"
        yield Misuse(value, "A comparison alone does nothing.", (Meant(text, 0.3),))


def _forgotten(value: ast.expr, file: _File) -> Iterator[Misuse]:
    """A coroutine that an async function of the file makes and nobody awaits."""
    called = value.func if isinstance(value, ast.Call) else None
    name = called.id if isinstance(called, ast.Name) else ""
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "self":
        name = called.attr
    if name in file.coroutines and name not in file.methods:
        inside = isinstance(file.source.function(value), ast.AsyncFunctionDef)
        meant = (Meant(f"await {file.text(value)}", 0.2),) if inside else ()
        yield Misuse(value, f"{name} does nothing until it is awaited.", meant)


def _is_place(value: ast.expr) -> bool:
    return isinstance(value, ast.Name | ast.Subscript | ast.Attribute)


def _assign(node: ast.AST, file: _File) -> Iterator[Misuse]:
    """`x = x.append(y)` leaves None in x."""
    assert isinstance(node, ast.Assign)
    call = node.value
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _SILENT:
        owner = call.func.value
        target = node.targets[0]
        same = isinstance(owner, ast.Name) and isinstance(target, ast.Name) and owner.id == target.id
        if same and len(node.targets) == 1 and call.func.attr not in file.methods and _makes(owner, file):
            yield Misuse(node, f"{call.func.attr} returns None.", (Meant(file.text(call), 0.2),))


def _makes(owner: ast.expr, file: _File) -> bool:
    """Whether every other value that a name is given makes a list, a dict or a set."""
    assert isinstance(owner, ast.Name)
    scope = file.scope[owner].owner(owner.id) if owner in file.scope else None
    given = [file.source.parents.get(use.node) for use in scope.bindings.get(owner.id, ())] if scope else []
    values = [each.value for each in given if isinstance(each, ast.Assign)]
    kinds = {file.kind(value) for value in values if not _silent_call(value)}
    return len(values) == len(given) and bool(kinds) and kinds <= {list, dict, set}


def _silent_call(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _SILENT


def _loop(node: ast.AST, file: _File) -> Iterator[Misuse]:
    assert isinstance(node, ast.For | ast.comprehension)
    over = node.iter
    if isinstance(over, ast.Attribute) and over.attr in ("items", "keys", "values"):
        pair = (
            isinstance(node.target, ast.Tuple)
            and len(node.target.elts) == 2
            and over.attr == "items"
            and "items" not in file.methods
        )
        if pair or file.kind(over.value) is dict:
            yield Misuse(over, f"{over.attr} is not called here.", (Meant(f"{file.text(over)}()", 0.2),))


_CHECKS: Mapping[type[ast.AST], Callable[[ast.AST, _File], Iterator[Misuse]]] = MappingProxyType(
    {ast.Call: _call, ast.Subscript: _subscript, ast.Expr: _statement, ast.Assign: _assign}
    | {ast.For: _loop, ast.comprehension: _loop}
)
