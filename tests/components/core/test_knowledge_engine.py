"""Parts are found by the words of a need, those first that have most of them and least besides."""

from aurora.components.core.knowledge_engine import shelved


def test_words_that_nothing_is_named_by_find_nothing() -> None:
    shelf = shelved()
    assert (shelf.find("zzzz"), shelf.find("-- !!"), shelf.asked) == ([], [], 2)


def test_the_part_with_all_words_comes_first() -> None:
    found = shelved().find("is a Prime")
    assert found[0].name == "is_prime"
    assert all({"is", "a", "prime"} & set(each.name.split("_")) for each in found)
