"""Services that tell by NOTIFY_SOCKET that they are ready and alive, and a Luminar that is killed meanwhile."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.process.client import Client, start
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.parked import made
from aurora.adapters.process.ports import any_free
from aurora.contracts.supervision import Adopted, Answered, Ask, Spawn, Stimulus
from aurora.model.service import Check, Service
from tests.flows.test_supervise import Stage, parent, stopped

SPEAKER = """
import os, socket, time
name = os.environ["NOTIFY_SOCKET"]
name = chr(0) + name[1:] if name.startswith("@") else name
one = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
def say(text):
    try:
        one.sendto(text, name)
    except OSError:
        pass
while not os.path.exists("go"):
    time.sleep(0.005)
say(b"READY=1")
while not os.path.exists("hang"):
    say(b"WATCHDOG=1\\nSTATUS=[/b] serves as pid %d" % os.getpid())
    time.sleep(min(0.2, float(os.environ["WATCHDOG_USEC"]) / 1e6 / 10))
os.remove("hang")
say(b"STATUS=busy")
time.sleep(999)
"""
FILE = """
[services.speaker]
command = ["{python}", "-c", '''{code}''']
ready = "notify"
health = {{ kind = "notify", interval = 0.2, timeout = {timeout}, failures = 2, window = 2 }}
"""


@pytest.fixture
def stage(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Stage]:
    one = Stage.__new__(Stage)
    one.folder, one.file, one.client = tmp_path, tmp_path / "aurora.toml", Client(any_free())
    one.file.write_text(FILE.format(python=sys.executable, code=SPEAKER, timeout=request.param), "utf-8")
    start(one.file, tmp_path / "state", one.client.port)
    yield one
    stopped(one)


@pytest.mark.parametrize("stage", [3], indirect=True)
def test_it_is_ready_when_it_says_so_and_healed_when_it_falls_silent(stage: Stage) -> None:
    stage.client.post("start-all")
    first = stage.until(lambda now: now["speaker"]["pid"])["speaker"]
    assert first["phase"] == "starting"
    (stage.folder / "go").touch()
    stage.all_healthy()
    stage.until(lambda now: now["speaker"]["said"] == f"[/b] serves as pid {first['pid']}")
    (stage.folder / "hang").touch()
    stage.until(lambda now: now["speaker"]["phase"] == "healthy" and now["speaker"]["pid"] != first["pid"])
    hung = [each for each in stage.client.get("events")["events"] if each["type"] == "service.hung"]
    assert "the last WATCHDOG=1 is" in hung[0]["data"]["why"]
    assert stage.events("notify.refused") == []


@pytest.mark.parametrize("stage", [120], indirect=True)
def test_it_is_heard_by_every_supervisor_that_follows_a_dead_one_or_a_dead_keeper(stage: Stage) -> None:
    (stage.folder / "go").touch()
    stage.client.post("start-all")
    before = stage.all_healthy()["speaker"]
    for kill_keeper in (False, True):
        supervisor = stage.supervisor()
        os.kill(parent(supervisor) if kill_keeper else supervisor, signal.SIGKILL)
        stage.until(lambda _, old=supervisor: stage.supervisor() != old)  # type: ignore[misc]
        now = stage.until(lambda now: now["speaker"]["phase"] == "healthy" and now["speaker"]["said"])
        assert now["speaker"]["said"] == f"[/b] serves as pid {before['pid']}"  # as this supervisor heard it
    assert stage.events("service.hung", "service.failed", "notify.refused") == []
    assert b"AURORA_NOTIFY" not in Path(f"/proc/{before['pid']}/environ").read_bytes()


def test_that_it_is_ready_counts_though_it_was_said_while_there_was_no_supervisor(tmp_path: Path) -> None:
    one = Service("a", (sys.executable, "-c", SPEAKER), tmp_path, ready=Check("notify"), health=Check("notify"))
    held = made()
    assert held is not None
    first = Machine(tmp_path, mailbox=held.dup())
    first.do([Spawn(one, 1)])
    pid = first.instances["a"].pid
    child = first.instances["a"].child
    first.close()
    (tmp_path / "go").touch()
    (tmp_path / "hang").touch()
    while (tmp_path / "hang").exists():  # until it has said all that it will ever say
        os.sched_yield()
    for life in range(2):  # the first one reads it, the second one knows it
        machine = Machine(tmp_path, mailbox=held.dup())
        assert machine.adopt(one) == [Adopted("a", 1, pid)], life
        machine.do([Ask("a", 1, Check("notify", timeout=60), ready=True)])
        came = list[Stimulus]()
        while Answered("a", 1, well=True, ready=True) not in came:
            came += machine.stimuli(0.5)
        machine.close()
    held.close()
    os.kill(pid, signal.SIGKILL)
    assert child is not None
    child.wait()
