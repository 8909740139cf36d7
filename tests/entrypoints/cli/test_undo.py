"""`--undo` takes the newest change back, whichever command made it and whichever is asked."""

from pathlib import Path

import pytest

from aurora.flows.fix_code import changes_of
from tests.doubles import tools_with
from tests.entrypoints.cli.test_optimize import Aurora


@pytest.mark.parametrize("command", ["fix", "optimize"])
def test_the_newest_change_is_taken_back(aurora: Aurora, tmp_path: Path, command: str) -> None:
    root, tools = tmp_path / "project", tools_with(tmp_path / "home")
    root.mkdir()
    (root / "a.py").write_text("x = 1\n")
    changes_of(tools).apply(root, {"a.py": "x = 1\n"}, {"a.py": "x = 2\n"}, "a change")
    ran = aurora(command, str(root), "--undo", "--json", tools=tools)
    assert (ran.status, ran.json) == (0, {"restored": ["a.py"], "title": "a change"})
    assert (root / "a.py").read_text() == "x = 1\n"
    assert aurora(command, str(root), "--undo", tools=tools).status == 2
