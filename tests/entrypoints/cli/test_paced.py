"""Progress without a terminal: long work says where it stands, short work says nothing."""

import io

from rich.console import Console

from aurora.entrypoints.cli.paced import Paced
from aurora.model.progress import Progress


def test_a_line_is_printed_only_now_and_then() -> None:
    moments = iter([0.0, 3.0, 11.0, 12.0, 25.0])
    console = Console(file=io.StringIO(), width=80, highlight=False)
    watch = Paced("M12", console, lambda: next(moments))
    for number in range(1, 5):
        watch(Progress("mutants", number, 4, "a.py"))
    assert isinstance(console.file, io.StringIO)
    assert console.file.getvalue() == "M12: mutants 2 of 4 a.py (11 s)\nM12: mutants 4 of 4 a.py (25 s)\n"
