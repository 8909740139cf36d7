import pytest

from aurora.modules.autonomy.regex.matching import Examples, Subject
from aurora.modules.autonomy.regex.nodes import (
    ANY,
    ANYTHING,
    DIGIT,
    LOWER,
    Both,
    Chain,
    Chars,
    Choice,
    Node,
    Not,
    Repeat,
    Text,
    containing,
    ending,
    starting,
)  # fmt: skip


@pytest.mark.parametrize(
    ("node", "no", "yes"),
    [
        (Chars(DIGIT), ["", "a", "12"], ["7"]),
        (Text("ab"), ["a", "abc"], ["ab"]),
        (Repeat(Chars(DIGIT), 2, 3), ["1", "1234"], ["12", "123"]),
        (Repeat(Text("ab"), 0, None), ["aba"], ["", "abab"]),
        (Repeat(Choice((Text("a"), Text("aa"))), 3, 3), ["aa", "a" * 7], ["aaa", "a" * 6]),
        (Chain((Repeat(Chars(ANY), 0, None), Text("a"))), ["ab", ""], ["a", "xa", "aa"]),
        (Both((starting(Text("a")), ending(Text("b")))), ["a", "b"], ["ab", "axb"]),
        (Not(containing(Text("ab"))), ["xabx"], ["", "ba"]),
        (Chain((Not(containing(Text(";"))), Text(";"), ANYTHING)), ["abc"], [";", "a;b;c"]),
        (Repeat(Repeat(Chars(LOWER), 0, None), 2, 2), ["A"], ["", "ab"]),
    ],
)
def test_a_node_matches_whole_texts(node: Node, no: list[str], yes: list[str]) -> None:
    assert [text for text in no if Subject(text).matches(node)] == []
    assert [text for text in yes if not Subject(text).matches(node)] == []


def test_nested_repetition_is_no_blow_up() -> None:
    node = Chain((Repeat(Repeat(Chars(LOWER), 1, None), 1, None), Text("!")))
    assert not Subject("a" * 200).matches(node)


def test_examples_count_what_is_judged_wrong() -> None:
    examples = Examples(["1", "23"], ["a", ""])
    digits = Repeat(Chars(DIGIT), 0, None)
    assert not examples.hold(digits)
    assert examples.accepted(digits)
    assert examples.missed(digits) == 1
    assert examples.hold(Repeat(Chars(DIGIT), 1, None))
