"""The laws of components: pure, deterministic, typed, self-contained, with a property."""

import itertools
import math
from typing import Any

import pytest

from aurora.contracts.component import Example, component

_counter = itertools.count()
_FACTOR = 2


def failures(run: Any, *examples: Example[tuple[Any, ...], Any], holds: Any = None) -> list[str]:
    return [
        each.partition(": ")[2] for each in component(words="", examples=list(examples), holds=holds)(run).failures()
    ]


def test_a_component_that_changes_its_input_breaks_a_law() -> None:
    def popped(xs: list[int]) -> int:
        return xs.pop()

    (failure,) = failures(popped, Example(([1, 1, 1, 1, 1],), 1))
    assert failure.startswith("law 'input untouched': changed its input")


def test_a_component_that_answers_differently_breaks_a_law() -> None:
    def drawn(x: int) -> int:
        return next(_counter) * 0 + next(_counter)

    found = failures(drawn, Example((1,), 1))
    assert any("law 'same answer twice': gave 1, then" in failure for failure in found)


def test_a_component_without_types_breaks_a_law() -> None:
    def untyped(x, y: int):  # type: ignore[no-untyped-def]
        return x + y

    assert failures(untyped, Example((1, 2), 3)) == [
        "law 'every parameter and the answer are typed': no annotation for return, x"
    ]


def test_a_component_that_leans_on_its_file_breaks_a_law() -> None:
    def scaled(x: int) -> int:
        return x * _FACTOR

    assert failures(scaled, Example((2,), 4)) == ["law 'self-contained': uses _FACTOR of its file"]


def test_a_property_that_does_not_hold_is_told() -> None:
    def minus(x: int) -> int:
        return -x

    (failure,) = failures(minus, Example((1,), -1), holds=lambda _x, ret: ret > 0)
    assert failure == "law 'property': does not hold for (1,) and -1"


def test_modules_of_the_standard_library_may_be_used() -> None:
    def root(x: int) -> int:
        return math.isqrt(x)

    assert failures(root, Example((9,), 3), holds=lambda x, ret: ret * ret <= x) == []


def test_words_property_and_cost_are_facts_of_the_part() -> None:
    def same(x: int) -> int:
        return x

    part = component(words="identity same", examples=[Example((1,), 1)], cost=0.5)(same)
    assert (part.facts["words"], part.facts["holds"], part.facts["cost"]) == ("identity same", None, 0.5)


@pytest.mark.parametrize("value", [1, "a", [1]])
def test_examples_are_arguments_and_answers(value: object) -> None:
    assert Example((value,), value).given == (value,)
