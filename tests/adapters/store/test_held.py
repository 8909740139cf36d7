"""The best places are those that scoring every place gives, and what is held has its limit."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.adapters.store.held import Facts, HeldBits

CODES = 6
WEIGHT, WORDS = 0.4, 7
PLACES = st.lists(st.tuples(st.integers(0, CODES - 1), st.integers(0, 9), st.integers(0, WORDS)), max_size=80)
BASES = st.lists(st.sampled_from([0.0, 0.1, 0.15, 0.45, 0.55, 0.7]), min_size=CODES, max_size=CODES)


def brute(places: list[tuple[int, int, int]], bases: list[float], most: int) -> list[float]:
    return sorted((score(place, bases) for place in places), reverse=True)[:most]


def score(place: tuple[int, int, int], bases: list[float]) -> float:
    code, length, shared = place
    common = min(length, shared)
    return round(bases[code] + WEIGHT * common / max(length + WORDS - common, 1), 5)


def test_no_places_have_no_best() -> None:
    assert Facts.none().best(0, np.zeros(0, np.uint8), 3, np.zeros(2, np.float32), WEIGHT, 5) == []


@given(PLACES, BASES, st.integers(0, 7), st.integers(0, 60), st.integers(1, 30))
@settings(max_examples=300, deadline=None)
def test_the_best_are_those_of_scoring_every_place(
    places: list[tuple[int, int, int]], bases: list[float], most: int, first: int, unordered: int
) -> None:
    facts = Facts.none()
    for some in (places[:first], places[first:]):
        codes, lengths = (np.array([each[at] for each in some], np.uint32) for at in (0, 1))
        facts = facts.grown(codes, lengths.astype(np.uint16), unordered)
    shared = np.array([min(length, common) for _, length, common in places], np.uint8)
    for count in (len(places), len(places) // 2):
        found = facts.best(count, shared, WORDS, np.array(bases, np.float32), WEIGHT, most)
        assert [score(places[place], bases) for place in found] == brute(places[:count], bases, most)
        assert len(set(found)) == len(found)


def test_of_equal_places_the_first_come_first() -> None:
    facts = Facts.none().grown(np.zeros(9, np.uint32), np.ones(9, np.uint16), 0)
    assert facts.best(9, np.ones(9, np.uint8), 1, np.zeros(1, np.float32), WEIGHT, 3) == [0, 1, 2]


def test_words_that_nobody_asked_for_longest_are_let_go() -> None:
    held = HeldBits(most=8)
    held.hold("old", b"1234")
    held.hold("new", b"1234")
    assert held.of("old") == b"1234"
    held.hold("newest", b"12")
    assert (held.of("new"), held.of("old"), held.of("newest")) == (b"", b"1234", b"12")
    held.hold("old", b"123456")
    assert held.of("old") == b"123456"
    held.clear()
    assert held.of("old") == b""
