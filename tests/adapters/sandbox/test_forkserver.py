"""The pool: what it promises its host, whatever happens to it."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.server import GoneError, Server
from aurora.model.errors import SandboxError, UnprotectedError
from aurora.model.execution import Limits, Outcome, Program, Protection, Status
from tests.adapters.sandbox.census import descendants, own_servers, wait_until_gone

HOST = """
import signal, sys, threading, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # which a shell in the background has switched off
from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.execution import Limits, Program

pool = ForkServer(workers=2)
pool.protections()
forever = Limits(wall_seconds=60, cpu_seconds=60)
def spin():
    pool.run(Program(source="import os\\nos.fork()\\nopen('left', 'w').write('x')\\nwhile True: pass", limits=forever))
threading.Thread(target=spin, daemon=True).start()
guest = pool.start("guest:serve", None, limits=forever, files={"guest.py":
    "import os, time\\ndef serve(guest, payload):\\n    os.fork()\\n    guest.send(1)\\n    time.sleep(60)"})
next(guest.messages(100))
print("up", flush=True)
ENDING
"""


@pytest.fixture
def pool(sandbox: ForkServer) -> Iterator[ForkServer]:
    """A pool of a test's own; `sandbox` has shown that there can be one."""
    own = ForkServer(workers=2)
    yield own
    own.close()


def test_what_is_no_program_is_refused(sandbox: ForkServer) -> None:
    for wrong in (Program(), Program(source="", command=("x",)), Program(command=())):
        with pytest.raises(SandboxError):
            sandbox.run(wrong)


@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../../x", "", ".", "a\0b"])
def test_a_file_outside_the_scratch_folder_is_refused(sandbox: ForkServer, name: str) -> None:
    with pytest.raises(SandboxError, match="scratch folder"):
        sandbox.run(Program(source="", files={name: ""}))
    with pytest.raises(SandboxError, match="scratch folder"):
        sandbox.start("a:b", None, limits=Limits(), files={name: ""})


def test_files_that_cannot_be_written_are_an_error_of_the_sandbox(sandbox: ForkServer) -> None:
    with pytest.raises(SandboxError, match="not run"):
        sandbox.run(Program(source="", files={"a": "", "a/b": ""}))
    assert sandbox.run(Program(source="result = 1")).value == 1


def test_a_missing_protection_is_refused_before_anything_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []

    class Unprotected:
        protections = (Protection("network", in_force=False, by="nothing"), Protection("memory", in_force=True, by="x"))

        def __init__(self) -> None:
            started.append(self)

        def kill(self) -> None:
            started.remove(self)

    monkeypatch.setattr("aurora.adapters.sandbox.forkserver.Server", Unprotected)
    pool = ForkServer(workers=1, without=frozenset({"filesystem"}))
    for _ in range(2):
        with pytest.raises(UnprotectedError) as caught:
            pool.run(Program(source=""))
        assert caught.value.missing == ("network", "processes", "time")
    assert started == []


def test_a_pool_starts_nothing_before_it_is_used(sandbox: ForkServer) -> None:
    before = own_servers()
    ForkServer(workers=2).close()
    assert own_servers() == before


def test_every_required_protection_is_in_force_and_says_by_what(sandbox: ForkServer) -> None:
    found = {protection.name: protection for protection in sandbox.protections()}
    for name in ("network", "filesystem", "processes", "memory", "time", "file size", "output"):
        assert found[name].in_force, found[name]
        assert found[name].by not in ("", "nothing")
        assert found[name].detail == ""


def test_outcomes_come_in_the_order_of_their_programs(pool: ForkServer) -> None:
    sources = [f"import time\ntime.sleep({0.05 if n % 3 == 0 else 0})\nresult = {n}" for n in range(20)]
    outcomes = pool.run_all(Program(source=source) for source in sources)
    assert [outcome.value for outcome in outcomes] == list(range(20))


def test_programs_are_taken_as_they_are_needed(pool: ForkServer) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Program]:
        while True:
            taken.append(1)
            yield Program(source="result = 1")

    outcomes = pool.run_all(endless())
    assert next(outcomes).value == 1
    outcomes.close()  # type: ignore[attr-defined]
    assert len(taken) < 10


def test_many_threads_share_a_pool(pool: ForkServer) -> None:
    got: dict[int, object] = {}

    def ask(number: int) -> None:
        got[number] = [pool.run(Program(source=f"result = {number} * {k}")).value for k in range(5)]

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == {number: [number * k for k in range(5)] for number in range(6)}


def test_a_pool_leaves_nothing_behind(sandbox: ForkServer) -> None:
    before = own_servers()
    pool = ForkServer(workers=2)
    list(pool.run_all([Program(source="result = 1")] * 4))
    session = pool.start("no_such:entry", None, limits=Limits())
    servers = own_servers() - before
    assert len(servers) >= 4
    pool.close()
    pool.close()
    session.close()
    assert wait_until_gone(servers) == set()
    assert scratch_folders(os.getpid()) == []
    with pytest.raises(SandboxError, match="closed"):
        pool.run(Program(source=""))


def scratch_folders(pid: int) -> list[Path]:
    return list(Path(tempfile.gettempdir()).glob(f"aurora-sandbox-{pid}-*"))


def test_a_server_that_dies_is_replaced_and_the_program_run_again(pool: ForkServer) -> None:
    before = own_servers()
    assert pool.run(Program(source="result = 1")).ok
    servers = own_servers() - before
    assert servers
    outcomes: list[Outcome] = []
    slow = Program(source="import time\ntime.sleep(0.3)\nresult = 2")
    thread = threading.Thread(target=lambda: outcomes.append(pool.run(slow)))
    thread.start()
    for pid in servers:
        os.kill(pid, signal.SIGKILL)
    thread.join()
    assert [outcome.value for outcome in outcomes] == [2]
    assert wait_until_gone(servers) == set()


def test_a_program_whose_servers_die_again_has_crashed(pool: ForkServer, monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = Server.answer, []

    def answer_only_at_the_start(self: Server, seconds: float) -> object:
        if not hasattr(self, "protections"):
            return real(self, seconds)
        asked.append(self)
        raise GoneError

    monkeypatch.setattr(Server, "answer", answer_only_at_the_start)
    outcome = pool.run(Program(source="result = 1"))
    assert (outcome.status, outcome.value) == (Status.CRASHED, None)
    assert len(set(asked)) == 2


@pytest.mark.parametrize("ending", ["kill", "interrupt", "return"])
def test_nothing_survives_its_host(sandbox: ForkServer, ending: str) -> None:
    last = "pool.close()" if ending == "return" else "time.sleep(60)"
    host = subprocess.Popen(
        [sys.executable, "-c", HOST.replace("ENDING", last)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with host:
        assert host.stdout is not None
        assert host.stdout.readline() == b"up\n"
        family = descendants(host.pid)
        assert ending == "return" or len(family) >= 7
        if ending != "return":
            host.send_signal(signal.SIGKILL if ending == "kill" else signal.SIGINT)
        host.wait(120)
    assert wait_until_gone(family) == set()
    deadline = time.monotonic() + 120
    while scratch_folders(host.pid) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert scratch_folders(host.pid) == []
