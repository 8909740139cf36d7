import threading
from pathlib import Path

import pytest

from aurora.adapters.toolbox.own import OwnCommand
from aurora.model.errors import ToolError


def test_what_the_command_prints_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n")
    assert OwnCommand(niceness=0).ask("analyze", str(tmp_path / "a.py"))["files"] == ["a.py"]


def test_a_command_that_fails_is_told_with_its_words() -> None:
    with pytest.raises(ToolError, match="no-such-thing"):
        OwnCommand(niceness=0).ask("no-such-thing")


def test_a_closed_one_ends_what_runs_and_starts_nothing() -> None:
    own, caught = OwnCommand(), list[ToolError]()

    def ask() -> None:
        with pytest.raises(ToolError) as error:
            own.ask("modules")
        caught.append(error.value)

    asking = threading.Thread(target=ask)
    asking.start()
    own.close()
    asking.join(120)
    assert len(caught) == 1
    with pytest.raises(ToolError, match="not started"):
        own.ask("units")
