"""Small changes: each parses, changes the text, and leaves docstrings and annotations alone."""

import pytest

from aurora.model.errors import UnparsableError
from aurora.pycode.mutate import mutations


def changed(text: str) -> list[str]:
    return [each.applied(text) for each in mutations(text)]


def test_what_is_no_python_is_refused() -> None:
    with pytest.raises(UnparsableError):
        mutations("def f(:\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < b\n", ["a <= b\n"]),
        ("a  not  in b\n", ["a  in b\n"]),
        ("a + b - c\n", ["a - b - c\n", "a + b + c\n"]),
        ("not a\n", ["(a)\n"]),
        ("x = True\n", ["x = False\n"]),
        ("x = 1\n", ["x = 2\n"]),
        ("x = 'é' + y\n", ["x = '' + y\n", "x = 'é' - y\n"]),
        ("a and b\n", ["a or b\n"]),
        ("def f():\n    return a\n", ["def f():\n    return None\n"]),
        ("def f():\n    g()\n", ["def f():\n    pass\n"]),
        ("while a:\n    break\n", ["while a:\n    continue\n"]),
        ('"""doc"""\ndef f(a: 1) -> 2:\n    """doc"""\n', []),
        ("f'{a + 1}'\n", []),
        ("", []),
    ],
)
def test_changes(text: str, expected: list[str]) -> None:
    assert changed(text) == expected


def test_every_change_of_real_code_parses_and_differs() -> None:
    from pathlib import Path

    import aurora.pycode.mutate as own

    text = Path(own.__file__).read_text("utf-8")
    found = changed(text)
    assert len(found) > 50
    assert text not in found
    for each in found:
        compile(each, "<mutant>", "exec")
