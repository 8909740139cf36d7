from aurora.modules.autonomy.regex.lexicon import items


def kinds(words: str) -> list[tuple[str, object]]:
    return [(item.kind, item.value) for item in items(words) if item.kind in ("text", "digits", "unknown", "comma")]


def test_words_without_meaning_stay_unknown() -> None:
    assert kinds("blue elephants") == [("unknown", None), ("unknown", None)]


def test_an_article_at_the_start_is_no_literal() -> None:
    assert kinds("A letter") == []


def test_quoted_literals_keep_their_case_and_may_be_plural() -> None:
    found = items("three 'G's and \"aB\"s")
    assert [(item.value, item.plural) for item in found if item.kind == "text"] == [("G", True), ("aB", True)]


def test_a_comma_inside_the_quotes_ends_the_phrase() -> None:
    assert kinds("'P,' x") == [("text", "P"), ("comma", None), ("unknown", None)]
    assert kinds("',' x") == [("text", ","), ("unknown", None)]


def test_apostrophes_open_no_quote() -> None:
    assert kinds("it can't be O's") == [("unknown", None), ("text", "O")]


def test_capitals_and_digits_without_quotes_are_literals() -> None:
    assert kinds("the letter I, RYL or 9s") == [
        ("unknown", None), ("text", "I"), ("comma", None), ("text", "RYL"), ("text", "9"),
    ]  # fmt: skip
    assert kinds("digits 5 and 0") == [("digits", ("5", "0"))]


def test_a_short_unknown_word_after_a_verb_is_a_literal() -> None:
    assert kinds("starts with sxg.") == [("text", "sxg")]
    assert kinds("starts with the") == [("unknown", None)]


def test_a_text_in_capitals_throughout_has_no_literals_but_quoted_ones() -> None:
    assert kinds("CONSIST OF 'f' OR 2 LETTERS") == [("text", "f")]


def test_a_letter_after_an_article_that_fits_it_is_a_literal() -> None:
    assert kinds("an a then an x") == [("text", "a"), ("text", "x")]
