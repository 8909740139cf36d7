"""`aurora up` with the shipped file, on free ports: five systems answer, are healed, remember, and end in order."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process.call import UnreachableError, call
from aurora.adapters.process.ports import any_free
from aurora.adapters.services.shipped import SHIPPED
from aurora.flows.systems.start import SYSTEMS
from tests.faults.conftest import until

ROOT = Path(__file__).resolve().parents[2]
FACTS = {"autonomous_mode", "tasks_processed", "decisions_made", "systems_healed", "uptime", "last_activity"}


FAULTY = {
    "levels.py": """
def rises(levels):
    \"\"\"By how much each level is above the one before it.\"\"\"
    return [levels[i + 1] - levels[i] for i in range(len(levels))]
""",
    "test_levels.py": """
from levels import rises

def test_each_level_is_compared_with_the_one_before():
    assert rises([3, 4, 9, 2]) == [1, 5, -7]

def test_one_level_rises_by_nothing():
    assert rises([5]) == []
""",
    "serve.py": """
import http.server, json, os
from levels import rises

ANSWER = json.dumps({"steepest": max(rises([3, 4, 9, 2]))}).encode()

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(ANSWER)

http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
""",
}
GAUGE = """
[services.gauge]
command = ["{python}", "serve.py"]
folder = "gauge"
port = %d
restart = { retries = 2, delay = 0.05, cooldown = 1000 }
ready = { kind = "http", target = "/", fields = { steepest = 5 } }
ready_within = 300
"""


class Stage:
    """One Aurora with a state of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.luminar = folder, any_free()
        text = re.sub(r"(?m)^port = \d+", lambda _: f"port = {any_free()}", SHIPPED.read_text("utf-8"))
        (folder / "aurora.toml").write_text(text, "utf-8")

    def aurora(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ, "PYTHONPATH": str(ROOT / "src"), "AURORA_STATE": str(self.folder / "state"),
            "AURORA_LUMINAR_PORT": str(self.luminar), "NO_COLOR": "1",
        }  # fmt: skip
        command = [sys.executable, "-m", "aurora", *words]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, text=True, timeout=300, check=False
        )

    def services(self) -> dict[str, dict[str, Any]]:
        return {each["name"]: each for each in call("GET", self.luminar, "/api/autonomous/status")[1]["services"]}

    def ask(self, name: str, method: str, path: str, body: object = None) -> Any:
        return call(method, int(self.services()[name]["port"]), path, body, seconds=60.0)[1]

    def health(self, name: str) -> dict[str, Any]:
        try:
            return dict(self.ask(name, "GET", "/health"))
        except UnreachableError:
            return {}

    def events(self) -> list[dict[str, Any]]:
        lines = (self.folder / "state" / "luminar" / "events.jsonl").read_text("utf-8").splitlines()
        return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    one = Stage(tmp_path_factory.mktemp("systems"))
    up = one.aurora("up", "--wait", "200", "--json")
    try:
        assert up.returncode == 0, up.stderr
        yield one
    finally:
        one.aurora("down", "--wait", "60")


def test_all_five_answer_with_what_they_counted(stage: Stage) -> None:
    for name in SYSTEMS:
        health = stage.health(name)
        assert (health["status"], health["system"], FACTS - set(health)) == ("ok", name, set())
    assert stage.health("router")["tasks_processed"] == 0
    assert stage.ask("router", "GET", "/api/aurora/status")["status"] == "ok"
    assert stage.health("router")["tasks_processed"] == 1


def test_a_killed_system_is_healed_and_remembers_what_it_did(stage: Stage) -> None:
    stage.ask("router", "POST", "/route", {"text": "find the memory leak"})
    stage.ask("router", "GET", "/api/aurora/status")
    before, pid = stage.health("router"), stage.services()["router"]["pid"]
    os.kill(pid, signal.SIGKILL)
    until(lambda: stage.services()["router"]["pid"] not in (pid, None) and stage.health("router") != {})
    after = stage.health("router")
    for name in ("tasks_processed", "decisions_made", "systems_healed"):
        assert after[name] == before[name] > 0 or name == "systems_healed"
    assert after["last_activity"] is not None
    until(lambda: any(each["type"] == "alert.opened" for each in stage.events()))
    alerts = (stage.folder / "state" / "luminar" / "alerts.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["title"] for line in alerts if "opened" in line] == ["router is in trouble"]


def test_a_goal_becomes_a_job_that_is_done(stage: Stage) -> None:
    shop = stage.folder / "shop"
    shop.mkdir()
    (shop / "total.py").write_text("import os\n\n\ndef total(numbers):\n    return sum(numbers)\n", "utf-8")
    goal = stage.ask("controller", "POST", "/goals", {"goal": "analyze", "path": str(shop)})

    def state() -> str:
        goals = stage.ask("controller", "GET", "/goals")["goals"]
        return next(str(each["state"]) for each in goals if each["id"] == goal["id"])

    until(lambda: state() not in ("waiting", "running"))
    assert state() == "done"
    assert stage.health("controller")["tasks_processed"] >= 1


def test_an_improvement_is_proved_offered_and_applied_by_hand(stage: Stage) -> None:
    shop = stage.folder / "tidy"
    shop.mkdir()
    text = "import os\n\n\ndef total(numbers):\n    return sum(numbers)\n"
    (shop / "total.py").write_text(text, "utf-8")
    (shop / "test_total.py").write_text("from total import total\n\n\ndef test_it():\n    assert total([1, 2]) == 3\n")
    plan = stage.ask("orchestrator", "POST", "/plans", {"path": str(shop), "steps": ["tidy"]})

    def told() -> dict[str, Any]:
        return dict(stage.ask("orchestrator", "GET", f"/plans/{plan['id']}"))

    until(lambda: told()["state"] not in ("waiting", "running"))
    assert (told()["state"], told()["steps"][0]["outcome"]) == ("offered", "kept"), told()
    assert (shop / "total.py").read_text("utf-8") == text
    (offer,) = stage.ask("orchestrator", "GET", "/offers")["offers"]
    assert stage.aurora("systems", "apply", offer["id"]).returncode == 0
    assert "import os" not in (shop / "total.py").read_text("utf-8")


@pytest.mark.slow
def test_a_service_that_restarts_do_not_mend_is_repaired_where_the_policy_lets_it(stage: Stage) -> None:
    gauge, file = stage.folder / "gauge", stage.folder / "aurora.toml"
    gauge.mkdir()
    for name, text in FAULTY.items():
        (gauge / name).write_text(text, "utf-8")
    policy = file.read_text("utf-8")
    for old, new in (("apply = false", "apply = true"), ("repair = []", 'repair = ["gauge"]'), ("= 60 ", "= 180 ")):
        assert policy.count(old) == 1
        policy = policy.replace(old, new)
    file.write_text(policy + GAUGE % any_free(), "utf-8")
    assert call("POST", stage.luminar, "/api/autonomous/reload")[0] == 202
    until(lambda: stage.health("controller")["systems_healed"] == 2)  # its tests pass, and it is healthy

    assert stage.services()["gauge"]["phase"] == "healthy"
    namespace: dict[str, Any] = {}
    exec((gauge / "levels.py").read_text("utf-8"), namespace)
    assert namespace["rises"]([2, 2, 7]) == [0, 5]
    assert {name: (gauge / name).read_text("utf-8") == text for name, text in FAULTY.items()} == {
        "levels.py": False, "test_levels.py": True, "serve.py": True,
    }  # fmt: skip

    known = {each["seq"]: each for each in stage.events()}
    chain = [next(each for each in reversed(known.values()) if each["type"] == "service.healthy")]
    while chain[-1]["cause"]:
        chain.append(known[chain[-1]["cause"]])
    assert [each["type"] for each in chain[:-1]] == [
        "service.healthy", "service.started", "service.restarting", "heal.escalated", "heal.decided",
    ]  # fmt: skip
    assert (chain[-1]["type"], chain[-1]["data"]["failures"]) == ("service.failed", 3)
    assert any("IndexError" in line for line in chain[3]["data"]["log"])

    told = stage.ask("controller", "GET", "/events")["events"]
    decisions = [each["data"] for each in told if each["type"] == "decision.made"][-3:]
    assert [each["did"] for each in decisions] == ["hand over repair", "kept", "restart"]
    assert decisions[0]["event"] == chain[3]["seq"]
    assert {each["job"] for each in decisions} == {decisions[0]["job"]}
    assert chain[2]["data"]["why"] == f"its code was repaired by job {decisions[0]['job']}"


def test_everything_ends_in_reverse_order_and_nothing_is_left(stage: Stage) -> None:
    pids = [each["pid"] for each in stage.services().values()]
    assert stage.aurora("down", "--wait", "60").returncode == 0
    ended = [each["subject"] for each in stage.events() if each["type"] == "service.stopped"]
    stopped = [each for each in ended if each != "gauge"]  # which nothing depends on
    assert (set(stopped[:-1]), stopped[-1]) == (set(SYSTEMS), "backend")
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
