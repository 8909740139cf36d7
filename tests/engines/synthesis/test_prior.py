import ast
import zlib
from dataclasses import replace

import pytest

from aurora.engines.synthesis.operators import operator
from aurora.engines.synthesis.prior import (
    DATA,
    Logistic,
    Model,
    features_of,
    fitted,
    joined,
    leaning,
    read_model,
    template_tokens,
    tokens_of,
    weighted,
)
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


def test_the_tokens_of_a_program_are_its_calls_methods_operators_and_forms() -> None:
    tree = ast.parse("sorted(x.upper() for x in xs if x % 2 == 0)[1:]")
    found = {"sorted()", ".upper", "Mod", "Eq", "Subscript", "Slice", "filter"}
    assert set(tokens_of(tree)) == found
    assert set(template_tokens("{0:9} // {1:10}")) == {"FloorDiv"}


def test_the_features_are_numbers_that_depend_on_words_and_types() -> None:
    one = features_of(problem("def f(a)", ONE, prompt="Double it."))
    other = features_of(problem("def f(a)", "assert f('x') == 2", prompt="Double it."))
    assert zlib.crc32(b"in:int") in one
    assert zlib.crc32(b"in:str") in other
    assert all(type(feature) is int for feature in one)


def test_the_least_likely_token_of_an_operator_decides_how_much_it_is_lifted() -> None:
    model = Model({"Add": Logistic(-2.0, {7: 3.0}), "Mult": Logistic(-1.0, {7: -1.0})}, ())
    assert model.lift("{0} + {1}", [7]) > 4
    assert model.lift("{0} + {1} * {0}", [7]) < 0
    assert model.lift("{0} @ {1}", [7]) == 0.0


def test_a_learned_word_speaks_for_an_operator_as_its_own_words_do() -> None:
    word = zlib.crc32(b"altogether")
    asked = problem("def f(a)", ONE, prompt="Everything there stands altogether here now.")
    (plain,) = weighted([ADD], asked, Model({}, ()))
    (lifted,) = weighted([ADD], asked, Model({"Add": Logistic(-1.0, {word: 2.0})}, ()))
    assert lifted.cost < plain.cost


def test_types_that_match_join_a_component_to_a_task() -> None:
    made = replace(operator("int | {0} + 1 | | 1 | next"), answer="int")
    *_, answer, same, takes, both = joined(made, 0.5, ["int"], "int")
    assert (answer, same, takes, both) == (1.0, 1.0, 1.0, 0.5)
    *_, answer, same, takes, both = joined(made, 0.5, ["str", "int"], "str")
    assert (answer, same, takes, both) == (0.0, 0.0, 0.0, 0.0)


def test_relevance_lies_between_nothing_and_all_and_grows_with_the_fit() -> None:
    asked = problem("def f(a)", ONE, prompt="The next number.")
    operators = {name: replace(ADD, patterns=("int",), answer="int") for name in ("near", "far", "silent")}
    found = fitted().relevance(operators, {"near": 0.9, "far": 0.2, "silent": 0.0}, asked)
    assert 0.0 == found["silent"] <= found["far"] < found["near"] <= 1.0


def test_the_shipped_model_is_small_and_holds_numbers_only() -> None:
    assert DATA.stat().st_size < 5_000_000
    model = fitted()
    assert all(type(feature) is int for one in model.tokens.values() for feature in one.weights)


def test_a_model_is_read_as_it_was_written_and_a_text_that_is_none_is_refused() -> None:
    assert read_model(fitted().text()) == fitted()
    for bad in ("{", "[]", "{}", '{"pair": [1.0], "tokens": {}}', '{"pair": 1, "tokens": {}}'):
        with pytest.raises((ValueError, KeyError, TypeError)):
            read_model(bad)
