"""Luminar with real services: it heals, it is killed and comes back, it ends in order."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process import keeper
from aurora.adapters.process.client import Client, SupervisorError, start
from aurora.adapters.process.identity import family, of
from aurora.adapters.process.ports import any_free, free
from aurora.contracts.supervision import Foreseen
from aurora.flows.supervise import Luminar
from aurora.model.errors import AuroraError, BadInputError
from tests.adapters.process.test_keeper import needs_kernel

SERVER = """
import http.server, os, sys
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")
    def log_message(self, *words):
        pass
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""
FILE = """
[services.db]
command = ["{python}", "-c", '''{server}''']
port = {db}
health = {{ kind = "http", target = "/", interval = 0.2, timeout = 0.5, failures = 2, window = 2 }}
ready = "tcp"

[services.api]
command = ["{python}", "-c", '''{server}''']
port = {api}
ready = "tcp"
depends_on = [{{ name = "db", features = ["search"] }}]
"""


CUT_OFF = """
import os, signal, sys, time
from pathlib import Path
from aurora.adapters.process import launch
from aurora.flows.supervise import Luminar

folder, ending = Path(sys.argv[1]), sys.argv[2]
exits = folder / "state" / "exits.jsonl"
first = os.environ["AURORA_ROUND"] == "0"

class Dying:
    def spawn(self, service, log, told, token):
        child = launch.spawn(service, log, {**told, "SUPERVISOR": str(os.getpid())}, token)
        if ending == "before":
            os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
        os.kill(os.getpid(), signal.SIGKILL)

deadline = time.monotonic() + 120
while ending == "meanwhile" and not first and '"status"' not in exits.read_text() and time.monotonic() < deadline:
    time.sleep(0.001)
luminar = Luminar(folder / "aurora.toml", folder / "state")
if first:
    luminar.machine._processes = Dying()
    luminar.supervisor.start()
sys.exit(luminar.serve())
"""
CUT_OFF_FILE = """
[services.once]
command = ["{python}", "-c", '''
import os, sys, time
first = os.path.getsize("starts") == 0
with open("starts", "a") as file:
    file.write(f"{{os.getpid()}}\\n")
while first and "{ending}" == "meanwhile" and os.getppid() == int(os.environ["SUPERVISOR"]):
    time.sleep(0.001)
if first and "{ending}" != "never":
    sys.exit(7)
time.sleep(999)
''']
"""


class Stage:
    """A supervisor in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "aurora.toml"
        self.file.write_text(FILE.format(python=sys.executable, server=SERVER, db=any_free(), api=any_free()), "utf-8")
        self.client = Client(any_free())
        start(self.file, folder / "state", self.client.port)

    def services(self) -> dict[str, dict[str, Any]]:
        return {each["name"]: each for each in self.client.get("status")["services"]}

    def until(self, condition: Callable[[dict[str, dict[str, Any]]], object]) -> dict[str, dict[str, Any]]:
        deadline = time.monotonic() + 120
        while True:
            try:
                services = self.services()
                if condition(services):
                    return services
            except SupervisorError:
                services = {}
            assert time.monotonic() < deadline, services
            time.sleep(0.01)

    def all_healthy(self) -> dict[str, dict[str, Any]]:
        return self.until(lambda services: all(each["phase"] == "healthy" for each in services.values()))

    def events(self, *types: str) -> list[str]:
        return [each["type"] for each in self.client.get("events")["events"] if each["type"] in types]

    def supervisor(self) -> int:
        started = [each for each in self.client.get("events")["events"] if each["type"] == "luminar.started"]
        return int(started[-1]["data"]["pid"])


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    one = Stage(tmp_path)
    yield one
    stopped(one)


def stopped(one: Stage) -> None:
    if one.client.answers:
        one.client.post("shutdown")
    deadline = time.monotonic() + 120
    while one.client.answers:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_killed_and_a_hung_service_are_healed_and_the_dependant_is_told(stage: Stage) -> None:
    stage.client.post("start/api")
    first = stage.all_healthy()
    os.kill(first["db"]["pid"], signal.SIGKILL)
    second = stage.until(lambda now: now["db"]["phase"] == "healthy" and now["db"]["pid"] != first["db"]["pid"])
    os.kill(second["db"]["pid"], signal.SIGSTOP)
    third = stage.until(lambda now: now["db"]["phase"] == "healthy" and now["db"]["pid"] != second["db"]["pid"])
    assert third["api"]["pid"] == first["api"]["pid"]
    assert third["db"]["starts"] == 3
    told = [each["data"]["off"] for each in stage.client.get("events")["events"] if each["type"] == "features.changed"]
    assert told == [["search"], [], ["search"], []]
    assert stage.events("service.hung") == ["service.hung"]


def test_a_killed_supervisor_comes_back_adopts_what_runs_and_restarts_what_ended_meanwhile(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    supervisor = stage.supervisor()
    os.kill(supervisor, signal.SIGSTOP)
    os.kill(before["api"]["pid"], signal.SIGKILL)
    os.kill(supervisor, signal.SIGKILL)
    after = stage.until(lambda now: now["api"]["phase"] == "healthy" and now["api"]["pid"] != before["api"]["pid"])
    assert (after["db"]["pid"], after["db"]["starts"]) == (before["db"]["pid"], 1)
    assert stage.supervisor() != supervisor
    failed = [each for each in stage.client.get("events")["events"] if each["type"] == "service.failed"]
    assert [each["data"]["why"] for each in failed] == ["was ended by signal 9"]


def test_a_killed_keeper_is_replaced_and_no_service_notices(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    supervisor = stage.supervisor()
    os.kill(parent(supervisor), signal.SIGKILL)
    stage.until(lambda _: stage.supervisor() != supervisor)
    after = stage.all_healthy()
    assert [each["pid"] for each in after.values()] == [each["pid"] for each in before.values()]
    assert parent(stage.supervisor()) == supervisor
    second = stage.supervisor()
    os.kill(second, signal.SIGSTOP)
    os.kill(after["api"]["pid"], signal.SIGKILL)
    os.kill(second, signal.SIGKILL)
    stage.until(lambda now: now["api"]["phase"] == "healthy" and now["api"]["pid"] != after["api"]["pid"])
    failed = [each for each in stage.client.get("events")["events"] if each["type"] == "service.failed"]
    assert [each["data"]["why"] for each in failed] == ["was ended by signal 9"]


@needs_kernel
def test_how_the_orphans_of_a_killed_keeper_end_is_known(stage: Stage) -> None:
    stage.client.post("start-all")
    stage.all_healthy()
    first = stage.supervisor()
    os.kill(first, signal.SIGKILL)  # its services are the keeper's children now
    stage.until(lambda _: stage.supervisor() != first)
    second = stage.supervisor()
    os.kill(parent(second), signal.SIGKILL)  # and now nobody's that we know
    stage.until(lambda _: stage.supervisor() != second)
    before = stage.all_healthy()
    os.kill(before["api"]["pid"], signal.SIGKILL)
    stage.until(lambda now: now["api"]["phase"] == "healthy" and now["api"]["pid"] != before["api"]["pid"])
    third = stage.supervisor()
    os.kill(third, signal.SIGSTOP)
    os.kill(before["db"]["pid"], signal.SIGTERM)
    os.kill(third, signal.SIGKILL)
    stage.until(lambda now: now["db"]["phase"] == "healthy" and now["db"]["pid"] != before["db"]["pid"])
    failed = [each for each in stage.client.get("events")["events"] if each["type"] == "service.failed"]
    assert [each["data"]["why"] for each in failed] == ["was ended by signal 9", "was ended by signal 15"]


def parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[1])


def test_no_request_is_refused_while_there_is_no_supervisor_and_nobody_can_take_its_port(stage: Stage) -> None:
    stage.client.post("start-all")
    stage.all_healthy()
    for kill_keeper in (False, True, False):
        supervisor = stage.supervisor()
        os.kill(parent(supervisor) if kill_keeper else supervisor, signal.SIGKILL)
        with pytest.raises(OSError, match="in use"):
            socket.create_server(("127.0.0.1", stage.client.port))
        stage.until(lambda _, old=supervisor: stage.supervisor() != old)  # type: ignore[misc]
    kept = Path(f"/proc/{stage.services()['api']['pid']}/environ").read_bytes()
    assert b"AURORA_SOCKET" not in kept


def test_a_request_amid_the_death_of_the_supervisor_is_answered_by_the_next_one(stage: Stage) -> None:
    stage.client.post("start-all")
    stage.all_healthy()
    supervisor = stage.supervisor()
    os.kill(supervisor, signal.SIGKILL)
    while Path(f"/proc/{supervisor}/fd/0").exists():  # it still dies
        time.sleep(0.001)
    assert stage.supervisor() != supervisor


def test_a_file_that_was_broken_meanwhile_does_not_end_supervision(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    supervisor = stage.supervisor()
    stage.file.write_text("[services.a]\n", "utf-8")
    os.kill(supervisor, signal.SIGKILL)
    stage.until(lambda _: stage.supervisor() != supervisor)
    after = stage.all_healthy()
    assert {name: each["pid"] for name, each in after.items()} == {name: each["pid"] for name, each in before.items()}
    assert stage.events("luminar.refused") == ["luminar.refused"]


def test_an_upgrade_restarts_no_service(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    supervisor = stage.supervisor()
    stage.client.post("upgrade")
    stage.until(lambda _: stage.supervisor() != supervisor)
    after = stage.all_healthy()
    assert [each["pid"] for each in after.values()] == [each["pid"] for each in before.values()]


def test_what_was_stopped_stays_stopped_after_the_supervisors_death(stage: Stage) -> None:
    stage.client.post("start-all")
    stage.all_healthy()
    stage.client.post("stop/api")
    stage.until(lambda now: now["api"]["phase"] == "stopped")
    supervisor = stage.supervisor()
    os.kill(supervisor, signal.SIGKILL)
    stage.until(lambda _: stage.supervisor() != supervisor)
    now = stage.until(lambda now: now["db"]["phase"] == "healthy")
    assert now["api"]["phase"] == "stopped"


def test_no_child_of_a_killed_instance_lives_on_beside_the_next(stage: Stage) -> None:
    code = "import os, time; os.fork() or (os.fork(), os.setsid()); time.sleep(1000)"
    command = ["{python}", "-c", code]
    stage.file.write_text(f"[services.a]\ncommand = {json.dumps(command)}\nstop = {{ grace = 0.2 }}\n", "utf-8")
    stage.client.post("reload")
    home = str((stage.folder / "state").resolve())

    def epochs(count: int) -> list[int]:
        deadline = time.monotonic() + 120
        while len(found := [each.epoch for each in family(home)]) < count:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        return found

    pid = stage.all_healthy()["a"]["pid"]
    assert epochs(3) == [1, 1, 1]
    os.kill(pid, signal.SIGKILL)
    stage.until(lambda now: now["a"]["pid"] not in {None, pid})
    assert epochs(3) == [2, 2, 2]
    assert stage.events("service.cleared") == ["service.cleared"]
    stopped(stage)
    assert family(home) == []


def test_what_was_taken_out_of_the_file_while_there_was_no_supervisor_is_stopped(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    supervisor = stage.supervisor()
    os.kill(supervisor, signal.SIGSTOP)
    stage.file.write_text(stage.file.read_text("utf-8").partition("[services.api]")[0], "utf-8")
    os.kill(supervisor, signal.SIGKILL)
    after = stage.until(lambda now: "api" not in now)
    assert after["db"]["pid"] == before["db"]["pid"]
    deadline = time.monotonic() + 120
    while of(before["api"]["pid"]):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert stage.events("service.removed") == ["service.removed"]


def test_a_shutdown_ends_everything_dependants_first(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    stage.client.post("shutdown")
    deadline = time.monotonic() + 120
    while stage.client.answers:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert [of(each["pid"]) for each in before.values()] == [None, None]
    lines = (stage.folder / "state" / "events.jsonl").read_text("utf-8").splitlines()
    stopped = [line for line in lines if '"service.stopped"' in line]
    assert ['"api"' in line for line in stopped] == [True, False]


def test_a_service_file_that_cannot_be_read_to_its_end_stops_nobody(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    stage.file.unlink()
    os.mkfifo(stage.file)  # who opens it waits, as for a disk that hangs
    with pytest.raises(BadInputError, match="its disk does not answer"):
        stage.client.post("reload")
    supervisor = stage.supervisor()
    os.kill(supervisor, signal.SIGKILL)
    stage.until(lambda _: stage.supervisor() != supervisor)
    now = stage.all_healthy()
    assert {name: each["pid"] for name, each in now.items()} == {name: each["pid"] for name, each in before.items()}
    assert stage.events("luminar.refused") == ["luminar.refused"]
    os.kill(now["api"]["pid"], signal.SIGKILL)
    stage.until(lambda now: now["api"]["phase"] == "healthy" and now["api"]["pid"] != before["api"]["pid"])


def test_a_changed_file_is_taken_over_and_a_bad_one_is_refused(stage: Stage) -> None:
    stage.client.post("start-all")
    before = stage.all_healthy()
    good = stage.file.read_text("utf-8")
    stage.file.write_text(good + "\n[services.new]\ncommand = 3\n", "utf-8")
    with pytest.raises(BadInputError, match="command is 3"):
        stage.client.post("reload")
    stage.file.write_text(good + '\n[services.new]\ncommand = "sleep 1000"\n', "utf-8")
    stage.client.post("reload")
    after = stage.all_healthy()
    assert sorted(after) == ["api", "db", "new"]
    assert after["db"]["pid"] == before["db"]["pid"]
    with pytest.raises(BadInputError, match="no service 'nope'"):
        stage.client.post("start/nope")


def test_two_supervisors_never_share_a_folder(stage: Stage) -> None:
    with pytest.raises(AuroraError, match="another Luminar is at work"):
        Luminar(stage.file, stage.folder / "state")


def test_the_port_of_another_program_is_not_taken_from_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        file = tmp_path / "aurora.toml"
        file.write_text('[services.a]\ncommand = "sleep 1"\n', "utf-8")
        with pytest.raises(SupervisorError, match="did not come up"):
            start(file, tmp_path / "state", other.getsockname()[1])


def test_a_restart_that_was_planned_does_not_vanish_with_luminar(tmp_path: Path) -> None:
    file, state = tmp_path / "aurora.toml", tmp_path / "state"
    file.write_text('[services.a]\ncommand = "sleep 1000"\nforeseen = { margin = 60 }\n', "utf-8")
    first = Luminar(file, state)
    first.supervisor.start()
    first.supervisor.step(5)
    first.supervisor.tell(Foreseen("a", 1, first.machine.now() + 9_000, "memory full in 150 min"))
    child = first.machine.instances["a"].child
    assert child is not None
    first.machine.close()
    os.close(first._lock)  # what its death lets go of
    seen = []
    for _ in range(2):
        later = Luminar(file, state)
        later.adopt()
        seen += [(later.machine.instances["a"].pid, later.supervisor.status()[0]["planned"])]
        later.machine.close()
        os.close(later._lock)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert seen == [(child.pid, ""), (child.pid, "")]
    told = [(each["type"], each["data"]["why"]) for each in later.machine.journal.recent if "heal." in each["type"]]
    lost = "Luminar ended, and its samples with it; what is still so will be foreseen again: memory full in 150 min"
    assert told == [("heal.planned", "memory full in 150 min"), ("heal.dropped", lost)]


def test_habits_that_cannot_be_used_are_passed_over_and_told(tmp_path: Path) -> None:
    file, state = tmp_path / "aurora.toml", tmp_path / "state"
    file.write_text('[services.a]\ncommand = "sleep 1000"\n', "utf-8")
    state.mkdir()
    (state / "habits.json").write_text('{"a": {"memory": "half a li', "utf-8")
    luminar = Luminar(file, state)
    luminar.machine.close()
    os.close(luminar._lock)
    ((kind, why),) = [(each["type"], each["data"]["why"]) for each in luminar.machine.journal.recent]
    assert (kind, "habits.json cannot be used" in why) == ("luminar.refused", True)


HELD = """
[services.a]
command = ["/nowhere/at-all"]
port = {port}
hold = true
restart = {{ delay = 1000 }}
"""


@pytest.mark.parametrize("how", ["removed", "shutdown"])
def test_nobody_waits_at_the_held_port_of_what_is_gone(tmp_path: Path, how: str) -> None:
    file, port = tmp_path / "aurora.toml", any_free()
    file.write_text(HELD.format(port=port), "utf-8")
    luminar = Luminar(file, tmp_path / "state")
    luminar.supervisor.start()
    while luminar.supervisor.state.units["a"].phase != "backing off":
        luminar.supervisor.step(5)
    held = not free(port)
    if how == "removed":
        file.write_text('[services.b]\ncommand = "/nowhere/at-all"\n', "utf-8")
        luminar.reload()
    else:
        luminar.leave()
    released = free(port)
    luminar.machine.close()
    os.close(luminar._lock)
    assert (held, released) == (True, True)


@pytest.mark.parametrize("ending", ["before", "meanwhile", "never"])
def test_a_start_that_was_cut_off_is_known_by_its_process_or_by_how_that_ended(tmp_path: Path, ending: str) -> None:
    """Luminar dies after the start of an instance, before it wrote down which process that is."""
    (tmp_path / "aurora.toml").write_text(CUT_OFF_FILE.format(python=sys.executable, ending=ending), "utf-8")
    (tmp_path / "state").mkdir()
    script = [sys.executable, "-c", CUT_OFF, str(tmp_path), ending]
    command = [sys.executable, "-I", "-S", str(keeper.__file__), str(tmp_path / "state" / "exits.jsonl"), *script]
    journal, started, starts = tmp_path / "state" / "events.jsonl", tmp_path / "starts", 2 - (ending == "never")
    for path in (journal, started):
        path.touch()

    def over() -> bool:
        return f'"epoch": {starts}}}' in journal.read_text("utf-8") and started.read_text("utf-8").count("\n") == starts

    with subprocess.Popen(command, cwd=tmp_path) as process:
        deadline = time.monotonic() + 120
        while not over() and time.monotonic() < deadline:
            time.sleep(0.01)
        process.terminate()
    events = [json.loads(line) for line in journal.read_text("utf-8").splitlines()]
    whys = [each["data"]["why"] for each in events if each["type"] == "service.failed"]
    pids = [each["data"]["pid"] for each in events if each["type"] in {"service.adopted", "service.restarted"}]
    assert whys == ([] if ending == "never" else ["exited with status 7"])
    assert [str(pid) for pid in pids] == started.read_text("utf-8").split()
    assert len(pids) == starts
