"""deptry over texts: missing and unused packages with their places."""

import sys
from pathlib import Path

import pytest

from aurora.adapters.toolbox.imports import Deptry
from aurora.model.errors import ToolError

FILES = {
    "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["nowhere-used>=2"]\n',
    "pkg/a.py": "import os\n\nimport nowhere_declared\n",
}


def test_without_a_manifest_nothing_is_asked() -> None:
    assert Deptry().findings({"a.py": "import nowhere_declared\n"}) == ()


def test_missing_and_unused_packages_are_told_with_their_places() -> None:
    assert [(each.path, each.line, each.rule) for each in Deptry().findings(FILES)] == [
        ("pkg/a.py", 3, "missing-package"),
        ("pyproject.toml", 1, "unused-package"),
    ]


def test_deptry_that_is_missing_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    with pytest.raises(ToolError, match="deptry"):
        Deptry().findings(FILES)
