"""What was wrong with code, told by what changed in its syntax tree, in the words in which developers name a defect.

The classes are those of the literature on mutation operators and bug-fix patterns (Offutt 1996; Pan, Kim and Whitehead
2009), told of the smallest parts that differ.
"""

import ast
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from aurora.engines.recall.hunks import changes

_ALIKE = 0.7  # names that are one word misspelt
_INCLUSIVE = (ast.LtE, ast.GtE)
_ORDERS = (ast.Lt, ast.Gt, ast.LtE, ast.GtE)
_UPWARD = (ast.Gt, ast.GtE)
_TOLD = (ast.expr, ast.stmt, ast.arguments, ast.comprehension, ast.keyword, ast.ExceptHandler)
_EXITS = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_OFF_BY_ONE = "off by one boundary fencepost index count one too many few early late"
_MISSING = {
    ast.Return: "missing return forgot to return none",
    ast.Break: "missing break loop goes on does not stop",
    ast.Continue: "missing continue skip",
    ast.Assign: "missing assignment never set initialised reset",
    ast.AugAssign: "never updated increased decreased missing update counter advance",
    ast.Import: "missing import forgot module",
    ast.ImportFrom: "missing import forgot module",
    ast.Raise: "missing check error not raised",
    ast.Try: "exception not caught unhandled missing handler",
    ast.Expr: "missing call forgot to call left out",
}
_AROUND = {
    ast.BoolOp: "condition check guard and incomplete",
    ast.If: "condition check guard unconditional always",
    ast.IfExp: "condition fallback special case guard",
    ast.Subscript: "index slice element part",
    ast.Attribute: "attribute field",
    ast.BinOp: "term operand factor left out of formula",
}
_INSTEAD = (
    (ast.Assign, ast.AugAssign, "overwritten instead of accumulated added only last kept running total"),
    (ast.AugAssign, ast.Assign, "accumulated instead of set initialised"),
    (ast.Expr, ast.Return, "missing return forgot to return none result discarded"),
    (ast.Expr, ast.Assign, "result ignored thrown away never assigned discarded"),
    (ast.If, ast.While, "only once instead of repeated loop"),
    (ast.Break, ast.Continue, "stops loop too early break instead of continue"),
)
_WRAPPED = {
    "int": "conversion to number missing text not converted",
    "float": "conversion to number missing text not converted",
    "str": "conversion to text missing number not converted",
    "list": "copy missing changed while iterating iterator consumed snapshot",
    "tuple": "conversion hashable missing",
    "set": "duplicates not removed unique",
    "dict": "copy missing shared original modified",
    "copy": "copy missing shared alias original modified",
    "deepcopy": "copy missing shared alias nested original modified",
    "sorted": "not sorted order missing sort",
    "reversed": "wrong order reversed backwards",
    "abs": "absolute value missing sign negative difference",
    "len": "length missing",
    "round": "rounding missing too many decimals",
    "strip": "whitespace not stripped surrounding blanks newline",
    "lower": "case sensitive not ignored upper lower capital",
    "upper": "case sensitive not ignored upper lower capital",
    "casefold": "case sensitive not ignored upper lower capital",
    "get": "missing key default lookup",
    "max": "lower limit missing clamp negative below minimum",
    "min": "upper limit missing clamp above maximum beyond",
    "isoformat": "date not text serializable conversion missing",
    "encode": "bytes expected text not encoded",
    "decode": "bytes not decoded text expected",
}  # fmt: skip


def defects(text: str) -> Iterator[str]:
    """The words for what the diffs within a text put right."""
    for old, new in changes(text):
        for said in _lists(old, new):
            yield from said.split()


def _lists(old: Sequence[ast.AST], new: Sequence[ast.AST]) -> Iterator[str]:
    """What differs between two lists of nodes."""
    olds, news = [ast.dump(each) for each in old], [ast.dump(each) for each in new]
    if olds != news and sorted(olds) == sorted(news):
        yield "swapped wrong order way round mixed up precedence"
        return
    for tag, start, end, first, last in SequenceMatcher(None, olds, news, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if end - start == last - first:
            for one, other in zip(old[start:end], new[first:last], strict=True):
                yield from _nodes(one, other)
        else:
            yield from _unequal(old[start:end], new[first:last])


def _unequal(old: Sequence[ast.AST], new: Sequence[ast.AST]) -> Iterator[str]:
    gone, come = {ast.dump(each) for each in old}, {ast.dump(each) for each in new}
    for each in new:
        if ast.dump(each) not in gone:
            yield from _added(each)
    for each in old:
        if ast.dump(each) not in come:
            yield from _removed(each)
    if new and isinstance(new[0], ast.If) and any(ast.dump(each) in ast.dump(new[0]) for each in old):
        yield "missing condition check guard unconditional always"


def _added(node: ast.AST) -> Iterator[str]:
    """What was missing."""
    if isinstance(node, ast.If):
        yield "missing check guard condition case not handled"
        if any(isinstance(each, _EXITS) for each in node.body):
            yield "early return special case edge case empty none zero missing invalid"
    if isinstance(node, ast.stmt | ast.expr):
        yield next((said for kind, said in _MISSING.items() if isinstance(node, kind)), "missing forgotten left out")


def _removed(node: ast.AST) -> Iterator[str]:
    """What was too much."""
    if isinstance(node, _EXITS):
        yield "too early leaves stops return inside loop"
    if isinstance(node, ast.stmt):
        yield "unneeded superfluous extra statement removed in excess"


def _nodes(old: ast.AST, new: ast.AST) -> Iterator[str]:
    """What differs between two nodes, told of their smallest parts that differ."""
    if ast.dump(old) == ast.dump(new) or not isinstance(new, _TOLD):
        return
    told = list(_pair(old, new))
    yield from told
    if type(old) is type(new):
        yield from _fields(old, new)
    elif not told and isinstance(new, ast.expr | ast.stmt):
        yield from _parts(old, new)


def _fields(old: ast.AST, new: ast.AST) -> Iterator[str]:
    for name in old._fields:
        one, other = getattr(old, name, None), getattr(new, name, None)
        if isinstance(one, list) and isinstance(other, list):
            yield from _lists(*([each for each in side if isinstance(each, ast.AST)] for side in (one, other)))
        elif isinstance(one, ast.AST) and isinstance(other, ast.AST):
            yield from _nodes(one, other)


def _parts(old: ast.AST, new: ast.AST) -> Iterator[str]:
    """Nodes of different kinds: one may lie in the other."""
    if any(ast.dump(each) == ast.dump(old) for each in ast.walk(new)):
        yield from _wrapped(new, "missing")
    elif any(ast.dump(each) == ast.dump(new) for each in ast.walk(old)):
        yield from _wrapped(old, "unneeded")
    else:
        yield "wrong expression replaced instead"


def _wrapped(outer: ast.AST, what: str) -> Iterator[str]:
    match outer:
        case ast.BinOp(op=ast.Add() | ast.Sub(), right=ast.Constant(value=1)):
            yield _OFF_BY_ONE
        case ast.Call():
            name = _called(outer)
            yield f"{what} call {name} {_WRAPPED.get(name, 'forgot conversion')}"
        case ast.UnaryOp(op=ast.Not()):
            yield "condition negated inverted opposite not"
        case ast.UnaryOp(op=ast.USub()):
            yield "wrong sign negative minus"
        case ast.BoolOp(op=ast.Or()):
            yield f"{what} alternative condition fallback or case default none"
        case _:
            yield f"{what} {next((said for kind, said in _AROUND.items() if isinstance(outer, kind)), '')}"


def _pair(old: ast.AST, new: ast.AST) -> Iterator[str]:
    for reader in (_compared, _computed, _named, _given, _stated):
        yield from reader(old, new)


def _compared(old: ast.AST, new: ast.AST) -> Iterator[str]:
    match old, new:
        case ast.Compare(ops=[one]), ast.Compare(ops=[other]) if type(one) is not type(other):
            yield "wrong comparison operator"
            yield from _orders(one, other)
        case ast.BoolOp(op=one), ast.BoolOp(op=other) if type(one) is not type(other):
            yield "wrong logical operator and or confused boolean logic"
        case ast.BoolOp(values=one), ast.BoolOp(values=other) if len(one) < len(other):
            yield "missing condition check incomplete"
        case (ast.If(test=one), ast.If(test=other)) | (ast.While(test=one), ast.While(test=other)):
            if ast.dump(one) != ast.dump(other):
                yield "wrong condition"


def _orders(old: ast.cmpop, new: ast.cmpop) -> Iterator[str]:
    if isinstance(old, _ORDERS) and isinstance(new, _ORDERS):
        if isinstance(old, _UPWARD) != isinstance(new, _UPWARD):
            yield "comparison direction flipped reversed inverted less greater opposite wrong way round"
        if isinstance(old, _INCLUSIVE) != isinstance(new, _INCLUSIVE):
            yield "off by one boundary inclusive exclusive strict exactly limit equal edge"
    elif {type(old), type(new)} in ({ast.Eq, ast.NotEq}, {ast.In, ast.NotIn}, {ast.Is, ast.IsNot}):
        yield "condition negated inverted opposite"
    elif isinstance(old, ast.Is | ast.IsNot) and isinstance(new, ast.Eq | ast.NotEq):
        yield "identity is instead of equality"


def _computed(old: ast.AST, new: ast.AST) -> Iterator[str]:
    match old, new:
        case (ast.BinOp(op=one), ast.BinOp(op=other)) | (ast.AugAssign(op=one), ast.AugAssign(op=other)):
            if type(one) is not type(other):
                yield "wrong operator arithmetic formula"
                yield from _operators(one, other)
        case ast.Constant(value=one), ast.Constant(value=other):
            yield from _constants(one, other)
    match old, new:
        case ast.BinOp(), ast.BinOp() if _swapped([old.left, old.right], [new.left, new.right]):
            yield "operands swapped reversed wrong way round order"


def _operators(old: ast.operator, new: ast.operator) -> Iterator[str]:
    kinds = {type(old), type(new)}
    if kinds == {ast.Add, ast.Sub}:
        yield "plus minus sign added subtracted confused"
    elif kinds == {ast.Div, ast.FloorDiv}:
        yield "integer division floor fraction decimals lost truncated whole number rounding"
    elif kinds == {ast.Mult, ast.Div}:
        yield "multiplied divided confused"
    elif kinds == {ast.Mod, ast.FloorDiv}:
        yield "remainder modulo quotient confused"


def _constants(old: object, new: object) -> Iterator[str]:
    if isinstance(old, bool) or isinstance(new, bool):
        yield "flag boolean true false inverted wrong value"
    elif isinstance(old, int) and isinstance(new, int):
        yield _OFF_BY_ONE if abs(old - new) == 1 else "wrong constant number value factor"
    elif isinstance(old, str) and isinstance(new, str):
        yield "wrong text string literal"
        if SequenceMatcher(None, old, new).ratio() > _ALIKE:
            yield "misspelt typo key"
    else:
        yield "wrong constant value type"


def _named(old: ast.AST, new: ast.AST) -> Iterator[str]:
    match old, new:
        case ast.Name(id=one), ast.Name(id=other) if one != other:
            yield "wrong variable name used instead"
            yield from _spelt(one, other)
        case ast.Attribute(attr=one), ast.Attribute(attr=other) if one != other:
            yield "wrong attribute method used instead"
            yield from _spelt(one, other)


def _spelt(old: str, new: str) -> Iterator[str]:
    if {old, new} == {"min", "max"}:
        yield "minimum maximum confused smallest largest"
    elif SequenceMatcher(None, old, new).ratio() > _ALIKE:
        yield "misspelt typo"


def _given(old: ast.AST, new: ast.AST) -> Iterator[str]:
    match old, new:
        case ast.Call(args=one), ast.Call(args=other) if _swapped(one, other):
            yield "arguments swapped wrong order parameters mixed up"
        case ast.Call(), ast.Call() if len(new.args) + len(new.keywords) > len(old.args) + len(old.keywords):
            given = " ".join(each.arg for each in new.keywords if each.arg)
            yield f"missing argument parameter forgotten option default {given}"
        case ast.Call(), ast.Call() if _called(old) != _called(new):
            yield "wrong function method called instead"
        case ast.Subscript(), ast.Call(func=ast.Attribute(attr="get")):
            yield "missing key default lookup KeyError dictionary not there"
        case ast.Subscript(slice=ast.Slice()), ast.Subscript(slice=ast.Slice()):
            yield "wrong slice bound start end cut off"
        case ast.Subscript(), ast.Subscript() if ast.dump(old.slice) != ast.dump(new.slice):
            yield "wrong index key element position"


def _stated(old: ast.AST, new: ast.AST) -> Iterator[str]:
    for one, other, said in _INSTEAD:
        if isinstance(old, one) and isinstance(new, other):
            yield said
    match old, new:
        case ast.Return(value=None), ast.Return():
            yield "missing return value none"
        case ast.Return(), _ if not isinstance(new, ast.Return):
            yield "returns too early inside loop first iteration only"
        case ast.ExceptHandler(), ast.ExceptHandler() if _type(old) != _type(new):
            yield "wrong exception type caught not caught"
        case ast.arguments(), ast.arguments() if _mutable(old) and not _mutable(new):
            yield "mutable default argument shared kept remembered between calls"


def _type(handler: ast.ExceptHandler) -> str:
    return ast.dump(handler.type) if handler.type else ""


def _mutable(given: ast.arguments) -> bool:
    return any(isinstance(each, ast.List | ast.Dict | ast.Set | ast.Call) for each in (*given.defaults,))


def _swapped(old: Sequence[ast.AST], new: Sequence[ast.AST]) -> bool:
    one, other = [ast.dump(each) for each in old], [ast.dump(each) for each in new]
    return one != other and sorted(one) == sorted(other)


def _called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
