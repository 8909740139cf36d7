import pytest

from aurora.engines.repair.outside import asks, lacking


@pytest.mark.parametrize(("text", "asked"), [("x = input()", True), ("os.environ['A']", True), ("inputs = 1", False)])
def test_a_program_asks_by_the_names_of_what_is_given(text: str, asked: bool) -> None:
    assert asks(text) is asked


@pytest.mark.parametrize(
    ("kind", "text", "missing"),
    [
        ("FileNotFoundError", "", True),
        ("KeyError", "os.environ['A']", True),
        ("KeyError", "{}['A']", False),
        ("NameError", "x = input()", False),
    ],
)
def test_only_what_a_lack_can_raise_is_laid_to_it(kind: str, text: str, missing: bool) -> None:
    assert lacking(kind, text) is missing
