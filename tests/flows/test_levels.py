import threading
from pathlib import Path
from typing import Any, cast

import pytest

from aurora.adapters.toolbox.own import OwnCommand
from aurora.flows.levels import Levels, Surveyed, kept_or_surveyed, surveyed, surveyed_apart
from aurora.flows.survey import Standing
from aurora.model.errors import ToolError
from aurora.registry.discover import discover
from aurora.registry.grade import Level
from tests.doubles import tools_with

FOUND = Surveyed(
    (
        Standing("M6", "Complexity", "mode", 1, (), Level.PROVEN),
        Standing("M7", "Quality", "mode", 0, (), Level.DECLARED),
        Standing("K1", "Numbers", "knowledge", 9, (), Level.USEFUL),
    ),
    (Standing("modules.a", "a", "autonomy", 1, ("broken",), Level.DECLARED, ("z3",)),),
)


def test_what_is_proven_or_better_works() -> None:
    assert (FOUND.working("mode"), FOUND.working("knowledge"), FOUND.working_modules) == (1, 1, 0)


def test_a_survey_runs_the_examples(tmp_path: Path) -> None:
    found = surveyed(tools_with(tmp_path, registry=discover("aurora.units.modes")))
    assert found.working("mode") > 0
    assert found.working("component") == 0


def test_a_survey_is_kept_until_something_changes(tmp_path: Path) -> None:
    tools, asked = tools_with(tmp_path), list[int]()

    def survey() -> Surveyed:
        asked.append(1)
        return FOUND

    assert kept_or_surveyed(tools, survey) == kept_or_surveyed(tools, survey) == FOUND
    assert len(asked) == 1
    tools.settings.bench.mkdir()
    (tools.settings.bench / "measurements.jsonl").write_text("")
    kept_or_surveyed(tools, survey)
    assert len(asked) == 2
    (tools.settings.state / "levels.json").write_text("{")
    assert kept_or_surveyed(tools, survey) == FOUND


def test_a_survey_by_another_process_is_read_as_it_prints() -> None:
    class Own:
        def ask(self, what: str) -> Any:
            row = {"id": what, "name": "n", "kind": "mode", "parts": 1, "failures": ["f"], "level": "proven"}
            return {"items": [{**row, "missing": []}]}

    found = surveyed_apart(cast("OwnCommand", Own()))
    assert found.units == (Standing("units", "n", "mode", 1, ("f",), Level.PROVEN),)
    assert found.modules[0].id == "modules"


def test_it_goes_on_aside_and_is_stopped_at_the_end() -> None:
    stop = threading.Event()

    def survey() -> Surveyed:
        assert stop.wait(120)
        return FOUND

    levels = Levels(survey, stop.set)
    levels.start()
    assert levels.found is None
    levels.close()
    assert levels.found is FOUND


@pytest.mark.parametrize("error", [ToolError("aurora units", "no."), OSError("no.")])
def test_why_there_is_none_is_told(error: Exception) -> None:
    def survey() -> Surveyed:
        raise error

    levels = Levels(survey)
    levels.start()
    levels.close()
    assert (levels.found, "no." in levels.trouble) == (None, True)
