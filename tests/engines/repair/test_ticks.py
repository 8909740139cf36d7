from typing import Any

import pytest

from aurora.engines.repair.ticks import Ticks

CODE = '''"""Doc."""
from __future__ import annotations


def f(n):
    total = 0
    for i in range(n):
        total += i
    return total
'''


def test_each_statement_that_runs_is_counted_with_its_line() -> None:
    ticks = Ticks()
    names: dict[str, object] = {}
    exec(ticks.compile(CODE, "m.py"), names)
    ticks.restart()
    function = names["f"]
    assert callable(function)
    assert function(3) == 3
    assert ticks.lines() == [["m.py", 6, 1], ["m.py", 7, 1], ["m.py", 8, 3], ["m.py", 9, 1]]
    assert ticks.last() == ["m.py", 9]


def test_the_values_before_a_statement_are_kept_for_its_first_visits() -> None:
    ticks = Ticks()
    names: dict[str, object] = {}
    exec(ticks.compile(CODE, "m.py"), names)
    ticks.restart()
    function = names["f"]
    assert callable(function)
    function(9)
    rows: list[Any] = ticks.values()
    seen = {line: environments for _, line, environments in rows}
    assert len(seen[8]) == 3
    assert seen[8][1] == {"n": ["int", "9"], "total": ["int", "0"], "i": ["int", "1"]}


def test_nothing_ran_after_a_restart() -> None:
    ticks = Ticks()
    ticks.restart()
    assert (ticks.lines(), ticks.last(), ticks.values()) == ([], None, [])


def test_a_value_that_cannot_be_shown_is_known_by_its_type_only() -> None:
    ticks = Ticks()
    code = "class Bad(list):\n    def __repr__(self): raise ValueError\ndef f():\n    x = Bad()\n    return x\n"
    names: dict[str, object] = {}
    exec(ticks.compile(code, "m.py"), names)
    function = names["f"]
    assert callable(function)
    function()
    last = ticks.values()[-1]
    assert isinstance(last, list)
    assert last[2] == [{"x": ["Bad", ""]}]


def test_what_does_not_parse_is_refused() -> None:
    with pytest.raises(SyntaxError):
        Ticks().compile("def (", "m.py")


def test_few_environments_of_a_line_are_kept_over_all_tests() -> None:
    ticks = Ticks()
    names: dict[str, Any] = {}
    exec(ticks.compile("def f(n):\n    return n\n", "m.py"), names)
    kept = 0
    for _ in range(30):
        ticks.restart()
        names["f"](1)
        kept += sum(len(row[2]) for row in ticks.values() if row[1] == 2)  # type: ignore[arg-type, index, misc]
        assert ["m.py", 2, 1] in ticks.lines()
    assert kept == 12


def test_a_value_that_is_half_made_changes_nothing() -> None:
    code = """class Box(list):
    def __init__(self):
        self.parts = [1]

    def __len__(self):
        return len(self.parts)


made = Box()
size = len(made)
"""
    ticks = Ticks()
    names: dict[str, object] = {}
    exec(ticks.compile(code, "m.py"), names)
    assert names["size"] == 1
    assert ["m.py", 10, 1] in ticks.lines()
