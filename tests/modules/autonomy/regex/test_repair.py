from aurora.modules.autonomy.regex.clauses import Reading
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import DIGIT, LOWER, Chain, Chars, Repeat, Text, repeat
from aurora.modules.autonomy.regex.printing import pattern
from aurora.modules.autonomy.regex.repair import neighbours, repaired

DIGITS = Repeat(Chars(DIGIT), 3, 3)


def first(node: Chain, positive: list[str], negative: list[str]) -> Reading | None:
    return next((found for found in repaired([Reading(0.0, node)], Examples(positive, negative)) if found), None)


def test_what_holds_already_is_left_alone() -> None:
    node = Chain((Text("a"), DIGITS))
    found = first(node, ["a123"], ["123"])
    assert found == Reading(0.0, node)


def test_contradicting_examples_are_given_up() -> None:
    assert first(Chain((Text("a"), DIGITS)), ["a123"], ["a123"]) is None


def test_a_bound_that_is_off_by_one_is_moved() -> None:
    found = first(Chain((Text("a"), DIGITS)), ["a12", "a123"], ["a1", "a1234"])
    assert found is not None
    assert pattern(found.node) == "a[0-9]{2,3}"
    assert found.cost > 0


def test_a_part_that_is_missing_in_some_texts_becomes_optional() -> None:
    found = first(Chain((Repeat(Chars(LOWER), 2, 2), DIGITS)), ["ab", "cd123"], ["a", "ab12"])
    assert found is not None
    assert pattern(found.node) == "[a-z]{2}(?:[0-9]{3})?"


def test_every_neighbour_differs_and_has_a_price() -> None:
    node = Chain((Text("a"), repeat(Chars(DIGIT), 1, None)))
    assert all(other != node and price > 0 for other, price in neighbours(node))
