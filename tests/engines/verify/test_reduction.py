import pytest

from aurora.engines.verify.reduction import reductions, size_of


def smaller(expression: str) -> list[str]:
    texts = reductions(f"def f(x, y):\n    return {expression}", "f")
    return [text.removeprefix("def f(x, y):\n    return ").strip() for text in texts]


def test_what_cannot_be_smaller_has_no_reduction() -> None:
    assert smaller("x") == []


def test_a_program_without_the_function_has_no_reduction() -> None:
    assert reductions("x = abs(abs(2))", "f") == []


@pytest.mark.parametrize(
    ("expression", "simpler"),
    [
        ("abs(abs(x))", "abs(x)"),
        ("x.strip().replace(' ', '')", "x.replace(' ', '')"),
        ("x + 0", "x"),
        ("x * (2 + 3)", "x * 5"),
        ("not x == y", "x != y"),
        ("x or y", "y"),
        ("True if x else False", "x"),
        ("x[::1]", "x"),
        ("[a for a in x if a == a]", "[a for a in x]"),
        ("[a for a in x]", "x"),
        ("[a for b in [list(x)] for a in b]", "list(x)"),
    ],
)
def test_one_place_is_made_smaller(expression: str, simpler: str) -> None:
    assert simpler in smaller(expression)


def test_the_smallest_come_first() -> None:
    texts = reductions("def f(x):\n    return sorted(list(x))[0] + 1", "f")
    assert [size_of(text) for text in texts] == sorted(size_of(text) for text in texts)


def test_a_statement_before_the_last_may_be_left_out() -> None:
    code = "def f(x):\n    if not x:\n        return 0\n    return sum(x)"
    assert "def f(x):\n    return sum(x)\n" in reductions(code, "f")


def test_a_division_by_zero_is_not_folded() -> None:
    assert "x" in smaller("x + 1 // 0")


def test_a_helper_that_only_returns_is_written_out_and_left_away() -> None:
    code = "def area(a, b):\n    return a * b\n\ndef f(x):\n    return area(x, {})\n"
    assert "def f(x):\n    return x * 2\n" in reductions(code.format(2), "f")
    assert "def f(x):\n    return x * x\n" in reductions(code.format("x"), "f")


def test_a_helper_that_does_more_stays() -> None:
    code = "def area(a):\n    b = a + 1\n    return a * b\n\ndef f(x):\n    return area(x)\n"
    assert reductions(code, "f") == ["def f(x):\n    return x\n"]


def test_imports_that_are_no_longer_needed_are_left_away() -> None:
    code = "import math\n\ndef f(x):\n    return math.floor(x)\n"
    assert "def f(x):\n    return x\n" in reductions(code, "f")


def test_docstrings_and_annotations_have_no_size() -> None:
    assert size_of('def f(x: list[int]) -> int:\n    """A text."""\n    return x') == size_of("def f(x):\n    return x")
