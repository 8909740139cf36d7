from pathlib import Path

import pytest

from aurora.flows.jobs.report import REPORT
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.model.execution import Json
from tests.doubles import tools_with
from tests.flows.jobs.journals import DiedError, PaperJournal
from tests.flows.test_run_all import engines, house

__all__ = ["house"]
DOUBLE_STEP = "function {specs}/numbers.md:3 double"


def _do(tools: Tools, journal: PaperJournal, **fields: Json) -> Json:
    return REPORT.do(tools, journal, REPORT.given(fields, "report"))


def test_a_specification_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        _do(tools_with(tmp_path), PaperJournal(), specs=[str(tmp_path / "no.md")])


def test_the_run_goes_on_behind_the_function_that_its_process_died_after(house: Path) -> None:
    step = DOUBLE_STEP.format(specs=house / "specs")
    first = PaperJournal(dies_after=step)
    with pytest.raises(DiedError):
        _do(tools_with(house, engines()), first)
    second = PaperJournal(first.kept)
    again = engines()
    done = _do(tools_with(house, again), second)
    assert isinstance(done, dict)
    assert [task.name for task in again.tasks] == ["fourfold"]
    assert again.tasks[0].library["double"].startswith("def double")
    assert second.done[-1] == "write"
    assert len([folder for folder in (house / "runs").iterdir() if folder.is_dir()]) == 1
    assert (house / "runs" / "latest").read_text().strip() == done["run"]
    assert Path(str(done["report"])).is_file()
