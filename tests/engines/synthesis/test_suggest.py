"""Suggestions: known functions for words without an example."""

import pytest

from aurora.engines.synthesis.suggest import suggestions
from aurora.registry.declare import AnyPart
from aurora.registry.discover import discover


@pytest.fixture(scope="module")
def parts() -> tuple[AnyPart, ...]:
    return discover("aurora.units.knowledge.statistics", "aurora.modules.autonomy.synthesis").parts


def test_words_that_no_component_knows_suggest_nothing(parts: tuple[AnyPart, ...]) -> None:
    assert suggestions(parts, "frobnicate the gizmo") == ()


def test_only_components_are_suggested_and_at_most_as_many_as_asked_for(parts: tuple[AnyPart, ...]) -> None:
    found = suggestions(parts, "the median of numbers", most=2)
    assert [each.component for each in found if not each.component.startswith("units.knowledge.")] == []
    assert 1 <= len(found) <= 2


def test_what_the_words_name_comes_first_with_its_page_and_an_example(parts: tuple[AnyPart, ...]) -> None:
    first = suggestions(parts, "return the median of a list of numbers")[0]
    assert first.component == "units.knowledge.statistics.median"
    assert first.head == "def median(numbers)"
    assert first.words.startswith("The middle number in ascending order")
    assert first.example == "median([4, 1, 3, 2]) == 2.5"


def test_an_example_calls_the_function_by_the_name_that_was_asked_for(parts: tuple[AnyPart, ...]) -> None:
    assert suggestions(parts, "median of numbers", "middle")[0].example.startswith("middle(")


def test_a_component_whose_examples_cannot_be_typed_is_not_suggested() -> None:
    parts = discover("aurora.units.knowledge.searching").parts  # `find_last` is handed a function
    assert suggestions(parts, "find the last element of a list that meets a condition") == ()


def test_every_example_can_be_typed_as_it_is_shown(parts: tuple[AnyPart, ...]) -> None:
    for each in suggestions(parts, "median mean variance of numbers", most=8):
        compile(each.example, "example", "eval")
