import pytest

from aurora.adapters.specs.source import Line
from aurora.adapters.specs.table import read_rows
from aurora.model.errors import ContradictionError, SpecError

HEADING = Line("t.md", 1, "### Function `f`")


def rows(*texts: str) -> list[tuple[object, ...]]:
    lines = [Line("t.md", number, text) for number, text in enumerate(("| a | out |", "|:--|--:|", *texts), start=2)]
    return [(*row.arguments, row.out) for row in read_rows(HEADING, lines, "f", ["a"])]


@pytest.mark.parametrize("cell", ["x", "f(1)", "1 +", "", "[1", "'a", "{1: }", "__import__('os')"])
def test_a_cell_that_is_no_literal_is_refused(cell: str) -> None:
    with pytest.raises(SpecError) as caught:
        rows(f"| {cell} | 1 |")
    assert caught.value.line == 4


def test_values_of_other_types_do_not_contradict() -> None:
    assert rows("| 1 | 1 |", "| True | 2 |", "| 1.0 | 3 |", "| '1' | 4 |") == [(1, 1), (True, 2), (1.0, 3), ("1", 4)]


def test_equal_rows_do_not_contradict_and_different_answers_do() -> None:
    assert rows("| 1 | 1 |", "| 1 | 1 |") == [(1, 1), (1, 1)]
    with pytest.raises(ContradictionError, match=r"f\(\[1\]\) == 1 \(t\.md:4\) and f\(\[1\]\) == 2 \(t\.md:6\)"):
        rows("| [1] | 1 |", "", "| [1] | 2 |")


def test_literals_of_all_kinds() -> None:
    assert rows("| -1.5 | None |", "| {'a': (1, {2})} | b'x' |", "| `'\\|'` | '' |") == [
        (-1.5, None),
        ({"a": (1, {2})}, b"x"),
        ("|", ""),
    ]


def test_a_function_without_parameters_has_one_column() -> None:
    lines = [Line("t.md", number, text) for number, text in enumerate(("| out |", "|---|", "| 3 |"), start=2)]
    assert [(row.arguments, row.out) for row in read_rows(HEADING, lines, "f", [])] == [((), 3)]
