from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.flows import bridge
from aurora.flows.fix_code import changes_of
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.job import Job, JobState
from tests.entrypoints.http.conftest import house_tools


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = house_tools(tmp_path)
    yield joined
    joined.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a.py").write_text("a = 1\n")
    return root


def _change(tools: Tools, project: Path, before: int, after: int) -> None:
    was, now = {"a.py": f"a = {before}\n"}, {"a.py": f"a = {after}\n"}
    changes_of(tools).apply(project, was, now, f"{after}")


def test_only_the_newest_change_is_rolled_back(tools: Tools, project: Path) -> None:
    _change(tools, project, 1, 2)
    _change(tools, project, 2, 3)
    first, second = bridge.changes(tools, project)
    assert bridge.change_diff(second).endswith("-a = 2\n+a = 3\n")
    with pytest.raises(bridge.StaleChangeError, match=second.id):
        bridge.roll_back(tools, project, first.id)
    assert (project / "a.py").read_text() == "a = 3\n"
    bridge.roll_back(tools, project, second.id)
    bridge.roll_back(tools, project / "a.py", first.id)
    assert (project / "a.py").read_text() == "a = 1\n"


def test_a_change_over_which_somebody_edited_stays(tools: Tools, project: Path) -> None:
    _change(tools, project, 1, 2)
    (project / "a.py").write_text("mine\n")
    with pytest.raises(BadInputError, match="no longer as the change left it"):
        bridge.roll_back(tools, project, bridge.changes(tools, project)[0].id)
    assert (project / "a.py").read_text() == "mine\n"


def test_what_is_not_there_is_not_found(tools: Tools, project: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        bridge.changes(tools, tmp_path / "no")
    with pytest.raises(NotFoundError):
        bridge.roll_back(tools, project, "000001")
    with pytest.raises(NotFoundError):
        bridge.preview(tools, "nothing")


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (Job("7", "fix", JobState.QUEUED), "job 7: is queued. Ask again when it is done."),
        (Job("7", "fix", JobState.CANCELLED), "job 7: cancelled. Hand the fix over again."),
        (
            Job("7", "fix", JobState.FAILED, error="the tests did not end within 20 s."),
            "job 7: failed: the tests did not end within 20 s. Hand the fix over again.",
        ),
    ],
)
def test_a_job_that_proposes_nothing_says_whether_it_will(
    tools: Tools, job: Job, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tools.work().queue, "status", lambda _id: job)
    with pytest.raises(BadInputError) as refused:
        bridge.preview(tools, "7")
    assert refused.value.sentence == said
