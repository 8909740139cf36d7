"""Type checkers over texts: what both find is certain, what one finds is a doubt; nothing to check is nothing found."""

import sys
from pathlib import Path

import pytest

from aurora.adapters.toolbox.types import TypeCheckers
from aurora.model.errors import ToolError
from aurora.model.finding import Severity


def test_nothing_to_check_is_nothing_found() -> None:
    assert TypeCheckers().findings({"a.txt": "x: int = 'a'"}) == ()


def test_an_error_that_both_find_is_certain_and_imports_are_left_out() -> None:
    text = "import nothing_there\n\n\ndef f(x: int) -> str:\n    return x + 1\n"
    (found,) = TypeCheckers().findings({"pkg/a.py": text})
    assert (found.path, found.line, found.rule, found.severity) == ("pkg/a.py", 5, "type-error", Severity.WARNING)


def test_a_checker_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(ToolError, match="ty"):
        TypeCheckers().findings({"a.py": "x = 1\n"})
