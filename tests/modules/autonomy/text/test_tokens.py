from aurora.modules.autonomy.text.tokens import delimiters, marks_of, shared_words, words_of


def test_letters_and_digits_are_no_delimiters() -> None:
    assert delimiters(["abc", "x9"]) == ()


def test_delimiters_come_most_frequent_first_with_the_single_characters_of_runs() -> None:
    assert delimiters(["a-b, c", "d-e"]) == ("-", " ", ",", ", ")


def test_words_that_all_texts_share_are_delimiters_too() -> None:
    assert "id" in delimiters(["x id 4", "yy id 5"])


def test_one_text_shares_nothing() -> None:
    assert shared_words(["a b", "a b"]) == ()


def test_words_and_marks_are_ordered_by_how_many_texts_have_them() -> None:
    assert words_of(["a b", "b"]) == ("b", "a")
    assert marks_of(["a-b", "a-b.c", None]) == ("-", ".")
