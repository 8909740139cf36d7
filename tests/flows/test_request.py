"""Requests in words become tasks or clear refusals."""

import pytest

from aurora.flows.request import request_task
from aurora.model.errors import BadInputError, ContradictionError


def test_neither_words_nor_examples_is_refused() -> None:
    with pytest.raises(BadInputError, match="there are neither words nor examples"):
        request_task("  ")


def test_an_example_that_is_not_python_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"'f\(2 == 4' is not Python"):
        request_task("double", examples=("f(2 == 4",))


def test_a_signature_that_is_not_one_is_refused() -> None:
    with pytest.raises(BadInputError, match="'f of x' is not a signature"):
        request_task("double", signature="f of x")


def test_contradicting_examples_are_both_named() -> None:
    with pytest.raises(ContradictionError) as caught:
        request_task("double", examples=("f(2) == 4", "f(3) == 6", "f(2) == 5"))
    assert (caught.value.first, caught.value.second) == ("f(2) == 4", "f(2) == 5")


def test_examples_become_asserts_and_name_the_function() -> None:
    task = request_task("double a number", examples=("f(2) == 4", "assert f(3) == 6"))
    assert (task.prompt, task.name, task.asserts) == ("double a number", "f", ("assert f(2) == 4", "assert f(3) == 6"))


def test_the_signature_is_read_without_def_and_names_the_function() -> None:
    task = request_task("double", signature="twice(n: int) -> int:")
    assert (task.name, task.signature) == ("twice", "def twice(n: int) -> int")


def test_a_given_name_wins() -> None:
    assert request_task("double", name="two_times").name == "two_times"
