"""Replace an expression in a text, with parentheses where Python's precedence asks for them."""

import ast
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from aurora.model.answer import Edit
from aurora.pycode.layout import logical_lines
from aurora.pycode.parse import Source
from aurora.pycode.spans import Span
from aurora.pycode.tokens import Kind, tokenize
from aurora.pycode.verdict import parse_tree

# Binding strength, weakest first; the order of "Operator precedence" in the Python reference.
_NAMED, _YIELD, _TUPLE, _TEST, _OR, _AND, _NOT, _COMPARE = range(8)
_BITOR, _XOR, _BITAND, _SHIFT, _ARITH, _TERM, _FACTOR, _POWER, _AWAIT, _ATOM = range(8, 18)

_BINARY: Mapping[type[ast.operator], int] = MappingProxyType(
    {
        ast.BitOr: _BITOR,
        ast.BitXor: _XOR,
        ast.BitAnd: _BITAND,
        ast.LShift: _SHIFT,
        ast.RShift: _SHIFT,
        ast.Add: _ARITH,
        ast.Sub: _ARITH,
        ast.Mult: _TERM,
        ast.Div: _TERM,
        ast.FloorDiv: _TERM,
        ast.Mod: _TERM,
        ast.MatMult: _TERM,
        ast.Pow: _POWER,
    }
)
_STRENGTH: Mapping[type[ast.AST], int] = MappingProxyType(
    {
        ast.NamedExpr: _NAMED,
        ast.Yield: _YIELD,
        ast.YieldFrom: _YIELD,
        ast.Tuple: _TUPLE,
        ast.Lambda: _TEST,
        ast.IfExp: _TEST,
        ast.Compare: _COMPARE,
        ast.Await: _AWAIT,
    }
)
_SLOTS: Mapping[tuple[type[ast.AST], str], int] = MappingProxyType(
    {
        (ast.Expr, "value"): _TUPLE,
        (ast.Assign, "value"): _TUPLE,
        (ast.Assign, "targets"): _TUPLE,
        (ast.AugAssign, "value"): _TUPLE,
        (ast.Return, "value"): _TUPLE,
        (ast.For, "iter"): _TUPLE,
        (ast.For, "target"): _TUPLE,
        (ast.Subscript, "slice"): _TUPLE,
        (ast.Attribute, "value"): _ATOM,
        (ast.Call, "func"): _ATOM,
        (ast.Subscript, "value"): _ATOM,
        (ast.Await, "value"): _ATOM,
        (ast.Compare, "left"): _COMPARE + 1,
        (ast.Compare, "comparators"): _COMPARE + 1,
        (ast.IfExp, "body"): _OR,
        (ast.IfExp, "test"): _OR,
        (ast.Starred, "value"): _BITOR,
        (ast.comprehension, "iter"): _OR,
        (ast.comprehension, "ifs"): _OR,
        (ast.FormattedValue, "value"): _OR,
    }
)


def replace_expression(source: Source, node: ast.expr, code: str, path: str = "") -> Edit:
    """The edit that puts the expression `code` where `node` stands.

    Raises ValueError when `code` is not one expression, or when the place is inside an f-string that cannot hold it.
    """
    new = _expression(code)
    span = source.span(node)
    outer = source.fstring(node)
    if outer is not None:
        _check_fstring(source, outer, node, code)
    parent = source.parents[node]
    text = code.strip()
    if isinstance(new, ast.GeneratorExp) and new.lineno == 1:  # without parentheses of its own
        text = f"({text})"
    loose = _strength(new) < _needed(parent, node) or _fragile(new, text, parent)
    if _owns_call_parentheses(source, node, parent) or (loose and not _grouped(source, span, parent)):
        text = f"({text})"
    return Edit(path, span.start, span.end, _apart(source.text, span, text))


@lru_cache(maxsize=1024)
def _expression(code: str) -> ast.expr:
    """The tree of an expression; nobody may change it."""
    try:
        body = parse_tree(f"(\n{code}\n)").body
    except (SyntaxError, ValueError) as error:
        raise ValueError(f"{code!r} is not an expression") from error
    comment = "#" in code and any(token.kind is Kind.COMMENT for token in tokenize(code))
    if comment or not code.strip() or len(body) != 1 or not isinstance(body[0], ast.Expr):
        raise ValueError(f"{code!r} is not one expression without comments")
    return body[0].value


def _strength(node: ast.expr) -> int:
    match node:
        case ast.BoolOp(op=op):
            return _OR if isinstance(op, ast.Or) else _AND
        case ast.UnaryOp(op=op):
            return _NOT if isinstance(op, ast.Not) else _FACTOR
        case ast.BinOp(op=op):
            return _BINARY[type(op)]
    return _STRENGTH.get(type(node), _ATOM)


def _needed(parent: ast.AST, node: ast.expr) -> int:
    """The least strength that an expression needs at the place of `node` below `parent`."""
    match parent:
        case ast.BoolOp():
            return _strength(parent) + 1
        case ast.UnaryOp():
            return _strength(parent)
        case ast.BinOp(op=ast.Pow()):
            return _AWAIT if node is parent.left else _FACTOR
        case ast.BinOp():
            return _strength(parent) + (node is parent.right)
        case ast.Dict() if any(
            key is None and value is node for key, value in zip(parent.keys, parent.values, strict=True)
        ):
            return _BITOR
    return _SLOTS.get((type(parent), _field(parent, node)), _TEST)


def _field(parent: ast.AST, node: ast.AST) -> str:
    return next(
        name
        for name, value in ast.iter_fields(parent)
        if value is node or (isinstance(value, list) and any(item is node for item in value))
    )


def _fragile(new: ast.expr, text: str, parent: ast.AST) -> bool:
    """An integer before a dot, or lines that only brackets hold together."""
    if isinstance(parent, ast.Attribute) and isinstance(new, ast.Constant) and type(new.value) is int:
        return True
    return "\n" in text and len(list(logical_lines(tokenize(text)))) > 1


def _grouped(source: Source, span: Span, parent: ast.AST) -> bool:
    """Whether the node already stands in parentheses of its own."""
    before, after = source.text[: span.start].rstrip(), source.text[span.end :].lstrip()
    if not (before.endswith("(") and after.startswith(")")):
        return False
    if isinstance(parent, ast.Call):
        return "(" in _between(source, parent, len(before) - 1)
    return not isinstance(parent, ast.ClassDef)


def _between(source: Source, call: ast.Call, end: int) -> str:
    return source.text[source.span(call.func).end : end]


def _owns_call_parentheses(source: Source, node: ast.expr, parent: ast.AST) -> bool:
    """A generator that is a call's only argument spans the parentheses of the call."""
    if not (isinstance(node, ast.GeneratorExp) and isinstance(parent, ast.Call) and parent.args == [node]):
        return False
    return "(" not in _between(source, parent, source.span(node).start)


def _check_fstring(source: Source, outer: ast.JoinedStr, node: ast.expr, code: str) -> None:
    if source.span(node) == source.span(outer) or set(code) & set("'\"\\\r\n"):
        raise ValueError(f"{code!r} cannot stand in the f-string {source.segment(outer)!r}")


def _apart(text: str, span: Span, new: str) -> str:
    """`new` with the spaces that keep it from growing together with its neighbours."""
    before, after = text[: span.start][-1:], text[span.end :][:1]
    left = " " if _sticks(before, new[0]) else ""
    right = " " if _sticks(new[-1], after) else ""
    return f"{left}{new}{right}"


def _sticks(left: str, right: str) -> bool:
    word, after_word = left.isalnum() or left == "_", right.isalnum() or (right != "" and right in "_'\"")
    return (word and after_word) or left == right == "{"


def folded(around: ast.BinOp, node: ast.expr, code: str) -> str:
    """The number that a sum or difference becomes with `code` in the place of one side; empty where it is none."""
    try:
        new = ast.literal_eval(code)
        other = ast.literal_eval(around.right if node is around.left else around.left)
    except (ValueError, SyntaxError, TypeError, MemoryError, RecursionError):
        return ""
    if type(new) is not int or type(other) is not int or not isinstance(around.op, ast.Add | ast.Sub):
        return ""
    left, right = (new, other) if node is around.left else (other, new)
    return str(left + right if isinstance(around.op, ast.Add) else left - right)
