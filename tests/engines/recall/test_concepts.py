import pytest

from aurora.engines.recall.concepts import concepts


@pytest.mark.parametrize("text", ["", "add two numbers", "the longest word of a text"])
def test_a_text_about_no_error_has_no_concept(text: str) -> None:
    assert list(concepts(text)) == []


@pytest.mark.parametrize(
    ("asked", "told", "name"),
    [
        ("past fixes for port conflict errors", "OSError: [Errno 98] Address already in use", "port taken"),
        ("the server has no space left", "ENOSPC while writing", "disk full"),
        ("a key is missing", "KeyError: 'price'", "missing key"),
        ("reads past the end", "IndexError: list index out of range", "out of range"),
        ("average of an empty list", "ZeroDivisionError: division by zero", "zero"),
        ("forgot an import", "ModuleNotFoundError: No module named 'maths'", "missing import"),
        ("infinite loop", "TimeoutError", "timeout"),
    ],
)
def test_people_and_python_mean_the_same(asked: str, told: str, name: str) -> None:
    assert name in set(concepts(asked)) & set(concepts(told))
