"""What the router sees of a request."""

import pytest

from aurora.engines.nexus.features import MOST_IDEAS, features, stem, words


def test_forms_of_one_word_have_one_stem() -> None:
    assert len({stem(word) for word in ("optimise", "optimising", "optimized", "optimises", "optimization")}) == 1


@pytest.mark.parametrize("word", ["is", "sql", "db", "p99"])
def test_a_short_word_keeps_its_ending(word: str) -> None:
    assert stem(word) == word


def test_words_are_in_lower_case_without_marks() -> None:
    assert words("Don't FIX utils/convert.py!") == ["dont", "fix", "utils", "convert", "py"]


def test_features_name_stems_ideas_neighbours_and_what_came_with_it() -> None:
    seen, letters = features("fix leaks", ["diff"])
    assert {"w fix", "w leak", "c repair", "c leak", "n fix leak", "p leak repair", "k diff"} <= set(seen)
    assert len(seen) == len(set(seen))
    assert all(each.startswith("#") for each in letters)


def test_nothing_gives_nothing() -> None:
    assert features("  ?! ") == ([], [])


def test_a_long_request_has_a_bounded_number_of_features() -> None:
    seen, _ = features("fix test docs merge release backup cost energy cache schema mock leak lock trend " * 5000)
    assert len(seen) < 60 * 2 + MOST_IDEAS * (MOST_IDEAS + 1) / 2
