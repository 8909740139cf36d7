import pytest

from aurora.modules.autonomy.regex.lexicon import items
from aurora.modules.autonomy.regex.nodes import ALNUM, DIGIT, LETTER, LOWER, SPECIAL, UPPER


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("at least 3", (3, None)),
        ("three or more", (3, None)),
        ("more than two", (3, None)),
        ("at most 4", (0, 4)),
        ("no more than four", (0, 4)),
        ("less than 5", (0, 4)),
        ("2 to 4", (2, 4)),
        ("2-4", (2, 4)),
        ("between 2 and 4", (2, 4)),
        ("three or four", (3, 4)),
        ("exactly 7", (7, 7)),
        ("a", (1, 1)),
        ("twelve", (12, 12)),
    ],
)
def test_quantities(words: str, value: tuple[int, int | None]) -> None:
    assert [(item.kind, item.value) for item in items(f"x {words} x")][1:-1] == [("num", value)]


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("lowercase letters", LOWER),
        ("small letters", LOWER),
        ("letter in lower case", LOWER),
        ("capitals", UPPER),
        ("upper-case characters", UPPER),
        ("letters of any case", LETTER),
        ("numeric values", DIGIT),
        ("special characters", SPECIAL),
        ("alphanumeric characters", ALNUM),
    ],
)
def test_classes(words: str, members: frozenset[str]) -> None:
    assert [(item.kind, item.value) for item in items(words)] == [("chars", members)]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("comma separated", "separator", ","),
        ("semi-colon separated", "separator", ";"),
        ("separated by dashes", "separator", "-"),
        ("three times", "times", (3, 3)),
        ("twice", "times", (2, 2)),
        ("starting with", "start", None),
        ("ends in", "end", None),
        ("must not", "not", None),
        ("can't", "not", None),
        ("is preceded by", "after", None),
    ],
)
def test_phrases(words: str, kind: str, value: object) -> None:
    assert [(item.kind, item.value) for item in items(words)] == [(kind, value)]
