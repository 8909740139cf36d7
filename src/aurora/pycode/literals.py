"""Constant expressions as values, without running code, and keys that tell values of different types apart."""

import ast
import math
import operator
from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import Any

from aurora.pycode.verdict import parse_tree

_MOST_ITEMS = 100_000  # of any text or container that an expression may grow to
_MOST_BITS = 100_000  # of any integer

_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = MappingProxyType(
    {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.FloorDiv: operator.floordiv,
        ast.Mod: operator.mod,
        ast.Pow: operator.pow,
        ast.LShift: operator.lshift,
        ast.RShift: operator.rshift,
        ast.BitOr: operator.or_,
        ast.BitXor: operator.xor,
        ast.BitAnd: operator.and_,
    }
)
_UNARY: Mapping[type[ast.unaryop], Callable[[Any], Any]] = MappingProxyType(
    {ast.UAdd: operator.pos, ast.USub: operator.neg, ast.Invert: operator.inv, ast.Not: operator.not_}
)
_CALLS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        kind.__name__: kind
        for kind in (bool, int, float, complex, str, bytes, bytearray, list, tuple, set, frozenset, dict, range, sorted)
    }
)
_CONSTANTS: Mapping[str, float] = MappingProxyType(
    {f"{prefix}{name}": value for prefix in ("math.", "") for name, value in (("inf", math.inf), ("nan", math.nan))}
    | {"math.pi": math.pi, "math.e": math.e, "math.tau": math.tau}
)


def evaluate(node: ast.expr) -> object:
    """The value of a constant expression: displays, arithmetic, `float("inf")`, `set()`, `[0] * 5`, `math.inf`.

    Raises ValueError when it is not one, when it fails, or when the value would be huge.
    """
    try:
        return _value(node)
    except (TypeError, ArithmeticError) as error:
        raise ValueError(f"{ast.unparse(node)} has no value: {error}") from error
    except RecursionError as error:
        raise ValueError("the expression is nested too deeply") from error


def evaluate_text(text: str) -> object:
    """The value of a text that is a constant expression; raises ValueError like `evaluate`."""
    try:
        body = parse_tree(f"(\n{text}\n)").body
    except SyntaxError as error:
        raise ValueError(f"{text!r} is not an expression") from error
    if len(body) != 1 or not isinstance(body[0], ast.Expr):
        raise ValueError(f"{text!r} is not an expression")
    return evaluate(body[0].value)


def type_key(value: object) -> Hashable:
    """A hashable key, equal only for equal values of the same types all the way down: 1, True and 1.0 differ."""
    name = type(value).__name__
    match value:
        case list() | tuple():
            return name, tuple(type_key(item) for item in value)
        case set() | frozenset():
            return name, frozenset(type_key(item) for item in value)
        case dict():
            return name, frozenset((type_key(key), type_key(item)) for key, item in value.items())
    return name, repr(value)


def _value(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=value):
            return value
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            kind = {ast.List: list, ast.Tuple: tuple, ast.Set: set}[type(node)]
            return kind(_items(items))
        case ast.Dict():
            return _dict(node)
        case ast.UnaryOp(op=op, operand=operand):
            return _UNARY[type(op)](_value(operand))
        case ast.BinOp(left=left, op=op, right=right):
            return _binary(type(op), _value(left), _value(right))
        case ast.Name() | ast.Attribute():
            return _constant(ast.unparse(node))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in _CALLS:
            return _call(name, _items(args), {word.arg: _value(word.value) for word in keywords})
    raise ValueError(f"{ast.unparse(node)} is not constant")


def _items(nodes: list[ast.expr]) -> list[Any]:
    items: list[Any] = []
    for node in nodes:
        if isinstance(node, ast.Starred):
            items.extend(_small(_value(node.value)))
        else:
            items.append(_value(node))
    return items


def _dict(node: ast.Dict) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key, value in zip(node.keys, node.values, strict=True):
        if key is None:
            found.update(_value(value))
        else:
            found[_value(key)] = _value(value)
    return found


def _constant(name: str) -> float:
    if name not in _CONSTANTS:
        raise ValueError(f"{name} is not constant")
    return _CONSTANTS[name]


def _call(name: str, args: list[Any], keywords: Mapping[str | None, Any]) -> Any:
    if name in ("bytes", "bytearray") and args and isinstance(args[0], int):
        _check(args[0], _MOST_ITEMS)
    options = {word: value for word, value in keywords.items() if word is not None}
    if len(options) < len(keywords) or "key" in options:
        raise ValueError(f"{name}() with these arguments is not constant")
    return _CALLS[name](*([_small(arg) for arg in args] if name != "range" else args), **options)


def _binary(op: type[ast.operator], left: Any, right: Any) -> Any:
    """Arithmetic, refused before it makes something huge."""
    if op not in _BINARY or (op is ast.Mod and isinstance(left, str | bytes)):
        raise ValueError(f"{op.__name__} of {type(left).__name__} is not constant")
    both_int = isinstance(left, int) and isinstance(right, int)
    if op is ast.Mult and not both_int:
        for sized, count in ((left, right), (right, left)):
            if hasattr(sized, "__len__"):
                _check(len(sized) * count, _MOST_ITEMS)
    elif op is ast.Pow and both_int:
        _check(left.bit_length() * abs(right), _MOST_BITS)
    elif op is ast.LShift:
        _check(right, _MOST_BITS)
    return _BINARY[op](left, right)


def _small(value: Any) -> Any:
    _check(len(value) if isinstance(value, range) else 0, _MOST_ITEMS)
    return value


def _check(size: int, most: int) -> None:
    if size > most:
        raise ValueError(f"a constant of size {size} is too large")
