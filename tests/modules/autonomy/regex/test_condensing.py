from aurora.modules.autonomy.regex.condensing import condensed
from aurora.modules.autonomy.regex.lexicon import items


def found(words: str) -> list[tuple[str, object]]:
    return [(item.kind, item.value) for item in condensed(items(words)) if item.kind != "stop"]


def test_a_name_that_does_not_fit_the_literal_stays() -> None:
    assert [kind for kind, _ in found("digit 'k'")] == ["chars", "text"]


def test_names_beside_a_literal_are_merged_into_it() -> None:
    assert found("the letter 'k'") == [("text", "k")]
    assert found("'k' lowercase letters") == [("text", "k")]
    assert found('a comma ","') == [("text", ",")]


def test_lengths_are_gathered_however_they_are_put() -> None:
    for words in ("4 characters long", "a length of 4", "length must be 4", "4 in length", "size 4"):
        assert ("size", (4, 4)) in found(words), words


def test_numbers_that_count_strings_are_dropped() -> None:
    assert found("three strings") == []
    assert found("4 comma separated strings") == [("separator", ",")]


def test_a_number_where_a_text_is_asked_for_is_a_literal() -> None:
    assert found("must not contain 5") == [("not", None), ("contain", None), ("text", "5")]
