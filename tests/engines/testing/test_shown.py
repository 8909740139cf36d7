"""Calls that are shown: one line each, whole, and found again by running the code."""

from aurora.contracts.sandbox import Sandbox
from aurora.contracts.testing import Wanted
from aurora.engines.testing.engine import SuiteAuthor
from aurora.model.task import Budget

CODE = """class Box:
    def __init__(self, size: int) -> None:
        self.size = size

    def grow(self, by: int) -> int:
        self.size += by
        return self.size

    def doubled(self) -> int:
        return self.size * 2


def sign(n: int) -> str:
    if n == 0:
        raise ValueError("no sign")
    return "+" if n > 0 else "-"
"""


def test_what_cannot_be_called_shows_nothing(sandbox: Sandbox) -> None:
    author = SuiteAuthor(sandbox)
    for text in ("def f(:", "X = 1\n", "raise ValueError\ndef f(): ...\n"):
        assert author.calls(Wanted({"a.py": text}, "a.py", ""), Budget(100)) == ()


def test_each_way_of_a_function_is_shown_and_what_a_line_does_not_tell_is_not(sandbox: Sandbox) -> None:
    found = SuiteAuthor(sandbox).calls(Wanted({"a.py": CODE}, "a.py", ""), Budget(100))
    signs = {each.answer or f"{each.raised}: {each.message}" for each in found if each.target == "sign"}
    assert signs == {"'+'", "'-'", "ValueError: no sign"}
    assert any(each.target == "Box.doubled" for each in found)
    assert all("grow(0)" in each.call for each in found if each.target == "Box.grow")  # else it changes its object
    space: dict[str, object] = {}
    exec(CODE, space)
    assert all(eval(each.call, space) == eval(each.answer) for each in found if not each.raised)
