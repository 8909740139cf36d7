import pytest

from aurora.modules.autonomy.regex.matching import Subject
from aurora.modules.autonomy.regex.nodes import (
    ALNUM,
    ANY,
    ANYTHING,
    DIGIT,
    EMPTY,
    LETTER,
    LOWER,
    UPPER,
    Both,
    Chain,
    Chars,
    Choice,
    Node,
    Repeat,
    Text,
    alphabet_of,
    both,
    chain,
    choice,
    containing,
    cost_of,
    negated,
    repeat,
    restricted,
    simplified,
    starting,
)  # fmt: skip

DIGITS = Repeat(Chars(DIGIT), 1, None)


def test_rows_are_flat_and_have_no_empty_or_doubled_parts() -> None:
    assert chain((EMPTY, chain((Text("a"), ANYTHING)), ANYTHING)) == Chain((Text("a"), ANYTHING))
    assert chain(()) == EMPTY


def test_single_characters_of_a_choice_become_one_set() -> None:
    assert choice((Text("a"), Chars(DIGIT), Text("bc"))) == Choice((Chars(DIGIT | {"a"}), Text("bc")))
    assert choice((Text("a"),)) == Text("a")


def test_no_text_is_read_in_two_ways_by_an_endless_repetition() -> None:
    assert repeat(choice((Chars(LOWER), Text("abc"))), 1, None) == Repeat(Chars(LOWER), 1, None)
    assert repeat(choice((Chars(LOWER), Text("aB"))), 1, None) == Repeat(Choice((Chars(LOWER), Text("aB"))), 1, None)


def test_once_is_the_item_and_never_is_nothing() -> None:
    assert repeat(Text("a"), 1, 1) == Text("a")
    assert repeat(Text("a"), 0, 0) == EMPTY


def test_what_matches_anything_adds_nothing_to_an_intersection() -> None:
    assert both((ANYTHING, DIGITS, DIGITS)) == DIGITS
    assert both(()) == ANYTHING


def test_the_complement_of_a_complement_is_the_item() -> None:
    assert negated(negated(Text("a"))) == Text("a")


def test_restriction_cuts_every_set() -> None:
    assert restricted(starting(Chars(ALNUM)), DIGIT) == Chain((Chars(DIGIT), Repeat(Chars(DIGIT), 0, None)))


def test_the_alphabet_of_a_complement_is_everything() -> None:
    assert alphabet_of(negated(DIGITS)) == ANY
    assert alphabet_of(Both((DIGITS, ANYTHING))) == DIGIT


@pytest.mark.parametrize(
    "node",
    [
        Both((Repeat(Chars(ALNUM), 0, None), Repeat(Chars(ANY), 2, 4))),
        Both((Repeat(Chars(ALNUM), 0, None), Chain((Chars(LETTER), DIGITS)))),
        Both((Repeat(Chars(LOWER), 1, None), containing(Text("ab")), negated(starting(Text("b"))))),
        Both((Repeat(Chars(LOWER), 0, None), Repeat(Chars(UPPER), 0, None))),
        Chain((Both((Repeat(Chars(ANY - {";"}), 0, None), DIGITS)), Text(";"))),
    ],
)
def test_a_simplified_node_matches_the_same_texts(node: Node) -> None:
    for text in ("", "a", "a1", "ab", "bab", "cab", "ab12", "abc12", "12;", "A", "a;", ";"):
        assert Subject(text).matches(simplified(node)) == Subject(text).matches(node), text


def test_runs_of_one_text_are_merged() -> None:
    node = Both((Repeat(Chars(ALNUM), 0, None), Repeat(Chars(ANY), 2, 4)))
    assert simplified(node) == Repeat(Chars(ALNUM), 2, 4)


def test_named_classes_are_cheaper_than_odd_ones() -> None:
    assert cost_of(Chars(DIGIT)) < cost_of(Chars(frozenset("abc")))
    assert cost_of(DIGITS) < cost_of(Repeat(Chars(DIGIT), 2, 5))
