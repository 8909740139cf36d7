"""Forms of code that go wrong now and then, each with what people complain of: the traps of the language's own FAQ."""

import ast
import builtins
from collections.abc import Callable, Iterator

_BUILTIN = frozenset(name for name in dir(builtins) if name.islower())
_IN_PLACE = frozenset({"sort", "append", "extend", "reverse", "update", "add", "insert", "clear"})


def forms(node: ast.AST) -> Iterator[str]:
    """The words for what is seen at a node."""
    for kind, reader in _READERS:
        if isinstance(node, kind):
            yield from reader(node)


def _function(node: ast.FunctionDef) -> Iterator[str]:
    inner = list(ast.walk(node))
    stored = {each.id for each in inner if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)}
    read = {each.id for each in inner if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    given = {each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)}
    if {each for each in stored - read if not each.startswith("_")}:
        yield "variable assigned but never used unused result lost"
    if {each for each in given - read - {"self", "cls"} if not each.startswith("_")}:
        yield "argument parameter ignored never used unused"
    if (stored | given) & _BUILTIN:
        yield "shadows builtin name hidden"
    if any(isinstance(each, ast.FunctionDef) for each in inner[1:]):
        yield "closure nested inner function decorator"
    if node.args.args[:1] and node.args.args[0].arg == "self":
        yield from _method(inner, stored)


def _method(inner: list[ast.AST], stored: set[str]) -> Iterator[str]:
    own = {each.attr for each in inner if isinstance(each, ast.Attribute) and _is_name(each.value, "self")}
    if stored & own or (stored and not own):
        yield "local variable assigned instead of attribute of self forgotten not stored on the object"


def _class(node: ast.ClassDef) -> Iterator[str]:
    if any(
        isinstance(each, ast.Assign) and isinstance(each.value, ast.List | ast.Dict | ast.Set) for each in node.body
    ):
        yield "class attribute shared between all instances mutable"
    names = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
    if "__eq__" in names and "__hash__" not in names:
        yield "equal objects hash unhashable"
    if node.bases:
        yield "inherits subclass parent base class override"


def _compare(node: ast.Compare) -> Iterator[str]:
    if len(node.ops) > 1:
        yield "range interval between within bounds"
    for one, other in zip(node.ops, node.comparators, strict=True):
        if isinstance(one, ast.Is | ast.IsNot) and isinstance(other, ast.Constant) and other.value is not None:
            yield "identity is instead of equality"
        if isinstance(other, ast.Constant) and isinstance(other.value, float) and isinstance(one, ast.Eq | ast.NotEq):
            yield "floating point equality precision tolerance"
        if isinstance(one, ast.In | ast.NotIn):
            yield "contains contained membership part"


def _logic(node: ast.BoolOp) -> Iterator[str]:
    compared = [each for each in node.values if isinstance(each, ast.Compare)]
    dumps = [{ast.dump(part) for part in (each.left, *each.comparators)} for each in compared]
    if len(dumps) > 1 and dumps[0] & dumps[1]:
        yield "range interval between within bounds window wraps around crosses"
    if isinstance(node.op, ast.Or) and isinstance(node.values[-1], ast.Constant | ast.List | ast.Dict):
        yield "default when empty zero falsy fallback"


def _operation(node: ast.BinOp) -> Iterator[str]:
    below = [each for each in (node.left, node.right) if isinstance(each, ast.BinOp | ast.Call)]
    if isinstance(node.op, ast.Mult) and any(_truncates(each) for each in below):
        yield "converted truncated too early before multiplying conversion happens first fraction lost zero percent"
    if isinstance(node.op, ast.Add | ast.Sub) and isinstance(getattr(node.right, "op", None), ast.Div | ast.FloorDiv):
        yield "parentheses missing precedence divided first"
    if isinstance(node.op, ast.Div | ast.FloorDiv | ast.Mod) and not isinstance(node.right, ast.Constant):
        yield "division by zero divisor"
    if isinstance(node.op, ast.FloorDiv):
        yield "rounds down ceiling up rest lost fraction whole"
    if isinstance(node.op, ast.Mult) and any(_is_text(each) for each in (node.left, node.right)):
        yield "repeated text stars mask"


def _truncates(node: ast.AST) -> bool:
    divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv)
    return divided or (isinstance(node, ast.Call) and _named(node) in ("int", "round"))


def _call(node: ast.Call) -> Iterator[str]:
    name, given = _named(node), {each.arg for each in node.keywords}
    if name == "join" and isinstance(node.func, ast.Attribute) and _is_text(node.func.value, ""):
        yield "no separator between run together gap missing"
    if name == "enumerate" and len(node.args) + len(given) == 1:
        yield "counts from zero instead of one"
    if name in ("sorted", "sort", "min", "max") and "key" in given:
        yield "sort key by which compared tie"
    if "reverse" in given:
        yield "descending reverse order newest highest first"
    if name == "range" and node.args:
        yield from _range(node.args)
    if name in ("min", "max"):
        yield from _extreme(node, given)


def _range(given: list[ast.expr]) -> Iterator[str]:
    if isinstance(given[0], ast.Constant) and given[0].value == 1:
        yield "starts at one first left out"
    if isinstance(given[-1], ast.BinOp):
        yield "last element left out skipped one too few many"


def _extreme(node: ast.Call, given: set[str | None]) -> Iterator[str]:
    if len(node.args) > 1 and any(_is_zero(each) for each in node.args):
        yield "below zero negative floor not under"
    if len(node.args) == 1 and "default" not in given:
        yield "empty sequence nothing to compare"


def _assignment(node: ast.Assign) -> Iterator[str]:
    called = node.value.func if isinstance(node.value, ast.Call) else None
    if isinstance(called, ast.Attribute) and called.attr in ("sort", "append", "extend", "reverse", "shuffle"):
        yield "in place method returns none assigned"
    if isinstance(node.value, ast.Name) and isinstance(node.targets[0], ast.Name | ast.Attribute):
        yield "alias same object reference without a copy"


def _returned(node: ast.Return) -> Iterator[str]:
    value = node.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr in _IN_PLACE:
        yield "in place method returns none returned"
    if isinstance(value, ast.Attribute) and _is_name(value.value, "self"):
        yield "internal state handed out exposed without a copy"


def _while(node: ast.While) -> Iterator[str]:
    asked = {each.id for each in ast.walk(node.test) if isinstance(each, ast.Name)}
    stored = {
        each.id
        for statement in node.body
        for each in ast.walk(statement)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    if not asked & stored:
        yield "condition variable never changes updated advanced"


def _for(node: ast.For) -> Iterator[str]:
    last = node.body[-1]
    if isinstance(last, ast.If) and last.orelse and all(map(_leaves, (last.body, last.orelse))):
        yield "decides after first element returns too early in loop"
    if any(isinstance(each, ast.Lambda) for statement in node.body for each in ast.walk(statement)):
        yield "late binding closure lambda loop variable last value"


def _leaves(block: list[ast.stmt]) -> bool:
    return isinstance(block[-1], ast.Return)


def _handler(node: ast.ExceptHandler) -> Iterator[str]:
    if node.type is None or _is_name(node.type, "Exception") or _is_name(node.type, "BaseException"):
        yield "too broad catches everything hides bare except"


def _part(node: ast.Subscript) -> Iterator[str]:
    match node.slice:
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant()):
            yield "neighbour adjacent edge end past index IndexError"
        case ast.Slice(lower=ast.Constant(value=1), upper=None):
            yield "without first skipped header dropped rest"
        case ast.Slice(lower=None, upper=ast.UnaryOp()):
            yield "without last dropped cut end"
        case ast.Constant(value=0):
            yield "empty list no element IndexError"


def _formatted(node: ast.FormattedValue) -> Iterator[str]:
    if node.format_spec is not None:
        yield "number format decimals places width padding"


_READERS: tuple[tuple[type[ast.AST], Callable[..., Iterator[str]]], ...] = (
    (ast.FunctionDef, _function),
    (ast.ClassDef, _class),
    (ast.Compare, _compare),
    (ast.BoolOp, _logic),
    (ast.BinOp, _operation),
    (ast.Call, _call),
    (ast.Assign, _assignment),
    (ast.Return, _returned),
    (ast.While, _while),
    (ast.For, _for),
    (ast.ExceptHandler, _handler),
    (ast.Subscript, _part),
    (ast.FormattedValue, _formatted),
)


def _is_text(node: ast.AST, wanted: str | None = None) -> bool:
    found = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return found and wanted in (None, node.value)  # type: ignore[attr-defined]


def _is_zero(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value == 0


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _named(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
