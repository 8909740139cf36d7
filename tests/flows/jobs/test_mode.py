from pathlib import Path
from typing import Any

import pytest

from aurora.flows.jobs.mode import MODE
from aurora.model.errors import BadInputError
from aurora.model.execution import Json
from aurora.registry.discover import discover
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal


def test_a_mode_must_be_named() -> None:
    with pytest.raises(BadInputError, match="mode is missing"):
        MODE.given({"parameters": {}}, "mode")
    with pytest.raises(BadInputError, match="not an object"):
        MODE.given({"mode": "6", "parameters": []}, "mode")


def test_a_mode_is_run_with_its_parameters_or_the_files_of_a_path(tmp_path: Path) -> None:
    tools = tools_with(tmp_path, registry=discover("aurora.units.modes"))
    (tmp_path / "a.py").write_text("def f():\n    pass\n")
    given: Json = {"mode": "6", "parameters": {"files": {"a.py": "def f():\n    pass\n"}}}
    payloads: list[Json] = [given, {"mode": "6", "path": str(tmp_path / "a.py")}]
    for payload in payloads:
        found: Any = MODE.do(tools, PaperJournal(), MODE.given(payload, "mode"))
        assert (found["mode"], found["name"], found["result"]["done"]) == (6, "Complexity Analysis", True)
        assert found["result"]["output"]["a.py"][0]["name"] == "f"
