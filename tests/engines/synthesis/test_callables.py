from collections.abc import Callable
from typing import Any

import pytest

from aurora.contracts.component import COMPONENT, Nat, T, U
from aurora.engines.synthesis.binders import Binder
from aurora.engines.synthesis.callables import FUNCTION, binder_of, ready_made, takes_functions
from aurora.engines.synthesis.enumerate import search
from aurora.engines.synthesis.library import Library, load, pattern_of
from aurora.registry.declare import AnyPart
from tests.engines.synthesis.problems import bench_for, called, first, problem


def split_at(values: list[T], cut: Callable[[T], bool]) -> list[list[T]]:
    """The lists before the first element that is a cut, and from it on."""
    place = next((i for i, value in enumerate(values) if cut(value)), len(values))
    return [values[:place], values[place:]]


def repeated(f: Callable[[T], T], value: T, times: Nat) -> T:
    """A function applied some times."""
    for _ in range(times):
        value = f(value)
    return value


def longest(values: list[T], least: int) -> list[T]:
    """No function is asked for."""
    return values[:least]


def mapped(values: list[T], f: Callable[[int, T], U], more: Callable[..., Any]) -> list[U]:
    """A function whose arguments nobody knows."""
    return [more(f(place, value)) for place, value in enumerate(values)]


def part(run: Any) -> AnyPart:
    declared: Any = COMPONENT.part(examples=[], facts={"words": "cut"})(run)
    return declared  # type: ignore[no-any-return]


def binder(run: Any) -> Binder:
    found = binder_of(part(run), pattern_of)
    assert found is not None
    return found


@pytest.mark.parametrize("run", [longest, repeated, mapped])
def test_other_components_are_no_binders(run: Any) -> None:
    assert binder_of(part(run), pattern_of) is None


def test_a_component_that_takes_no_function_is_told_apart() -> None:
    assert [takes_functions(part(run)) for run in (longest, repeated, split_at)] == [False, True, True]


def test_no_value_fits_where_a_function_is_asked_for() -> None:
    assert pattern_of(Callable[[int], bool]) == FUNCTION


def test_the_function_of_a_binder_is_the_table_of_a_body() -> None:
    assert binder(split_at).run([3, 5, 3, 8], [False, True, False, True]) == [[3], [5, 3, 8]]


def test_a_function_that_is_asked_for_what_is_no_element_is_refused() -> None:
    def grows(values: list[int], f: Callable[[int], int]) -> int:
        return f(len(values) + 1000)

    with pytest.raises(KeyError):
        binder(grows).run([1, 2], [1, 2])


def test_the_template_of_a_binder_keeps_the_order_of_the_arguments() -> None:
    def flipped(f: Callable[[T], bool], values: list[T]) -> list[T]:
        return [value for value in values if f(value)]

    found = binder(flipped)
    assert (found.template.partition("(")[2], found.body) == ("lambda ITEM: {1:1}, {0})", "bool")
    assert found.run([1, 2, 3], [True, False, True]) == [1, 3]


def test_other_functions_are_everyday_ones() -> None:
    texts = {operator.template.partition("(")[2]: operator for operator in ready_made(part(repeated), pattern_of)}
    assert texts["lambda value: value * 2, {0}, {1})"].run(3, 4) == 48
    assert all(operator.patterns == ("T", "int") for operator in texts.values())


def test_an_everyday_function_that_blows_up_is_refused() -> None:
    texts = {operator.template.partition("(")[2]: operator for operator in ready_made(part(repeated), pattern_of)}
    with pytest.raises(OverflowError):
        texts["lambda value: value ** 2, {0}, {1})"].run(9, 60)


def test_an_everyday_function_whose_lists_blow_up_is_refused() -> None:
    def grown(start: list[T], step: Callable[[list[T]], list[T]], times: int) -> list[T]:
        terms = list(start)
        for _ in range(times):
            terms.append(step(terms))  # type: ignore[arg-type]
        return terms

    texts = {operator.template.partition("(")[2]: operator for operator in ready_made(part(grown), pattern_of)}
    double = next(operator for text, operator in texts.items() if "value * 2" in text)
    assert double.run(["a"], 2) == ["a", ["a", "a"], ["a", ["a", "a"], "a", ["a", "a"]]]
    with pytest.raises(OverflowError):
        double.run(["a"], 24)


def test_a_function_of_unknown_arguments_has_no_everyday_ones() -> None:
    assert list(ready_made(part(mapped), pattern_of)) == []


@pytest.fixture(scope="module")
def library() -> Library:
    """Packs with components that take functions."""
    return load(("aurora.units.knowledge.aggregation", "aurora.units.knowledge.pipelines"))


def test_a_body_is_searched_for_the_function_of_a_component(library: Library) -> None:
    given = problem(
        "def f(words)",
        "assert f(['to', 'a', 'be']) == {2: 2, 1: 1}",
        "assert f(['abc']) == {3: 1}",
        "assert f(['x', 'y']) == {1: 2}",
        prompt="Count the words by their length.",
    )
    code = first(search(given, bench_for(library, 60.0))).code
    assert called(code, "f(['q', 'rst', 's'])") == {1: 2, 3: 1}


def test_a_component_is_used_with_an_everyday_function(library: Library) -> None:
    given = problem(
        "def f(value, times)",
        "assert f(3, 4) == 48",
        "assert f(5, 1) == 10",
        "assert f(1, 7) == 128",
        "assert f(11, 3) == 88",
        prompt="Apply a function n times: doubling.",
    )
    code = first(search(given, bench_for(library, 60.0))).code
    assert called(code, "f(7, 3)") == 56
