"""Words: stems, synonyms, relevance."""

import pytest

from aurora.engines.synthesis.words import Document, Index, quoted, stem, stems, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [("lists", "list"), ("removing", "remove"), ("matches", "match"), ("counted", "count"), ("cities", "city")],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_that_say_nothing_are_left_out() -> None:
    assert stems(tokens("Write a function to find the 3 items")) == [stem("items")]


def test_quoted_pieces_are_found() -> None:
    assert quoted("join with '-' or \"ab\"") == ("-", "ab")


def index() -> Index:
    """Two documents."""
    return Index(
        {
            "sum_list": Document.of(["sum", "list"], ["total"], ["The", "sum", "of", "numbers"]),
            "reverse_text": Document.of(["reverse", "text"], ["backwards"], ["A", "text", "read", "backwards"]),
        }
    )


def test_the_part_that_the_words_name_scores_most() -> None:
    scores = index().scores(tokens("Add up all numbers of a list"))
    assert scores["sum_list"] > 0.5
    assert scores["reverse_text"] == 0.0


def test_coverage_is_the_share_of_words_told() -> None:
    assert index().coverage(["sum"], [stem("sum")]) == 1.0
    assert index().coverage(["sum", "backwards"], [stem("sum")]) == pytest.approx(0.5, abs=0.1)
    assert index().coverage([], []) == 1.0


def test_a_name_that_stands_in_a_long_text_counts_more_than_its_words_apart() -> None:
    long = "from blue boxes opened before noon take stones paint them green"
    known = Index({"sum_list": Document.of(["sum", "list"], [], []), "long": Document.of([], [], tokens(long))})
    together, apart = (known.scores(tokens(f"{long} {words}"))["sum_list"] for words in ("sum list", "list sum"))
    assert together > 0.7 > apart > 0.0
