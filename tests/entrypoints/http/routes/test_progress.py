import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from aurora.entrypoints.http.app import application
from aurora.model.answer import Repair
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Judgement, Verdict
from tests.doubles import ScriptedEngines
from tests.entrypoints.http.conftest import house_tools


class Slow(ScriptedEngines):
    """Repairs until it is told to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.go_on = threading.Event(), threading.Event()

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        watch(Progress("propose", 3, 10, "half way"))
        self.begun.set()
        self.go_on.wait(120)
        return Repair(Judgement(Verdict.ABSTAINED))


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def busy(tmp_path: Path, slow: Slow) -> Iterator[TestClient]:
    tools = house_tools(tmp_path, slow)
    with TestClient(application(tools), base_url="http://127.0.0.1") as client:
        yield client
        slow.go_on.set()
    tools.close()


def test_what_runs_is_told_with_how_far_it_is(busy: TestClient, slow: Slow) -> None:
    job = busy.post("/api/jobs", json={"kind": "repair", "payload": {"code": "x = 1\n"}}).json()["job"]
    assert slow.begun.wait(120)
    found = busy.get("/api/progress").json()
    assert [each["id"] for each in found["running"]] == [job]
    assert found["running"][0]["progress"] == {"stage": "propose", "done": 3, "total": 10, "note": "half way"}
    assert found["waiting"] == 0
    status = busy.get("/api/aurora/status").json()["autofixer"]
    assert (status["active"], status["completed"]) == (1, 0)
