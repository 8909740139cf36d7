import math

import pytest

from aurora.engines.synthesis.operators import ATOM, PLUS, TIMES, UNARY, compiled, evaluate, operator, rows


def test_a_row_that_is_no_row_is_refused() -> None:
    with pytest.raises(ValueError, match="unpack"):
        operator("num num | {0} + {1}")


def test_a_template_that_is_no_python_is_refused() -> None:
    with pytest.raises(SyntaxError):
        operator("num | {0} + | | 1 | ")


def test_a_row_is_its_meaning_and_its_text() -> None:
    add = operator("num num | {0:8} + {1:9} | 8 | 1 | add sum")
    assert add.run(2, 3) == 5
    assert (add.patterns, add.strength, add.cost, add.words, add.commutes) == (
        ("num", "num"),
        PLUS,
        1,
        "add sum",
        False,
    )
    assert add.text([("a", ATOM), ("b", ATOM)]) == "a + b"


def test_an_empty_strength_is_that_of_an_atom() -> None:
    assert operator("<T> | len({0}) | | 1 | length").strength == ATOM


@pytest.mark.parametrize(
    ("left", "right", "text"),
    [
        (("a * b", TIMES), ("c", ATOM), "a * b - c"),
        (("a - b", PLUS), ("c - d", PLUS), "a - b - (c - d)"),
        (("-a", UNARY), ("-1", UNARY), "-a - -1"),
    ],
)
def test_parentheses_stand_where_binding_needs_them(left: tuple[str, int], right: tuple[str, int], text: str) -> None:
    subtract = operator("num num | {0:8} - {1:9} | 8 | 1 | ")
    assert subtract.text([left, right]) == text


def test_a_hole_may_be_filled_twice() -> None:
    mean = operator("[num] | sum({0}) / len({0}) | 9 | 3 | mean")
    assert mean.text([("xs", ATOM)]) == "sum(xs) / len(xs)"
    assert mean.run([1, 2, 3]) == 2.0


def test_a_guard_replaces_what_is_computed_and_not_the_text() -> None:
    guarded = operator("int | {0:11} ** 2 | 11 | 1 | ", run=lambda value: -value)
    assert guarded.run(3) == -3
    assert guarded.text([("n", ATOM)]) == "n ** 2"


def test_a_table_has_one_operator_a_line() -> None:
    made = rows("\nnum | -{0:10} | 10 | 2 | negate\n\nnum num | max({0}, {1}) | | 2 | larger\n", commutes=True)
    assert [(one.template, one.commutes) for one in made] == [("-{0:10}", True), ("max({0}, {1})", True)]


def test_the_same_template_is_compiled_once() -> None:
    assert compiled("{0} + 1", 1) is compiled("{0} + 1", 1)


def test_templates_may_use_the_named_parts_of_the_standard_library_only() -> None:
    assert evaluate("math.pi") == math.pi
    assert evaluate("Counter('aab')['a']") == 2
    with pytest.raises(NameError):
        evaluate("os.getcwd()")
