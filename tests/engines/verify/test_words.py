import pytest

from aurora.engines.verify.words import content_words, coverage, invented


def test_empty_words_say_nothing() -> None:
    assert content_words("Write a python function to find the") == frozenset()
    assert coverage("return the value", "def f(x):\n    return x", "f") == (0.5, 0.5)


def test_forms_of_a_word_are_one() -> None:
    assert content_words("sorting sorted sorts") == content_words("sort")
    assert content_words("countWords") == content_words("count the word")


@pytest.mark.parametrize(
    ("request_", "code", "share"),
    [
        ("sum of squares", "def f(xs):\n    return max(xs)", 0.0),
        ("sort words", "def f(xs):\n    return sorted(xs)", 0.5),
        ("sort words", "def f(s):\n    return sorted(s.split())", 1.0),
        ("largest", "def f(xs):\n    return max(xs)", 1.0),
        ("multiply by 7", "def f(x):\n    return x * 7", 1.0),
        ("palindrome", 'def f(x):\n    """Palindrome."""\n    return x', 0.0),
    ],
)
def test_the_share_of_words_that_the_code_explains(request_: str, code: str, share: float) -> None:
    assert coverage(request_, code, "f") == (share, 0.5)


HELPER = (
    'def is_mirrored(x):\n    """Whether it is a palindrome."""\n    return sorted(x)\n\ndef f(x):\n    return {}(x)\n'
)


def test_the_name_and_docstring_of_a_called_function_count_and_its_body_does_not() -> None:
    assert coverage("a mirrored palindrome", HELPER.format("is_mirrored"), "f") == (1.0, 1.0)
    assert coverage("sort a palindrome", HELPER.format("is_mirrored"), "f") == (0.5, 0.0)
    assert coverage("a mirrored palindrome", HELPER.format("len"), "f") == (0.0, 0.5)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("def g(x):\n    return 9", 0),
        ("def f(x):\n    return x + 1, '-', True, None", 0),
        ("def f(x):\n    return x * 7 + 10, 'Seven', 'no'", 2),
        ("def f(x):\n    'Nine and 9'\n    return x", 0),
    ],
)
def test_constants_that_nobody_named(code: str, count: int) -> None:
    assert invented("multiply by 7, say seven", code, "f") == count
