import ast
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.literals import evaluate, evaluate_text, type_key


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "f(1)",
        "a.b",
        "[x]",
        "1 +",
        "1\n2",
        "x = 1",
        "1)\n(2",
        "math.sqrt",
        "lambda: 1",
        "[i for i in [1]]",
        "'a'.upper()",
        "f'{1}'",
        "1 / 0",
        "'a' + 1",
        "{[]}",
        "{[]: 1}",
        "{**1}",
        "[*1]",
        "int('x')",
        "'%s' % 1",
        "b'%d' % 1",
        "[1] @ [2]",
        "1 if 2 else 3",
        "sorted([1], key=len)",
        "dict(**{'a': 1})",
        "sorted([1, 'a'])",
        "1e308 * 10 ** 400",
        "-'a'",
    ],
)
def test_what_is_not_constant_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        evaluate_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "10 ** 10 ** 10",
        "1 << 10 ** 9",
        "'a' * 10 ** 9",
        "10 ** 9 * [0]",
        "bytes(10 ** 9)",
        "bytearray(10 ** 9)",
        "list(range(10 ** 9))",
        "[*range(10 ** 9)]",
        "sorted(range(10 ** 9))",
    ],
)
def test_huge_values_are_refused_before_they_are_made(text: str) -> None:
    with pytest.raises(ValueError, match="is too large"):
        evaluate_text(text)


def test_expressions_nested_too_deeply_are_refused() -> None:
    deep: ast.expr = ast.Constant(1)
    for _ in range(5_000):
        deep = ast.UnaryOp(ast.USub(), deep)
    with pytest.raises(ValueError, match="nested too deeply"):
        evaluate(deep)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-1", -1),
        ("~1 + +2", 0),
        ("not 0", True),
        ("10 ** 3", 1000),
        ("2 ** -1", 0.5),
        ("2.0 ** 3", 8.0),
        ("1 << 3 | 1", 9),
        ("7 // 2 % 2 - 1 / 2", 0.5),
        ("6 & 3 ^ 1 >> 1", 2),
        ("'a' * 3 + 'b'", "aaab"),
        ("[0] * 2", [0, 0]),
        ("2 * (1,)", (1, 1)),
        ("{1, *[2]}", {1, 2}),
        ("{1: 2, **{3: 4}}", {1: 2, 3: 4}),
        ("set()", set()),
        ("frozenset([1])", frozenset([1])),
        ("dict(a=1)", {"a": 1}),
        ("list(range(3))", [0, 1, 2]),
        ("range(10 ** 12)", range(10**12)),
        ("sorted([2, 1], reverse=True)", [2, 1]),
        ("complex(1, 2) + 1j", 1 + 3j),
        ("bytes(2) + b'a'", b"\0\0a"),
        ("float('-inf')", -math.inf),
        ("-math.inf", -math.inf),
        ("math.pi", math.pi),
        ("...", ...),
        ("\n[1,\n2]\n", [1, 2]),
    ],
)
def test_values(text: str, value: object) -> None:
    found = evaluate_text(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("a", "b"),
    [(1, True), (1, 1.0), ([1], (1,)), ([1], [True]), ({1: 2}, {1: 2.0}), ({1}, frozenset({1})), (0.0, -0.0), ("1", 1)],
)
def test_keys_tell_types_apart(a: object, b: object) -> None:
    assert type_key(a) != type_key(b)


def test_keys_of_equal_values_are_equal() -> None:
    assert type_key({"a": [1, {2}], "b": math.nan}) == type_key({"b": math.nan, "a": [1, {2}]})


LITERALS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=3)
    | st.binary(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(st.integers() | st.text(), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(LITERALS)
def test_printed_literals_are_read_back(value: object) -> None:
    assert type_key(evaluate_text(repr(value))) == type_key(value)
