import re

import pytest

from aurora.modules.autonomy.regex.matching import Subject
from aurora.modules.autonomy.regex.nodes import (
    ALNUM,
    ANY,
    ANYTHING,
    DIGIT,
    LETTER,
    LOWER,
    SPACE,
    SPECIAL,
    UPPER,
    VOWEL,
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
    negated,
    repeat,
    starting,
)  # fmt: skip
from aurora.modules.autonomy.regex.printing import function, pattern

PART = Both((Repeat(Chars(ANY - {";"}), 0, None), Repeat(Chars(ALNUM), 1, None), negated(starting(Chars(DIGIT)))))
NODES: list[Node] = [
    Repeat(Chars(ALNUM), 2, 4),
    Chain((Text("a.b"), Repeat(Text("xy"), 0, 1), Repeat(Chars(DIGIT), 3, None))),
    Choice((Text("ab"), Chars(VOWEL))),
    Chars(frozenset("]^-\\")),
    Chars(ANY - LETTER),
    Both((starting(Text("a")), ending(Text("b")), negated(containing(Text("ab"))))),
    Chain((PART, Text(";"), PART)),
    Chain((PART, Repeat(Chain((Text(";"), PART)), 0, None))),
    Not(containing(Repeat(Chars(UPPER), 2, 2))),
]
TEXTS = [
    "",
    "a",
    "ab",
    "a1",
    "a;b",
    "1a;b",
    "a;1b",
    "a;b;c",
    "axb",
    "a.b123",
    "a.bxy1234",
    "ABc",
    "]",
    "-",
    "^",
    "#",
    "e",
]


@pytest.mark.parametrize("node", NODES)
def test_the_pattern_matches_what_the_tree_matches(node: Node) -> None:
    compiled = re.compile(pattern(node))
    assert {t for t in TEXTS if compiled.fullmatch(t)} == {t for t in TEXTS if Subject(t).matches(node)}


@pytest.mark.parametrize(
    ("node", "printed"),
    [
        (repeat(Chars(DIGIT), 4, 4), "[0-9]{4}"),
        (Chars(SPECIAL), "[^A-Za-z0-9 ]"),
        (Chars(SPACE), " "),
        (Chars(LOWER | DIGIT), "[a-z0-9]"),
        (Chars(UPPER - {"K"}), "[A-JL-Z]"),
        (ANYTHING, ".*"),
        (Text("-"), "-"),
    ],
)
def test_patterns_are_written_as_people_write_them(node: Node, printed: str) -> None:
    assert pattern(node) == printed


def test_an_intersection_becomes_a_conjunction_of_matches() -> None:
    node = Both((Repeat(Chars(LOWER), 1, None), negated(starting(Text("x")))))
    assert function(node, "def f(s) -> bool:", "s") == (
        "import re\n\n\ndef f(s) -> bool:\n    return (\n        re.fullmatch(r'[a-z]+', s) is not None\n"
        "        and re.fullmatch(r'x[a-z]*', s) is None\n    )\n"
    )


def test_quotes_in_a_pattern_do_not_end_the_literal() -> None:
    scope: dict[str, object] = {}
    exec(function(Text("'\""), "def f(s) -> bool:", "s"), scope)
    answer = scope["f"]
    assert callable(answer)
    assert answer("'\"") is True
    assert answer("'") is False
