"""Types of values and patterns."""

import pytest

from aurora.engines.synthesis.types import Binding, Type, depth, is_vacant, match, parse, type_of, vector_type


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "bool"),
        (1, "int"),
        ([], ("list", "?")),
        ([1, 2.5], ("list", "float")),
        ([1, "a"], ("list", "any")),
        ((1, 2), ("tuple", "int")),
        ((1, "a"), ("record", "int", "str")),
        ({"a": [1]}, ("dict", "str", ("list", "int"))),
        ({1, 2}, ("set", "int")),
        (object(), "any"),
    ],
)
def test_each_value_has_one_type(value: object, expected: Type) -> None:
    assert type_of(value) == expected


def test_a_vector_joins_the_types_of_its_values() -> None:
    assert vector_type([[], [1]]) == ("list", "int")
    assert vector_type([1, None]) == "any"


@pytest.mark.parametrize(
    ("pattern", "found"),
    [("int", "bool"), ("int", "str"), ("[T]", "str"), ("[num]", ("list", "str")), ("{K:V}", ("set", "int"))],
)
def test_a_pattern_refuses_other_types(pattern: str, found: Type) -> None:
    assert not match(parse(pattern), found, {})


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("num", "float"),
        ("<T>", "str"),
        ("[T]", ("tuple", "int")),
        ("[[T]]", ("list", ("list", "int"))),
        ("any", "none"),
    ],
)
def test_a_pattern_takes_what_fits(pattern: str, found: Type) -> None:
    assert match(parse(pattern), found, {})


def test_a_variable_means_one_type_throughout() -> None:
    binding: Binding = {}
    assert match(parse("[T]"), ("list", "int"), binding)
    assert not match(parse("T"), "str", binding)
    assert match(parse("T"), "int", binding)


def test_depth_counts_nesting_and_vacant_types_hold_nothing() -> None:
    assert [depth("int"), depth(("list", ("list", "int")))] == [0, 2]
    assert is_vacant(("list", ("list", "?")))
    assert not is_vacant(("list", "int"))
