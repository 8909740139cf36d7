"""Starting and ending processes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aurora.adapters.process import identity, launch
from aurora.model.service import Service


def service(code: str) -> Service:
    return Service("a", (sys.executable, "-u", "-c", code, "{port}"))


def said(log: Path, text: str) -> None:
    deadline = time.monotonic() + 120
    while not (log.exists() and text in log.read_text("utf-8")):
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.005)


def test_a_program_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        launch.spawn(Service("a", ("/nowhere/at-all",)), tmp_path / "log", {}, "token")


def test_an_instance_is_told_its_port_and_writes_to_the_end_of_its_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("earlier\n", "utf-8")
    code = "import os, sys; print(sys.argv[1], os.environ['PORT'], os.environ['AURORA_SERVICE_TOKEN'])"
    child = launch.spawn(service(code), log, {"PORT": "8000"}, "token-1")
    assert child.wait() == 0
    assert log.read_text("utf-8") == "earlier\n8000 8000 token-1\n"


def test_a_process_that_was_stopped_ends_by_the_stop_signal(tmp_path: Path) -> None:
    child = launch.spawn(service("print('up'); input()\nimport time; time.sleep(99)"), tmp_path / "log", {}, "t")
    os.kill(child.pid, signal.SIGSTOP)
    launch.ask_to_end(child.pid, "TERM")
    assert child.wait() == -signal.SIGTERM


def test_a_kill_takes_descendants_that_left_the_group(tmp_path: Path) -> None:
    leave = "subprocess.Popen([sys.executable, '-c', 'input()'], start_new_session=True, stdin=subprocess.PIPE)"
    code = f"import subprocess, sys, time; {leave}; print('up'); time.sleep(99)"
    child = launch.spawn(service(code), tmp_path / "log", {}, "kill-descendants")
    said(tmp_path / "log", "up")
    assert len(identity.bearers("kill-descendants")) == 2
    launch.kill(child.pid, "kill-descendants")
    assert child.wait() == -signal.SIGKILL
    deadline = time.monotonic() + 120
    while identity.bearers("kill-descendants"):
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_ending_what_is_gone_does_nothing() -> None:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    launch.ask_to_end(child.pid, "TERM")
    launch.kill(child.pid, "nobody-carries-this")


def test_a_service_may_run_on_the_python_of_aurora(tmp_path: Path) -> None:
    child = launch.spawn(Service("a", ("{python}", "-c", "print('{port}')")), tmp_path / "log", {"PORT": "80"}, "t")
    assert (child.wait(), (tmp_path / "log").read_text("utf-8")) == (0, "80\n")


def test_what_systemd_told_the_supervisor_is_not_told_to_its_services(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "AURORA_NOTIFY"):
        monkeypatch.setenv(name, "of the supervisor")
    one = Service("a", ("x",), environment={"WATCHDOG_PID": "its own"})
    _, told = launch.prepared(one, {"NOTIFY_SOCKET": "@ours"}, "t")
    found = {name: told.get(name) for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID", "AURORA_NOTIFY")}
    assert found == {
        "NOTIFY_SOCKET": "@ours",
        "WATCHDOG_USEC": None,
        "WATCHDOG_PID": "its own",
        "AURORA_NOTIFY": None,
    }


def test_a_socket_that_was_handed_to_the_supervisor_is_not_told_to_its_services(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LISTEN_SOCKET", "7")
    command, environment = launch.prepared(Service("a", ("x", "{socket}")), {}, "t")
    assert (command, "LISTEN_SOCKET" in environment) == (["x", ""], False)
