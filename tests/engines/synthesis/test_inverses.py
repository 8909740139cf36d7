"""Inverse semantics: every step that is solved for its argument leads back to the wanted values."""

from collections.abc import Sequence
from typing import Any

import pytest

from aurora.engines.synthesis.bank import Bank, leaf
from aurora.engines.synthesis.goals import Goals
from aurora.engines.synthesis.inverses import Known, before, last_steps
from aurora.engines.synthesis.render import expression


def links(wanted: list[Any], known: Known | None = None) -> dict[str, list[Any]]:
    """The text of each step, with `a` for what is asked for, and the values that it is solved for."""
    return {
        expression(link.after(leaf("a", values, 1)))[0]: values for values, link in before(wanted, known or Known())
    }


def known(numbers: Sequence[int] = (), **parameters: list[Any]) -> Known:
    points = len(next(iter(parameters.values())))
    return Known(
        tuple(leaf(name, values, 1, flags=1) for name, values in parameters.items()),
        tuple(leaf(repr(number), [number] * points, 1) for number in numbers),
    )


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ([12, -30, 6], known([7], p=[3, 5, 2])),
        ([25, 0, 144], known(p=[-1, 0, 4], q=[5, 1, 12])),
        ([[1, 2], [4]], known(p=[[1, 2, 3], [4]])),
        ([[2, 3], []], known(p=[[1, 2, 3], [4]])),
        ([[9, 1], [9]], known(p=[[1], []])),
        (["ab", "c"], known(p=["abc", "cd"])),
        ([[4, 4, 4], [9]], known(p=[[1, 2, 3], [5]])),
        ([[1, 8, 8], [5, 2]], known(p=[[1, 2, 3], [5, 7]])),
        ([2.0, -4.0], known(p=[1.0, 2.0])),
        ([(1, 2), ()], known(p=[(1, 2, 3), (5,)])),
        ([{1, 2}, {3}], known(p=[1, 2])),
        ([True, False], known(p=[1, 2])),
    ],
)
def test_every_step_leads_back_to_the_wanted_values(wanted: list[Any], given: Known) -> None:
    found = links(wanted, given)
    assert found
    for text, values in found.items():
        for place, value in enumerate(values):
            scope = {"a": value, **{entry.text: entry.values[place] for entry in given.parameters}}
            assert eval(text, scope) == wanted[place], text


def test_values_of_several_kinds_are_led_to_by_nothing() -> None:
    assert links([1, "a", None]) == {}


def test_a_repeated_value_is_led_to_by_the_value_alone() -> None:
    assert links([[4, 4, 4], [9]], known(p=[[1, 2, 3], [5]]))["[a] * len(p)"] == [4, 9]
    assert links([[1, 8, 8], [5, 2]], known(p=[[1, 2, 3], [5, 7]]))["p[:1] + [a] * (len(p) - 1)"] == [8, 2]
    assert not any("len(p)" in text for text in links([[4, 4], [9]], known(p=[[1, 2, 3], [5]])))
    assert not any("len(p)" in text for text in links([[1, 8, 7], [5, 2]], known(p=[[1, 2, 3], [5, 7]])))


def test_a_product_is_only_solved_when_it_divides() -> None:
    assert "a * p" not in links([12, 7], known(p=[3, 2]))
    assert links([12, 8], known(p=[3, 2]))["a * p"] == [4, 4]
    assert "a * p" not in links([0, 8], known(p=[0, 2]))


def test_the_beginning_of_a_parameter_is_asked_for_by_its_length() -> None:
    found = links([[4, 5], [7]], known(xs=[[4, 5, 6], [7, 8]]))
    assert found["xs[:a]"] == [2, 1]
    assert "xs[a:]" not in found


def test_the_end_of_a_parameter_is_asked_for_by_its_start() -> None:
    assert links([[6], [7, 8]], known(xs=[[4, 5, 6], [9, 7, 8]]))["xs[a:]"] == [2, 1]


def test_a_text_is_no_beginning_of_a_list() -> None:
    assert "xs[:a]" not in links(["a", "b"], known(xs=[["a"], ["b"]]))


def test_a_common_factor_and_a_square_are_taken_off() -> None:
    found = links([9, 36, 144])
    assert found["a * 9"] == [1, 4, 16]
    assert found["a ** 2"] == [3, 6, 12]
    assert "a ** 2" not in links([9, 35])


def test_one_number_only_is_no_power() -> None:
    assert "a ** 2" not in links([9, 9])


def test_a_remainder_is_no_inverse_but_a_last_step() -> None:
    texts = {operator.template for operator in last_steps([1, 0, 2], {3: 1})}
    assert "{0:9} % 3" in texts
    assert not [text for text in links([1, 0, 2]) if "%" in text]


def joined(outputs: list[Any], **vectors: list[Any]) -> list[str]:
    goals, bank = Goals(outputs), Bank()
    goals.attach(bank)
    for name, values in vectors.items():
        bank.add(leaf(name, values, 1, flags=1))
    return [expression(hit.entry)[0] for hit in goals.hits]


def test_pairs_are_met_by_their_firsts_and_their_seconds() -> None:
    outputs = [[(1, "a"), (2, "b")], [(3, "c")]]
    assert joined(outputs, xs=[[1, 2], [3]], ys=[["a", "b"], ["c"]]) == ["list(zip(xs, ys))"]
    assert joined(outputs, xs=[[1, 2], [3]]) == []


def test_a_dictionary_is_met_by_its_keys_and_its_values() -> None:
    outputs: list[Any] = [{"a": 1, "b": 2}, {}]
    assert joined(outputs, ks=[["a", "b"], []], vs=[[1, 2], []]) == ["dict(zip(ks, vs))"]


def test_whole_numbers_are_wanted_as_shown_rather_than_as_floats() -> None:
    (link,) = [link for values, link in before([3, 8], Known()) if list(map(type, values)) == [float, float]]
    assert link.cost == 2
