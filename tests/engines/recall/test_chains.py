from dataclasses import replace

import pytest

from aurora.engines.recall.chains import CHAINED, chains
from aurora.engines.recall.similarity import signature_key
from aurora.model.record import Record
from tests.records import record

SORTED = record("in_order", func_signature="def in_order(xs: list[int]) -> list[int]",
                snippet="def in_order(xs):\n    return sorted(xs)\n", components=("c.sort",))  # fmt: skip
TOTAL = record("total", func_signature="def total(xs: list[int]) -> int",
               snippet="import math\ndef total(xs):\n    return int(math.fsum(xs))\n",
               components=("c.sum",))  # fmt: skip
LIST, NUMBER = "def f(xs: list[int]) -> list[int]", "def f(xs: list[int]) -> int"


def codes(signature: str, *records: Record, name: str = "f") -> list[str]:
    return [each.code for each in chains(records, name, signature, signature_key(signature))]


def run(code: str, given: list[int]) -> object:
    scope: dict[str, object] = {}
    exec(code, scope)
    return scope["f"](given)  # type: ignore[operator]


def test_nothing_is_made_of_nothing() -> None:
    assert codes(LIST) == []


@pytest.mark.parametrize("snippet", ["", "not python (", "x = 1\ndef total(xs):\n    return x\n"])
def test_what_is_no_function_alone_is_left_out(snippet: str) -> None:
    assert codes(NUMBER, replace(TOTAL, snippet=snippet)) == []


def test_types_that_do_not_fit_are_not_chained() -> None:
    assert codes("def f(text: str) -> str", SORTED, TOTAL) == []
    assert codes("def f(xs: list[int]) -> str", SORTED, TOTAL) == []


def test_one_and_two_earlier_functions_are_chained_the_short_ones_first() -> None:
    found = list(chains((SORTED, TOTAL), "f", NUMBER, signature_key(NUMBER)))
    assert [each.code.rpartition("return ")[2] for each in found] == ["total(xs)\n", "total(in_order(xs))\n"]
    assert [run(each.code, [3, 1]) for each in found] == [4, 4]
    assert (found[1].components, found[1].strategy, found[1].cost > found[0].cost) == (
        ("c.sort", "c.sum"),
        CHAINED,
        True,
    )


def test_a_function_of_the_same_name_is_taken_as_it_is() -> None:
    same = replace(SORTED, func_name="f", snippet="def f(xs):\n    return xs\n")
    assert codes(LIST, same) == [same.snippet]
    assert codes(LIST, same, SORTED)[1:] == codes(LIST, SORTED)


def test_two_functions_of_one_name_are_not_mixed() -> None:
    helper = "def helper(xs):\n    return xs{}\n"
    one = replace(SORTED, snippet=helper.format("") + SORTED.snippet)
    other = replace(TOTAL, snippet=helper.format("[1:]") + "def total(xs):\n    return len(helper(xs))\n")
    assert len(codes(NUMBER, one, other)) == 1
