import math
from typing import Any

import pytest

from aurora.engines.synthesis.constants import PARAMETER, constant, constants_of, edits_of, leaves_of
from aurora.engines.synthesis.render import expression
from aurora.pycode.literals import type_key
from tests.engines.synthesis.problems import problem


def values(*asserts: str, prompt: str = "") -> set[Any]:
    return {type_key(value) for value, _ in constants_of(problem("def f(a)", *asserts, prompt=prompt))}


def test_numbers_alone_suggest_no_texts() -> None:
    assert not any(key[0] == "str" for key in values("assert f(1) == 2", prompt="Add 'x' to it."))


def test_a_long_number_in_the_words_is_no_constant() -> None:
    assert type_key(12345678901) not in values("assert f(1) == 2", prompt="Call 12345678901 now.")


def test_outputs_that_look_computed_are_no_constants() -> None:
    found = values("assert f(1) == 17", "assert f(2) == 23", "assert f(3) == 99")
    assert not {type_key(17), type_key(23), type_key(99)} & found


def test_each_value_is_suggested_once_and_the_cheapest_come_first() -> None:
    found = constants_of(problem("def f(a)", "assert f('a') == 'b-1'", prompt="1 one '-' 1"))
    keys = [type_key(value) for value, _ in found]
    costs = [cost for _, cost in found]
    assert len(keys) == len(set(keys))
    assert costs == sorted(costs)


def test_one_and_true_are_two_constants() -> None:
    found = values("assert f(1) == True", "assert f(2) == False", "assert f(3) == True", "assert f(4) == True")
    assert {type_key(1), type_key(True)} <= found


@pytest.mark.parametrize(
    ("prompt", "value"),
    [
        ("Multiply by 37.", 37),
        ("Multiply by seven.", 7),
        ("Take half.", 2),
        ("Per dozen.", 12),
        ("The n-th octagonal number.", 8),
        ("The area of a circle.", math.pi),
    ],
)
def test_the_words_suggest_numbers(prompt: str, value: Any) -> None:
    assert type_key(value) in values("assert f(1) == 2", prompt=prompt)


def test_quoted_words_suggest_texts_when_there_are_texts() -> None:
    assert type_key("xyz") in values("assert f('a') == 'b'", prompt='Append "xyz".')


def test_punctuation_that_half_of_the_outputs_have_is_suggested() -> None:
    assert type_key("#") in values("assert f('a') == '#a'", "assert f('b') == 'b'")
    assert type_key("#") not in values("assert f('a') == '#a'", "assert f('b') == 'b'", "assert f('c') == 'c'")


def test_outputs_that_occur_again_are_suggested() -> None:
    asserts = [f"assert f({number}) == '{'low' if number < 3 else 'high'}'" for number in range(6)]
    assert {type_key("low"), type_key("high")} <= values(*asserts)


def test_leaves_are_the_parameters_and_then_the_constants() -> None:
    leaves = leaves_of(problem("def f(a, b)", "assert f(1, 'x') == 'y'", "assert f(2, 'z') == 'w'"))
    assert [(entry.text, list(entry.values)) for entry in leaves[:2]] == [("a", [1, 2]), ("b", ["x", "z"])]
    assert [entry.flags for entry in leaves[:2]] == [PARAMETER, PARAMETER]
    assert all(entry.flags == 0 and len(entry.values) == 2 for entry in leaves[2:])


def test_constants_are_written_so_that_they_read_back() -> None:
    assert expression(constant(math.pi, 1, 2))[0] == "math.pi"
    assert expression(constant("it's", 1, 2))[0] == '"it\'s"'
    minus = constant(-1, 1, 3)
    assert (minus.text, list(minus.values)) == ("-1", [-1, -1, -1])
    assert minus.strength < constant(1, 1, 3).strength


def _values(prompt: str, *asserts: str) -> list[object]:
    return [value for value, _ in constants_of(problem("def f(a)", *asserts, prompt=prompt))]


def test_ordinals_decimals_and_quantities_of_the_words_are_constants() -> None:
    values = _values("The fifth power, times 2.5, of the 12th number, thrice.", "assert f(1) == 2")
    assert {5, 2.5, 12, 3} <= set(values)


def test_named_characters_are_one_constant_besides_each_of_them() -> None:
    values = _values("Replace spaces, commas or dots.", "assert f('a b') == 'ab'")
    assert {" ", ",", ".", " ,."} <= set(values)
    assert "aeiou" in _values("Count the vowels.", "assert f('ab') == 1")


def test_a_circle_brings_pi_as_people_round_it() -> None:
    assert {math.pi, 3.14, 22 / 7} <= set(_values("Area of a circle", "assert f(1) == 3.14"))


def test_what_has_no_text_gets_no_text_constants() -> None:
    assert "aeiou" not in _values("Count the vowels.", "assert f(3) == 1")


@pytest.mark.parametrize(
    ("row", "output", "edits"),
    [
        ([4, 5, 6], [4, 9, 6], ({1}, {9})),
        ([4, 5], [4, 9, 5], ({1}, {9})),
        ([4, 4], [4, 4, 4], ({0, 1, 2}, {4})),
        ([4, 5, 6], [4, 6], ({1}, set())),
        ([4, 5, 6], [5, 4], (set(), set())),
        ([4], [4, 5, 6], (set(), set())),
    ],
)
def test_what_is_edited_in_a_list(row: list[int], output: list[int], edits: tuple[set[int], set[int]]) -> None:
    assert edits_of(row, output) == edits


def test_places_and_values_of_edits_are_suggested_when_most_examples_show_them() -> None:
    asked = problem(
        "def f(xs)",
        "assert f([1, 2, 3, 4, 5, 6]) == [1, 2, 3, 4, 7, 6]",
        "assert f([9, 9, 8, 8, 9]) == [9, 9, 8, 8, 7]",
        "assert f([1, 2]) == [1, 2]",
    )
    assert {(4, 1), (7, 1)} <= set(constants_of(asked))
    other = problem("def f(xs)", "assert f([1, 2, 3]) == [3, 1, 2]", "assert f([1, 2]) == [2, 1]")
    assert not {(7, 1), (4, 1)} & set(constants_of(other))


def test_up_to_six_classes_are_outputs_that_were_chosen() -> None:
    examples = [f"assert f({place}) == {'ABCDEF'[place % 6]!r}" for place in range(12)]
    found = [value for value, _ in constants_of(problem("def f(a)", *examples))]
    assert set("ABCDEF") <= set(found)
