from pathlib import Path

import pytest

from aurora.flows.jobs.analyze import ANALYZE
from aurora.model.errors import NotFoundError
from aurora.model.finding import Finding
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal


def test_a_project_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        ANALYZE.do(tools_with(tmp_path), PaperJournal(), ANALYZE.given({"path": str(tmp_path / "no")}, "analyze"))


def test_findings_are_json_and_looked_for_once(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("import os\n")
    tools = tools_with(tmp_path, findings=[Finding("a.py", 1, 8, "F401", "unused")])
    journal = PaperJournal()
    done = ANALYZE.do(tools, journal, ANALYZE.given({"path": str(tmp_path / "a.py")}, "analyze"))
    assert isinstance(done, dict)
    assert done["files"] == ["a.py"]
    assert isinstance(done["findings"], list)
    assert isinstance(done["findings"][0], dict)
    assert done["findings"][0]["rule"] == "F401"
    assert ANALYZE.do(tools, PaperJournal(journal.kept), ANALYZE.given({"path": "/gone"}, "analyze")) == done
