from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.services.autonomy import PROCESSES
from aurora.flows.systems.frame import Request, Station
from aurora.flows.systems.hub import STEPS, Hub
from aurora.model.errors import NotFoundError
from tests.flows.systems.world import MADE, World


class Scene:
    """A hub with a clock that is set, and what it told."""

    def __init__(self, world: World) -> None:
        self.world, self.now, self.said, self.wrong = world, 1_000_000.0, list[tuple[str, str]](), ""
        self.at: Station = world.at("hub")
        self.hub = Hub(self.at, self.tell, lambda: self.now)

    def tell(self, title: str, text: str) -> str:
        self.said.append((title, text))
        return self.wrong

    def run(self, name: str) -> dict[str, Any]:
        shown = self.hub.answer(Request("POST", f"/processes/{name}/run", {}, None))[1]
        assert isinstance(shown, dict)
        return shown

    def shown(self, name: str) -> dict[str, Any]:
        rows = self.hub.answer(Request("GET", "/processes", {}, None))[1]["processes"]
        return next(row for row in rows if row["name"] == name)


@pytest.fixture
def scene(world: World) -> Scene:
    return Scene(world)


def test_what_is_not_there_is_not_found(scene: Scene) -> None:
    for asked in (Request("POST", "/processes/dance/run", {}, None), Request("GET", "/", {}, None)):
        with pytest.raises(NotFoundError):
            scene.hub.answer(asked)


def test_only_what_is_due_runs_and_the_next_life_knows_when_it_ran(scene: Scene, world: World, project: Path) -> None:
    world.policy(f'[autonomy]\nwatch = ["{project.name}"]\n[autonomy.processes]\nquality-scan = "1 h"\nbackup = 0\n')
    scene.hub.round()
    scene.hub.round()
    assert [each["kind"] for each in world.jobs.values()] == ["analyze"]
    scene.now += 3_599
    later = Hub(world.at("hub"), scene.tell, lambda: scene.now)
    later.round()
    assert len(world.jobs) == 1
    scene.now += 1
    later.round()
    assert len(world.jobs) == 2


def test_without_a_project_it_says_why_it_did_nothing(scene: Scene, world: World) -> None:
    world.policy("[autonomy]\n")
    for name in sorted(set(PROCESSES) - {"backup", "notify"}):
        assert (scene.run(name)["state"], "no project is watched" in scene.run(name)["why"]) == ("skipped", True)
    assert world.jobs == {}


def test_without_the_backend_it_says_why_it_waits(scene: Scene, world: World) -> None:
    world.down |= {"backend", "orchestrator"}
    for name in sorted(set(PROCESSES) - {"notify"}):
        assert (scene.run(name)["state"], "it is down" in scene.run(name)["why"]) == ("waiting", True), name


def test_what_was_due_while_the_backend_was_away_is_done_when_it_is_there_and_told_once(
    scene: Scene, world: World, project: Path
) -> None:
    world.policy(f'[autonomy]\nwatch = ["{project.name}"]\n[autonomy.processes]\nquality-scan = "24 h"\n')
    world.down.add("backend")
    for _ in range(5):
        scene.now += 1
        scene.hub.round()
    assert [each["data"]["did"] for each in scene.at.ledger.events("decision.made")] == ["wait"]
    world.down.clear()
    scene.now += 1
    scene.hub.round()
    assert [each["kind"] for each in world.jobs.values()] == ["analyze"]
    world.end(result={"findings": []})
    scene.hub.round()
    scene.now += 86_000
    scene.hub.round()
    assert len(world.jobs) == 1


def test_a_budget_that_is_used_up_delays_what_is_due_and_does_not_skip_it(
    scene: Scene, world: World, project: Path
) -> None:
    policy = '[autonomy]\nwatch = ["{0}"]\njobs_per_hour = {1}\n[autonomy.processes]\n'
    processes = 'quality-scan = "24 h"\nlint-fix = "24 h"\n'
    world.policy(policy.format(project.name, 1) + processes)
    scene.hub.round()
    assert sorted(scene.shown(name)["state"] for name in ("quality-scan", "lint-fix")) == ["running", "waiting"]
    world.policy(policy.format(project.name, 9) + processes)
    scene.hub.round()
    assert len(world.jobs) == 2


@pytest.mark.parametrize(("name", "step"), sorted(STEPS.items()))
def test_an_improvement_is_a_job_of_one_step_that_offers(scene: Scene, world: World, name: str, step: str) -> None:
    assert scene.run(name)["state"] == "running"
    (payload,) = world.wanted("enhance")
    assert (payload["steps"], payload["apply"]) == ([step], False)
    world.end(result=MADE)
    scene.hub.round()
    assert (scene.shown(name)["state"], len(scene.at.offers.all())) == ("offered", 1)


def test_a_scan_and_the_packages_tell_what_was_found(scene: Scene, world: World) -> None:
    found = {"path": "a.py", "line": 1, "rule": "F401", "message": "unused"}
    scene.run("quality-scan")
    scene.run("dependency-update")
    assert [each["kind"] for each in world.jobs.values()] == ["analyze", "mode"]
    assert world.wanted("mode")[0]["mode"] == "M5"
    world.jobs["job1"] |= {"state": "done", "result": {"findings": [found]}}
    world.jobs["job2"] |= {"state": "done", "result": {"result": {"findings": [found, found]}}}
    scene.hub.round()
    assert (scene.shown("quality-scan")["first"], scene.shown("dependency-update")["findings"]) == (
        ["a.py:1 F401 unused"],
        2,
    )


def test_a_backup_goes_to_a_folder_where_each_has_its_own_name_and_a_plan_is_the_orchestrators(
    scene: Scene, world: World
) -> None:
    world.answers["/plans"] = 202, {"id": "plan1"}
    scene.run("backup")
    assert world.wanted("backup") == [{"folder": str(world.folder / "state" / "backups")}]
    assert scene.run("enhance")["state"] == "handed over"


def test_news_are_told_once_and_a_channel_that_fails_is_said(scene: Scene, world: World) -> None:
    counts = {"tasks_processed": 2, "decisions_made": 0, "systems_healed": 1}
    world.answers["/health"] = 200, counts
    assert scene.run("notify")["state"] == "done"
    assert scene.said[0][1].splitlines()[0] == "controller: 2 tasks processed, 1 system healed"
    assert scene.run("notify")["state"] == "skipped"
    world.answers["/health"] = 200, {**counts, "decisions_made": 1}
    scene.wrong = "nobody takes it"
    assert (scene.run("notify")["state"], scene.run("notify")["state"]) == ("failed", "skipped")
    assert len(scene.said) == 2
