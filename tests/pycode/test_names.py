import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.pycode.names import common_prefix, distance, nearest, split_words

WORD = st.text(alphabet="abc", max_size=8)


@pytest.mark.parametrize(
    ("identifier", "words"),
    [
        ("", ()),
        ("__init__", ("init",)),
        ("snake_case_2", ("snake", "case", "2")),
        ("parseHTTPHeader2", ("parse", "http", "header", "2")),
        ("XMLFile", ("xml", "file")),
        ("sha256sum", ("sha", "256", "sum")),
        ("MAX_SIZE", ("max", "size")),
        ("größe_x", ("größe", "x")),
    ],
)
def test_words_of_identifiers(identifier: str, words: tuple[str, ...]) -> None:
    assert split_words(identifier) == words


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("", "", 0),
        ("abc", "abc", 0),
        ("", "abc", 3),
        ("kitten", "sitting", 3),
        ("recieve", "receive", 1),
        ("ca", "abc", 3),
    ],
)
def test_distance(a: str, b: str, edits: int) -> None:
    assert distance(a, b) == edits
    assert distance(tuple(a), tuple(b)) == edits


@pytest.mark.parametrize(
    ("a", "b", "limit", "answer"), [("kitten", "sitting", 2, 3), ("a", "bcdef", 2, 3), ("ab", "ba", 0, 1)]
)
def test_distances_above_the_limit_are_one_more_than_it(a: str, b: str, limit: int, answer: int) -> None:
    assert distance(a, b, limit) == answer


def plain_distance(a: str, b: str) -> int:
    """The textbook recurrence, without band, limit or common ends."""
    table = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = a[i - 1] != b[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@settings(max_examples=200, deadline=None)
@given(WORD, WORD, st.integers(0, 8))
def test_the_band_and_the_limit_change_no_answer_within_it(a: str, b: str, limit: int) -> None:
    true = plain_distance(a, b)
    assert distance(a, b) == true
    assert distance(a, b, limit) == min(true, limit + 1)


def test_common_prefix() -> None:
    assert common_prefix("abc", "abd") == 2
    assert common_prefix([1], [1, 2]) == 1


def test_the_nearest_names_come_first_and_the_name_itself_not_at_all() -> None:
    candidates = ["length", "lenght", "Lenght", "lengths", "width"]
    assert nearest("lenght", candidates) == ("Lenght", "length", "lengths")
    assert nearest("x", ["xy", "ab"]) == ("xy",)
    assert nearest("lenght", candidates, limit=0) == ("Lenght",)
