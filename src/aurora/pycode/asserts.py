"""Read `assert` statements as examples of a function: what is called, with what, and what must come out."""

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from aurora.pycode.literals import evaluate, type_key
from aurora.pycode.parse import parse


class Relation(StrEnum):
    """How the result of the call is compared with what is expected."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    IS = "is"
    TRUTHY = "truthy"  # assert f(x)
    FALSY = "falsy"  # assert not f(x)
    CLOSE = "close"  # within `tolerance`
    SET = "set"  # set(f(x)) == expected, and so on for the next four
    SORTED = "sorted"
    LIST = "list"
    TUPLE = "tuple"
    LEN = "len"
    OTHER = "other"  # anything else: kept as text


@dataclass(frozen=True, slots=True)
class Assertion:
    """One assert statement; values are given only when `literal`, and `text` always says it all."""

    text: str  # "assert f(1, [2]) == 3"
    function: str = ""  # the called name; "" when no call was found
    args: tuple[object, ...] | None = None
    kwargs: Mapping[str, object] = field(default_factory=dict)
    expected: object | None = None
    relation: Relation = Relation.OTHER
    literal: bool = False  # arguments and expected value were all constant
    call: str = ""  # "f(1, [2])"
    expected_text: str = ""  # "3"
    tolerance: float = 0.0  # absolute, for CLOSE

    @property
    def input_key(self) -> object:
        """Equal for two literal assertions that call the same function with the same values of the same types."""
        return self.function, type_key(self.args), type_key(dict(self.kwargs))


_WRAPPERS: Mapping[str, Relation] = MappingProxyType(
    {word.value: word for word in (Relation.SET, Relation.SORTED, Relation.LIST, Relation.TUPLE, Relation.LEN)}
)
_NOT_TARGETS = frozenset({*dir(builtins), "isclose", "approx"})
_COMPARISONS: Mapping[type[ast.cmpop], Relation] = MappingProxyType(
    {ast.Eq: Relation.EQUAL, ast.NotEq: Relation.NOT_EQUAL, ast.Is: Relation.IS}
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """A call under test and how its result is compared, still as nodes."""

    call: ast.Call
    relation: Relation
    expected: ast.expr
    tolerance: float = 0.0


def read_asserts(text: str, name: str = "") -> tuple[Assertion, ...]:
    """All assert statements of a text in order, `a and b` as two; `name` is the function that they are about.

    Without a name the outermost call of a function that is not a builtin is taken. Raises UnparsableError.
    """
    statements = sorted(parse(text).nodes(ast.Assert), key=lambda node: node.lineno)
    return tuple(found for node in statements for found in read_assert(node, name))


def read_assert(statement: ast.Assert, name: str = "") -> tuple[Assertion, ...]:
    """The same of one statement."""
    return tuple(_assertion(test, name) for test in _conjuncts(statement.test))


def contradictions(assertions: Iterable[Assertion]) -> tuple[tuple[Assertion, Assertion], ...]:
    """The pairs that no function can satisfy: the same arguments, and expectations that exclude each other."""
    groups: dict[object, list[Assertion]] = {}
    for assertion in assertions:
        if assertion.literal:
            groups.setdefault(assertion.input_key, []).append(assertion)
    return tuple(
        pair for group in groups.values() for pair in combinations(group, 2) if _exclude(*pair) or _exclude(*pair[::-1])
    )


def _conjuncts(test: ast.expr) -> Iterator[ast.expr]:
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        for part in test.values:
            yield from _conjuncts(part)
    else:
        yield test


def _assertion(test: ast.expr, name: str) -> Assertion:
    text = f"assert {ast.unparse(test)}"
    shape = _shape(test, name)
    if shape is None:
        call = _find_call(test, name)
        return Assertion(text, function=ast.unparse(call.func), call=ast.unparse(call)) if call else Assertion(text)
    found = Assertion(
        text,
        function=ast.unparse(shape.call.func),
        relation=shape.relation,
        call=ast.unparse(shape.call),
        expected_text=ast.unparse(shape.expected),
        tolerance=shape.tolerance,
    )
    return _with_values(found, shape)


def _with_values(found: Assertion, shape: _Shape) -> Assertion:
    try:
        args, kwargs = _arguments(shape.call)
        expected = evaluate(shape.expected)
    except ValueError:
        return found
    return replace(found, args=args, kwargs=kwargs, expected=expected, literal=True)


def _arguments(call: ast.Call) -> tuple[tuple[object, ...], dict[str, object]]:
    """The values of a call's arguments, `*` and `**` of constants spread out; raises ValueError."""
    args = evaluate(ast.List(elts=call.args, ctx=ast.Load()))
    keys: list[ast.expr | None] = [ast.Constant(word.arg) if word.arg else None for word in call.keywords]
    kwargs = evaluate(ast.Dict(keys=keys, values=[word.value for word in call.keywords]))
    assert isinstance(args, list)
    assert isinstance(kwargs, dict)
    return tuple(args), kwargs


def _shape(test: ast.expr, name: str) -> _Shape | None:
    match test:
        case ast.UnaryOp(op=ast.Not(), operand=ast.Call() as call) if _is_target(call, name):
            return _Shape(call, Relation.FALSY, ast.Constant(value=False))
        case ast.Call() if _is_target(test, name):
            return _Shape(test, Relation.TRUTHY, ast.Constant(value=True))
        case ast.Call(func=ast.Name(id="isclose") | ast.Attribute(attr="isclose"), args=[left, right]):
            return _close(left, right, name, test.keywords, ("rel_tol", "abs_tol"), 1e-9)
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            return _comparison(left, op, right, name)
    return None


def _comparison(left: ast.expr, op: ast.cmpop, right: ast.expr, name: str) -> _Shape | None:
    match left, op, right:
        case _, ast.Gt() | ast.GtE(), ast.Call():
            return _comparison(right, ast.Lt(), left, name)
        case ast.Call(
            func=ast.Name(id="abs"), args=[ast.BinOp(left=a, op=ast.Sub(), right=b)]
        ), ast.Lt() | ast.LtE(), _:
            return _close(a, b, name, [ast.keyword("abs", right)], ("rel", "abs"), 0.0)
    relation = _COMPARISONS.get(type(op))
    if relation is None:
        return None
    shapes = (_side(side, other, relation, name) for side, other in ((left, right), (right, left)))
    return next((shape for shape in shapes if shape), None)


def _side(side: ast.expr, other: ast.expr, relation: Relation, name: str) -> _Shape | None:
    """The shape when the call is on this side of the comparison."""
    match side, other:
        case ast.Call(), ast.Call(func=ast.Name(id="approx") | ast.Attribute(attr="approx"), args=[expected]):
            shape = _close(side, expected, name, other.keywords, ("rel", "abs"), 1e-6)
            return shape if relation is Relation.EQUAL else None
        case ast.Call(), _ if _is_target(side, name):
            return _Shape(side, relation, other)
        case ast.Call(func=ast.Name(id=wrapper), args=[ast.Call() as call], keywords=[]), _ if (
            wrapper in _WRAPPERS and relation is Relation.EQUAL and _is_target(call, name)
        ):
            return _Shape(call, _WRAPPERS[wrapper], other)
    return None


def _close(
    left: ast.expr, right: ast.expr, name: str, words: Sequence[ast.keyword], keys: tuple[str, str], default: float
) -> _Shape | None:
    """Nearness of a call and a number; `keys` name the relative and the absolute tolerance, `default` is relative."""
    for call, expected in ((left, right), (right, left)):
        if isinstance(call, ast.Call) and _is_target(call, name):
            given = {word.arg: _number(word.value) for word in words}
            relative = given.get(keys[0], 0.0 if keys[1] in given else default)
            return _Shape(
                call, Relation.CLOSE, expected, max(relative * abs(_number(expected)), given.get(keys[1], 0.0))
            )
    return None


def _number(node: ast.expr) -> float:
    """The number that an expression is; 0 when it is none."""
    try:
        value = evaluate(node)
    except ValueError:
        return 0.0
    return float(value) if isinstance(value, int | float) else 0.0


def _is_target(call: ast.Call, name: str) -> bool:
    called = ast.unparse(call.func).rpartition(".")[2]
    return called == name if name else called not in _NOT_TARGETS and called.isidentifier()


def _find_call(test: ast.expr, name: str) -> ast.Call | None:
    calls = (node for node in ast.walk(test) if isinstance(node, ast.Call))
    return next((call for call in calls if _is_target(call, name)), None)


def _exclude(first: Assertion, second: Assertion) -> bool:
    """Whether no result satisfies both; asked in both orders."""
    a, b = (Relation.EQUAL if found.relation is Relation.IS else found.relation for found in (first, second))
    match a, b:
        case Relation.EQUAL, Relation.NOT_EQUAL:
            return _same(first, second)
        case Relation.EQUAL, Relation.TRUTHY | Relation.FALSY:
            return bool(first.expected) is not second.expected
        case Relation.EQUAL | Relation.CLOSE, Relation.CLOSE:
            return _far(first, second)
        case Relation.TRUTHY, Relation.FALSY:
            return True
    return a is b and a is not Relation.NOT_EQUAL and not _same(first, second)


def _same(first: Assertion, second: Assertion) -> bool:
    return first.expected == second.expected or type_key(first.expected) == type_key(second.expected)


def _far(first: Assertion, second: Assertion) -> bool:
    a, b = first.expected, second.expected
    if not (isinstance(a, int | float) and isinstance(b, int | float)):
        return False
    return abs(a - b) > first.tolerance + second.tolerance
