"""Declaring parts: examples and laws are run, and say what does not hold."""

from collections.abc import Callable

import pytest

from aurora.registry.declare import Contract, Example, Law, Part

Double = Callable[[int], int]

DOUBLE: Contract[Double, int, int] = Contract(
    "double",
    lambda run, given: run(given),
    (Law("even answers", lambda _run, _given, answer: f"{answer} is odd" if answer % 2 else None),),
)


@DOUBLE.part(examples=[Example(2, 4), Example(0, 0)], unit="K1", facts={"words": "twice"})
def twice(number: int) -> int:
    return number * 2


def test_a_part_whose_examples_and_laws_hold_has_no_failures() -> None:
    assert twice.failures() == []


def test_a_part_without_examples_is_a_failure() -> None:
    part = DOUBLE.part(examples=[])(lambda number: number * 2)
    assert part.failures() == [f"{part.id}: has no example"]


def test_a_wrong_example_says_what_came_and_what_was_expected() -> None:
    part = DOUBLE.part(examples=[Example(2, 4), Example(3, 7)])(lambda number: number * 2)
    assert part.failures() == [f"{part.id}, example 2: 3 gave 6, expected 7"]


def test_a_part_that_raises_is_a_failure_and_not_a_crash() -> None:
    part = DOUBLE.part(examples=[Example(1, 2)])(lambda number: number // 0)
    assert part.failures() == [f"{part.id}, example 1: 1 raised ZeroDivisionError: integer division or modulo by zero"]


def test_a_broken_law_of_the_contract_is_named() -> None:
    part = DOUBLE.part(examples=[Example(1, 3)])(lambda number: number * 3)
    assert part.failures() == [f"{part.id}, example 1: law 'even answers': 3 is odd"]


def test_a_law_of_the_part_itself_is_run_too() -> None:
    small = Law[Double, int, int]("small", lambda _run, _given, answer: None if answer < 3 else "too large")
    part = DOUBLE.part(examples=[Example(2, 4)], laws=(small,))(lambda number: number * 2)
    assert part.failures() == [f"{part.id}, example 1: law 'small': too large"]


def test_the_id_of_a_part_is_the_path_of_its_file() -> None:
    assert twice.id == "tests.registry.test_declare"
    assert twice.name == "test_declare"


def test_the_page_of_a_part_is_the_docstring_of_its_file() -> None:
    assert twice.page == "Declaring parts: examples and laws are run, and say what does not hold."


def test_a_part_names_the_optional_packages_that_are_not_here() -> None:
    part = DOUBLE.part(examples=[Example(1, 2)], needs=("json", "no_such_package_here"))(lambda number: number * 2)
    assert part.missing == ("no_such_package_here",)


@pytest.mark.parametrize("field", ["unit", "facts"])
def test_what_is_declared_is_kept(field: str) -> None:
    assert {"unit": "K1", "facts": {"words": "twice"}}[field] == getattr(twice, field)


def test_a_part_is_a_value() -> None:
    with pytest.raises(AttributeError):
        twice.unit = "K2"  # type: ignore[misc]
    assert isinstance(twice, Part)
