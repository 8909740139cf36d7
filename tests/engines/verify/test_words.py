import pytest

from aurora.engines.verify.words import content_words, coverage


def test_empty_words_say_nothing() -> None:
    assert content_words("Write a python function to find the") == frozenset()
    assert coverage("return the value", "def f(x):\n    return x") == 1.0


def test_forms_of_a_word_are_one() -> None:
    assert content_words("sorting sorted sorts") == content_words("sort")
    assert content_words("countWords") == content_words("count the word")


@pytest.mark.parametrize(
    ("request_", "code", "share"),
    [
        ("sum of squares", "def f(xs):\n    return max(xs)", 0.0),
        ("sort numbers", "def f(xs):\n    return sorted(xs)", 0.5),
        ("sort numbers", "def f(xs):\n    return sorted(int(x) for x in xs)", 1.0),
        ("largest", "def f(xs):\n    return max(xs)", 1.0),
        ("multiply by 7", "def f(x):\n    return x * 7", 1.0),
    ],
)
def test_the_share_of_words_that_the_code_explains(request_: str, code: str, share: float) -> None:
    assert coverage(request_, code) == share


def test_a_docstring_explains_nothing() -> None:
    assert coverage("palindrome", 'def f(x):\n    """Palindrome."""\n    return x') == 0.0


def test_the_words_of_components_count() -> None:
    assert coverage("palindrome", "def f(x):\n    return g(x)", ["is palindrome"]) == 1.0
