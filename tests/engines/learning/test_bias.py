import pytest

from aurora.engines.learning.bias import Outcome, Rates, bias, explored, taught
from aurora.model.lesson import Learned

RATES = Rates()
GOOD = Outcome("int->int", ("a", "b"), 1.0, "r1", "verified", "2026-01-01")
BAD = Outcome("int->int", ("a",), -1.0, "r1", "taken back", "2026-01-02")


def known(*values: tuple[str, float]) -> list[Learned]:
    return [Learned("int->int", part, value, 3, "") for part, value in values]


def test_an_outcome_without_parts_teaches_nothing() -> None:
    empty = Outcome("int->int", (), 1.0, "r", "verified", "")
    assert taught((), empty, RATES) == ((), ())


def test_the_first_lesson_is_the_learning_rate_itself() -> None:
    changed, lessons = taught((), GOOD, RATES)
    assert [(each.part, each.value, each.count, each.updated) for each in changed] == [
        ("a", 0.3, 1, "2026-01-01"),
        ("b", 0.3, 1, "2026-01-01"),
    ]
    assert [(each.before, each.after, each.evidence, each.why) for each in lessons] == [
        (0.0, 0.3, "r1", "verified")
    ] * 2


def test_no_lesson_moves_a_value_further_than_the_cap() -> None:
    (changed, *_), _ = taught(known(("a", 0.9)), BAD, Rates(learning=1.0))
    assert changed.value == pytest.approx(0.55)


def test_a_value_stays_between_minus_one_and_one_whatever_is_taught() -> None:
    values = list(known(("a", 0.0)))
    for outcome in (GOOD, BAD):
        for _ in range(200):
            values = [each for each in taught(values, outcome, RATES)[0] if each.part == "a"]
            assert -1.0 <= values[0].value <= 1.0
    assert values[0].value == pytest.approx(-1.0)


def test_the_other_parts_of_the_subject_fade_and_those_of_others_do_not_change() -> None:
    other = Learned("str->str", "z", 0.8, 1, "")
    changed, _ = taught([*known(("a", 0.5), ("z", 0.5)), other], BAD, Rates(decay=0.5))
    assert {(each.subject, each.part): each.value for each in changed} == {
        ("int->int", "a"): pytest.approx(0.15),
        ("int->int", "z"): 0.25,
    }


def test_the_first_subject_wins_and_wider_ones_count_half() -> None:
    values = [*known(("a", 0.6)), Learned("wide", "a", -1.0, 1, ""), Learned("wide", "b", 0.4, 1, "")]
    assert bias(values, ["int->int", "wide"]) == {"a": 0.6, "b": 0.2}
    assert bias(values, ["nothing"]) == {}


def test_what_has_faded_is_no_bias() -> None:
    assert bias(known(("a", 0.009)), ["int->int"]) == {}


def test_exploration_needs_something_to_depart_from() -> None:
    assert explored({}, Rates(exploration=1.0), 0, "f") == ({}, False)


def test_without_exploration_the_bias_stays_as_it_is() -> None:
    assert explored({"a": 0.5}, Rates(exploration=0.0), 0, "f") == ({"a": 0.5}, False)


def test_an_exploration_tries_one_part_alone_the_same_for_the_same_seed() -> None:
    always = Rates(exploration=1.0)
    drawn = [explored({"a": 0.5, "b": -0.2}, always, seed, "f") for seed in range(20)]
    assert drawn == [explored({"a": 0.5, "b": -0.2}, always, seed, "f") for seed in range(20)]
    assert {next(iter(chosen)) for chosen, _ in drawn} == {"a", "b"}
    assert all(list(chosen.values()) == [1.0] and told for chosen, told in drawn)


def test_about_the_share_that_is_set_is_explored() -> None:
    told = [explored({"a": 0.5}, Rates(exploration=0.2), 0, f"f{n}")[1] for n in range(1000)]
    assert 150 < sum(told) < 250
