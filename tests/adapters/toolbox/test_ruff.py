"""Ruff as a linter."""

import subprocess
from typing import Any

import pytest

from aurora.adapters.toolbox.ruff import InMemoryLinter, Ruff
from aurora.model.errors import ToolError
from aurora.model.finding import Finding, Severity


def test_a_ruff_that_fails_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess(command, 2, "", "no such option")

    monkeypatch.setattr(subprocess, "run", broken)
    with pytest.raises(ToolError, match="ruff: no such option"):
        Ruff().findings({"a.py": ""})


def test_a_ruff_that_is_missing_or_says_no_json_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        raise FileNotFoundError(command[0])

    def garbled(command: list[str], **_: Any) -> "subprocess.CompletedProcess[str]":
        return subprocess.CompletedProcess(command, 0, "hello", "")

    for double in (missing, garbled):
        monkeypatch.setattr(subprocess, "run", double)
        with pytest.raises(ToolError):
            Ruff().findings({"a.py": ""})


def test_clean_code_has_no_findings() -> None:
    assert Ruff().findings({"a.py": "x = 1\n"}) == ()


def test_findings_have_places_rules_and_severities() -> None:
    found = Ruff().findings({"pkg/a.py": "def f(x=[]):\n    return y\n", "b.py": "x = (\n"})
    assert [(each.path, each.line, each.rule, each.severity) for each in found] == [
        ("b.py", 2, "invalid-syntax", Severity.ERROR),
        ("pkg/a.py", 1, "B006", Severity.WARNING),
        ("pkg/a.py", 2, "F821", Severity.ERROR),
    ]


def test_the_twin_answers_what_was_prepared_for_the_files_it_is_given() -> None:
    one, other = Finding("a.py", 1, 1, "X", "x"), Finding("b.py", 1, 1, "X", "x")
    assert InMemoryLinter(other, one).findings({"a.py": ""}) == (one,)
