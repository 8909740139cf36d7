"""Many payloads as one job; a bad one costs only itself."""

from pathlib import Path
from typing import Any

import pytest

from aurora.flows.jobs.kinds import KINDS
from aurora.model.errors import BadInputError
from tests.doubles import tools_with
from tests.flows.jobs.journals import PaperJournal

BATCH = KINDS["batch"]


@pytest.mark.parametrize("kind", ["batch", "workflow", "nothing"])
def test_what_cannot_be_done_within_a_job_is_refused(tmp_path: Path, kind: str) -> None:
    given = BATCH.given({"kind": kind, "inputs": {}}, "batch")
    with pytest.raises(BadInputError, match="cannot be done within a job"):
        BATCH.do(tools_with(tmp_path), PaperJournal(), given)


def test_each_input_has_its_own_outcome_and_steps(tmp_path: Path) -> None:
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text("x = 1\n")
    paths: Any = {name: {"path": str(tmp_path / name)} for name in ("a.py", "gone.py", "b.py")}
    journal = PaperJournal()
    given = BATCH.given({"kind": "analyze", "inputs": paths}, "batch")
    done: Any = BATCH.do(tools_with(tmp_path), journal, given)
    assert done["a.py"]["answer"]["files"] == ["a.py"]
    assert "gone.py" in done["gone.py"]["error"]
    assert done["b.py"]["answer"]["files"] == ["b.py"]
    assert {"a.py: look", "b.py: look"} <= set(journal.kept)
