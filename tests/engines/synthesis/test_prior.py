from dataclasses import replace

import pytest

from aurora.engines.synthesis.operators import operator
from aurora.engines.synthesis.prior import leaning, weighted
from tests.engines.synthesis.problems import problem

ADD = operator("num num | {0:8} + {1:9} | 8 | 2 | add sum plus")
POPULATION = operator("int | bin({0}).count('1') | | 4 | bits ones population")
ONE = "assert f(1) == 2"


def costs(prompt: str) -> list[int]:
    return [one.cost for one in weighted([ADD, POPULATION], problem("def f(a)", ONE, prompt=prompt))]


def test_components_are_priced_already() -> None:
    component = replace(POPULATION, component="units.knowledge.x.y")
    for prompt in ("Reverse the order of every word here.", "Count the ones among the bits."):
        (same,) = weighted([component], problem("def f(a)", ONE, prompt=prompt))
        assert same.cost == component.cost


def test_without_words_rare_operators_are_dearer_than_everyday_ones() -> None:
    plain = [ADD.cost, POPULATION.cost]
    add, population = costs("")
    assert add == plain[0]
    assert population > plain[1]


def test_an_operator_that_the_words_speak_for_is_cheaper_than_one_they_do_not() -> None:
    assert costs("Sums of numbers in any given order.")[0] < costs("Reverse the letters of every long word.")[0]
    assert costs("Count the ones among the bits of it.")[1] < costs("Reverse the letters of every long word.")[1]


def test_nothing_is_free() -> None:
    free = operator("num num | {0:8} + {1:9} | 8 | 1 | add sum plus")
    assert [one.cost for one in weighted([free], problem("def f(a)", ONE, prompt="Add them."))] == [1]


def test_what_is_computed_stays_the_same() -> None:
    (made, _) = weighted([ADD, POPULATION], problem("def f(a)", ONE, prompt="Add them."))
    assert (made.run(2, 3), made.template) == (5, ADD.template)


def test_without_experience_relevance_is_as_it_was() -> None:
    assert leaning({"a": 0.4}, {}) == {"a": 0.4}


def test_experience_is_added_within_bounds_and_only_to_known_components() -> None:
    leant = leaning({"a": 0.4, "b": 0.9, "c": 0.1}, {"a": 1.0, "b": 1.0, "c": -1.0, "stranger": 1.0})
    assert leant == {"a": pytest.approx(0.7), "b": 1.0, "c": 0.0}
