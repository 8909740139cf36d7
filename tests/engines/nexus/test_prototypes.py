"""Units found by their own phrases."""

import pytest

from aurora.engines.nexus.prototypes import Prototypes

BELIEVED = {"M1": 0.6, "M2": 0.4}


def test_without_phrases_nothing_changes() -> None:
    assert Prototypes([]).blended("sing a song", BELIEVED) == BELIEVED


def test_what_is_not_alike_changes_nothing() -> None:
    assert Prototypes([("sing me a song", "M67")]).blended("find the leak in the worker", BELIEVED) == BELIEVED


def test_a_phrase_makes_a_new_unit_known_at_once() -> None:
    found = Prototypes([("sing me a song", "M67"), ("dance", "M68")]).blended("sing us a song please", BELIEVED)
    assert "M67" in found
    assert sum(found.values()) == pytest.approx(1)


def test_the_phrase_itself_is_believed_but_not_wholly() -> None:
    found = Prototypes([("sing me a song", "M67")]).blended("Sing me a song!", BELIEVED)
    assert next(iter(found)) == "M67"
    assert found["M67"] == pytest.approx(0.95)


def test_the_last_word_on_a_phrase_counts() -> None:
    assert Prototypes([("sing", "M1"), ("sing", "M2")]).nearest("sing")[0] == "M2"
