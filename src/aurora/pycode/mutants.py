"""Small changes to a program, each of which a good test would notice."""

import ast
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from aurora.pycode.trees import expression_of, tree_of

T = TypeVar("T")
Change: TypeAlias = Callable[[ast.AST], None]

_OTHER: Mapping[type[ast.AST], Callable[[], ast.AST]] = MappingProxyType(
    {
        ast.Add: ast.Sub,
        ast.Sub: ast.Add,
        ast.Mult: ast.Add,
        ast.Div: ast.FloorDiv,
        ast.FloorDiv: ast.Div,
        ast.Mod: ast.FloorDiv,
        ast.Lt: ast.LtE,
        ast.LtE: ast.Lt,
        ast.Gt: ast.GtE,
        ast.GtE: ast.Gt,
        ast.Eq: ast.NotEq,
        ast.NotEq: ast.Eq,
        ast.In: ast.NotIn,
        ast.NotIn: ast.In,
        ast.And: ast.Or,
        ast.Or: ast.And,
    }
)
_PAIRS = (
    "min max",
    "any all",
    "upper lower",
    "startswith endswith",
    "lstrip rstrip",
    "find rfind",
    "partition rpartition",
)
_SIBLINGS: Mapping[str, str] = MappingProxyType(
    {"sum": "len", "strip": "lstrip", "sorted": "list"}
    | {a: b for pair in _PAIRS for a, b in (pair.split(), pair.split()[::-1])}
)

_SEQUENCE = ("it[1:]", "it[:-1]", "it[::-1]", "it + it[:1]")
_BENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "int": ("it + 1", "it - 1", "-it", "it * 2"),
        "float": ("it + 1", "it - 1", "-it", "it * 2"),
        "bool": ("not it",),
        "str": (*_SEQUENCE, "it.upper()"),
        "list": _SEQUENCE,
        "tuple": _SEQUENCE,
        "dict": ("dict(list(it.items())[1:])", "{key: None for key in it}"),
        "set": ("set(list(it)[1:])", "it | {None}"),
    }
)


def mutants(code: str, limit: int = 24) -> list[str]:
    """At most `limit` programs that differ from `code` in one place, spread evenly over it; in a fixed order."""
    tree = tree_of(code)
    found: dict[str, None] = {}
    for place, change in _spread(list(_all_changes(tree)), 2 * limit):
        other = tree_of(code)
        change(next(islice(ast.walk(other), place, None)))
        found.setdefault(ast.unparse(ast.fix_missing_locations(other)))
    found.pop(ast.unparse(tree), None)
    return _spread(list(found), limit)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A program that differs in one place: `line` of the original, and what it says there `before` and `after`."""

    text: str
    line: int
    before: str
    after: str

    @property
    def words(self) -> str:
        """The change as people read it."""
        return f"line {self.line}: `{self.before}` became `{self.after}`"


def placed_mutants(code: str, limit: int, lines: range | None = None) -> list[Mutant]:
    """Like `mutants`, each with its place; only those whose change begins in one of the `lines`, when given."""
    tree = tree_of(code)
    plain = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    places = [(place, _line(tree, place), change) for place, change in _all_changes(tree)]
    for place, line, change in _spread([each for each in places if lines is None or each[1] in lines], 2 * limit):
        other = tree_of(code)
        change(next(islice(ast.walk(other), place, None)))
        text = ast.unparse(ast.fix_missing_locations(other))
        if text != plain:
            found.setdefault(text, Mutant(text, line, *_difference(plain, text)))
    return _spread(list(found.values()), limit)


def _line(tree: ast.Module, place: int) -> int:
    """The line of the node at a place of `ast.walk`, or of the first node below it that has one."""
    return next(
        line for node in ast.walk(next(islice(ast.walk(tree), place, None))) if (line := getattr(node, "lineno", 0))
    )


def _difference(before: str, after: str) -> tuple[str, str]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(((old.strip(), new.strip()) for old, new in pairs if old != new), ("", ""))


def bent(code: str, name: str, kind: str) -> list[str]:
    """Programs whose function `name` changes what `code` returns, an answer of the type `kind`, a little."""
    tree = tree_of(code)
    function = next((node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name), None)
    if function is None:
        return []
    found = []
    for template in _BENDINGS.get(kind, ()):
        other = tree_of(code)
        for node in ast.walk(other.body[tree.body.index(function)]):
            if isinstance(node, ast.Return) and node.value:
                changed = expression_of(template)
                node.value = _Filled(node.value).visit(changed).body
        found.append(ast.unparse(ast.fix_missing_locations(other)))
    return found


class _Filled(ast.NodeTransformer):
    """Puts an expression in the place of the name `it`."""

    def __init__(self, value: ast.expr) -> None:
        self._value = value

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._value if node.id == "it" else node


def _spread(items: list[T], most: int) -> list[T]:
    """At most so many of the items, evenly from the whole list."""
    step = max(1.0, len(items) / most)
    return [items[int(number * step)] for number in range(min(most, len(items)))]


def _all_changes(tree: ast.Module) -> Iterator[tuple[int, Change]]:
    """Each change with the place of its node in `ast.walk`."""
    silent = _silent(tree)
    confused: dict[ast.AST, str] = {}
    for item in tree.body:
        if isinstance(item, ast.FunctionDef):
            confused |= _confusions(item)
    for place, node in enumerate(ast.walk(tree)):
        if node in confused:
            yield place, _setter("id", confused[node])
        if node not in silent:
            for change in chain(_constant_changes(node), _changes(node), _call_changes(node), _display_changes(node)):
                yield place, change


def _silent(tree: ast.Module) -> set[ast.AST]:
    """What does nothing: docstrings and annotations."""
    roots: list[ast.AST | None] = []
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                roots.append(text)
            case ast.arg(annotation=annotation) | ast.FunctionDef(returns=annotation):
                roots.append(annotation)
            case ast.AnnAssign(annotation=annotation):
                roots.append(annotation)
    return {node for root in roots if root for node in ast.walk(root)}


def _constant_changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Constant(value=bool()):
            yield _setter("value", not node.value)
        case ast.Constant(value=int() | float() as value):
            yield _setter("value", value + 1)
            yield _setter("value", value - 1)
        case ast.Constant(value=str() as text):
            yield _setter("value", "" if text else "x")


def _changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.BinOp(op=op) | ast.BoolOp(op=op) | ast.AugAssign(op=op) if type(op) in _OTHER:
            yield _setter("op", _OTHER[type(op)]())
        case ast.Compare(ops=[op]) if type(op) in _OTHER:
            yield _setter("ops", [_OTHER[type(op)]()])
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield _setter("test", ast.UnaryOp(ast.Not(), test))
        case ast.Name(id=name) if name in _SIBLINGS:
            yield _setter("id", _SIBLINGS[name])
        case ast.Attribute(attr=name) if name in _SIBLINGS:
            yield _setter("attr", _SIBLINGS[name])


def _call_changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Call(func=ast.Name(), args=[_], keywords=[]):
            same = ast.arguments([], [ast.arg("it")], None, [], [], None, [])
            yield _setter("func", ast.Lambda(same, ast.Name("it")))
        case ast.Call(args=[first, second, *rest]) if ast.dump(first) != ast.dump(second):
            yield _setter("args", [second, first, *rest])
        case ast.Call(keywords=[_, *_]):
            yield _setter("keywords", [])


def _display_changes(node: ast.AST) -> Iterator[Change]:
    match node:
        case ast.comprehension(ifs=[_, *_]):
            yield _setter("ifs", [])
        case ast.Slice(lower=ast.expr()):
            yield _setter("lower", None)
        case ast.Slice(upper=ast.expr()):
            yield _setter("upper", None)
        case ast.Tuple(elts=[_, _, *_] as items, ctx=ast.Load()):
            yield _setter("elts", items[::-1])
        case ast.Dict(keys=[_, _, *_]):
            yield _reversed_entries


def _confusions(function: ast.FunctionDef) -> dict[ast.AST, str]:
    """Each use of a parameter, with the name of the next parameter."""
    names = [argument.arg for argument in function.args.args]
    following = dict(zip(names, [*names[1:], *names[:1]], strict=True)) if len(names) > 1 else {}
    uses = (node for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
    return {node: following[node.id] for node in uses if node.id in following}


def _setter(name: str, value: object) -> Change:
    return lambda target: setattr(target, name, value)


def _reversed_entries(target: ast.AST) -> None:
    if isinstance(target, ast.Dict):
        target.keys.reverse()
        target.values.reverse()
