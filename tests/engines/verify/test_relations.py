import pytest

from aurora.engines.verify.behaviour import Call
from aurora.engines.verify.relations import Observation, Relation, is_kept, kept, observations, shown

DOUBLED: list[Observation] = [(([1, 2],), [2, 4]), (([5],), [10]), (([],), [])]


def names(examples: list[Observation]) -> set[str]:
    return {relation.words(("xs", "n")) for relation in shown(examples)}


def call(place: int, text: str, error: str = "") -> Call:
    return Call(place, text, text, "list", error, changed=False, stable=True, post=())


def test_one_example_shows_nothing() -> None:
    assert shown(DOUBLED[:1]) == ()


def test_what_one_example_breaks_is_not_shown() -> None:
    assert "the answer is in ascending order" not in names([*DOUBLED, (([3, 1],), [6, 2])])


def test_what_all_examples_keep_is_shown() -> None:
    assert names(DOUBLED) == {
        "the answer is in ascending order",
        "the answer is without repetitions",
        "the answer is as long as xs",
        "the answer is no longer than xs",
        "the answer is at least xs",
        "the answer is of the type of xs",
    }


@pytest.mark.parametrize(
    ("examples", "relation"),
    [
        ([(([3, 1],), [1, 3]), (([2, 2, 1],), [1, 2, 2])], "a rearrangement of xs"),
        ([(([3, 1, 3],), [3, 3]), (([2, 2, 1],), [1])], "the items in the order of xs"),
        ([(([3, 1],), 1), (([2, 9],), 2)], "an item of xs"),
        ([(([3, 1],), 2), (([5, 9],), 7)], "between the least and the largest item of xs"),
        ([(("abc", 2), 2), (("", 1), 0)], "at most n"),
        ([(("a b",), "b"), (("c",), "c")], "made only of items of xs"),
    ],
)
def test_relations_have_names(examples: list[Observation], relation: str) -> None:
    assert f"the answer is {relation}" in names(examples)


def test_truth_values_are_no_numbers() -> None:
    assert not any("at least" in name for name in names([((1,), True), ((True,), True)]))


def test_a_relation_is_kept_when_nearly_all_inputs_keep_it() -> None:
    size = Relation("as long as", 0)
    ((_, share),) = kept([size], [(([1],), [2]), (([1, 2],), [2]), (([1],), 7), (([],), [])])
    assert share == 0.5
    assert not is_kept(share)
    assert list(kept([size], [])) == [(size, 0.0)]


def test_calls_that_raise_or_have_no_literal_are_left_out() -> None:
    inputs = ("([1],)", "([2],)", "(1 + x,)", "([3],)")
    calls = [call(0, "[2]"), call(1, "", "KeyError: 1"), call(2, "[1]"), call(3, "<object at 0x1>")]
    assert list(observations(inputs, calls)) == [(([1],), [2])]
