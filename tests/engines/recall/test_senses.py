"""Tests of stems and of words that mean the same."""

import pytest

from aurora.engines.recall.senses import senses, stem


@pytest.mark.parametrize("word", ["", "a", "is", "red", "42", "ß", "中文"])
def test_a_short_or_foreign_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("one", "other"),
    [("sorted", "sorting"), ("running", "ran"), ("queries", "query"), ("boxes", "box"), ("stopped", "stop"),
     ("indices", "index"), ("converted", "converts"), ("forgotten", "forget"), ("prices", "price")],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("port", "part"), ("sum", "some"), ("pass", "pas"), ("process", "proceed")])
def test_other_words_keep_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_word_that_stands_nowhere_has_no_sense() -> None:
    assert senses("zebra") == ()


@pytest.mark.parametrize(("one", "other"), [("rebates", "discount"), ("endless", "forever"), ("highest", "maximum")])
def test_words_that_mean_the_same_share_a_sense(one: str, other: str) -> None:
    assert set(senses(one)) & set(senses(other))


def test_opposites_share_none() -> None:
    assert not set(senses("maximum")) & set(senses("minimum"))
