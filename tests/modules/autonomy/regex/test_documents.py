import pytest

from aurora.modules.autonomy.regex.documents import described, listed, understood
from aurora.modules.autonomy.regex.lexicon import items
from aurora.modules.autonomy.regex.matching import Examples

CASES = [
    (
        "Two parts separated by a colon. The first part has 2 digits, the second part is one or more letters.",
        ["12:abc", "07:x"],
        ["1:abc", "12;abc"],
        ["99:zz"],
        ["12:", "12:a1", "123:a", "12:a:b"],
    ),
    (
        "A comma separated list of words. Each word consists of 2 to 5 lowercase letters.",
        ["ab", "abc,de", "ab,cd,efghi"],
        ["a", "ab,"],
        ["xy,zw", "hello"],
        ["xy,z", "toolong", "xy;zw", "AB"],
    ),
    (
        "A list of three dash separated strings. The first and third are 3 digits each; the middle one is 2 capitals.",
        ["123-AB-456", "000-XY-111"],
        ["123-ab-456", "12-AB-456"],
        ["555-QQ-777"],
        ["555-QQ", "555-Q-777", "555-QQ-77"],
    ),
    (
        "The string is between 4 and 6 characters long, contains at least one digit and must not start with a capital.",
        ["ab1c", "x9yzw"],
        ["abc1xyz", "A1bc", "abcd"],
        ["00zz", "a-b-1"],
        ["ab1", "Zab1"],
    ),
]


@pytest.mark.parametrize(("words", "positive", "negative", "yes", "no"), CASES)
def test_the_first_reading_that_holds_is_right_on_other_texts(
    words: str, positive: list[str], negative: list[str], yes: list[str], no: list[str]
) -> None:
    examples = Examples(positive, negative)
    node = next(reading.node for reading in described(words, examples) if examples.hold(reading.node))
    assert Examples(yes, no).missed(node) == 0


def test_a_text_without_parts_is_no_list() -> None:
    assert listed(items("starts with a comma and 2 digits")) is None


def test_the_parts_of_a_list_are_told_apart() -> None:
    found = listed(items("Three strings. First and last are digits. The second string is a letter."))
    assert found is not None
    assert (found.separator, found.count) == ("", 3)
    assert set(found.said) == {0, 1, 2, 3}


def test_words_about_something_else_are_not_understood() -> None:
    assert understood("") == 0.0
    assert understood("Tell me about elephants") == 0.0
    assert understood("3 digits then purple elephants dance wildly tonight") < 0.5
    assert understood("starts with 3 digits") == 1.0
