"""Answers of modes are lines, tables and texts; what is cut is said."""

import io

from rich.console import Console

from aurora.entrypoints.cli.rendered import LINES, ROWS, show_output


def shown(output: object) -> str:
    console = Console(file=io.StringIO(), width=120, highlight=False)
    show_output(output, console)
    assert isinstance(console.file, io.StringIO)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines())


def test_what_is_empty_takes_no_line() -> None:
    assert shown({"name": "", "rows": [], "more": {}}) == ""


def test_figures_are_lines_and_what_was_not_measured_is_said() -> None:
    assert shown({"lines": 1 / 3, "branches": None, "good": True, "n": 1}) == (
        "lines: 0.3333\nbranches: not known\ngood: yes\nn: 1"
    )


def test_rows_are_a_table_without_empty_columns() -> None:
    rows = [{"path": "a.py", "killer": "", "missing": [1, 2]}, {"path": "[b].py", "killer": "", "missing": []}]
    assert shown({"files": rows}) == "files\n  path    missing\n  a.py    1, 2\n  [b].py  none"


def test_what_is_cut_is_said() -> None:
    assert shown(list(range(ROWS + 3))).endswith(f"{ROWS - 1}\nand 3 more; --json shows them all.")
    assert shown({"text": "x\n" * (LINES + 1)}).endswith("... and 1 more lines; --json shows them all.")


def test_a_text_of_several_lines_keeps_them() -> None:
    assert shown({"code": "def f():\n    return 1\n"}) == "code\n  def f():\n      return 1"


def test_numbers_in_a_row_are_a_range() -> None:
    assert shown({"missing": {"a.py": [1, 2, 3, 7, 9, 10], "b.py": [True, False]}}) == (
        "missing\n  a.py: 1-3, 7, 9, 10\n  b.py\n    yes\n    no"
    )
