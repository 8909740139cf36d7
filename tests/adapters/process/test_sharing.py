"""Instances that are forked, each by a supervisor that is a program of its own, as pytest has threads."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PACKAGE = """
import json, os, signal, sys, time
def main(words):
    if words[0] == "fail":
        raise ValueError("these are its last words")
    if words[0] == "wait":
        print("up", flush=True)
        time.sleep(600)
    with open("/proc/self/environ") as environ, open("/proc/self/cmdline") as cmdline:
        shown = {"environ": environ.read().split("\\0"), "cmdline": cmdline.read().rstrip("\\0")}
    print(json.dumps(shown | {
        "pid": os.getpid(), "parent": os.getppid(), "session": os.getsid(0), "folder": os.getcwd(), "argv": sys.argv,
        "port": os.environ["PORT"], "files": os.listdir("/proc/self/fd"), "loaded": sys.modules["given"].N,
        "blocked": len(signal.pthread_sigmask(signal.SIG_BLOCK, ())),
        "term": signal.getsignal(signal.SIGTERM) is signal.SIG_DFL,
    }))
    return 7
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
"""
SUPERVISOR = """
import os, signal, sys, threading, time
from pathlib import Path
from aurora.adapters.process import identity, launch, sharing
from aurora.model.service import Service
signal.signal(signal.SIGTERM, lambda *_: print("the supervisor heard it"))
log = Path("log")
def spawn(*words, shared=True, package="given"):
    service = Service("a", ("{python}", "-m", package, *words), Path("elsewhere").resolve(), shared=shared)
    return launch.spawn(service, log, {"PORT": "81"}, "home|a|1|secret")
"""
ROOM = {"AURORA_ROOM": " " * 1024}


def supervise(folder: Path, script: str, environment: dict[str, str] = ROOM) -> str:
    """What a supervisor says that does so."""
    (folder / "elsewhere").mkdir()
    (folder / "given").mkdir()
    (folder / "given" / "__init__.py").write_text("N = 41\n", "utf-8")
    (folder / "given" / "__main__.py").write_text(PACKAGE, "utf-8")
    command = [sys.executable, "-c", SUPERVISOR + script]
    return subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def told(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "log").read_text("utf-8")))


def test_a_fork_is_a_process_of_its_own_that_shares_what_is_loaded(tmp_path: Path) -> None:
    script = "import given; given.N = 42; child = spawn('a', 'b'); print(os.getpid(), child.pid, child.wait())"
    parent, pid, status = map(int, supervise(tmp_path, script).split())
    here = told(tmp_path)
    assert (here["parent"], here["pid"], here["session"], status) == (parent, pid, pid, 7)
    assert (here["folder"], here["port"], here["argv"][1:]) == (str(tmp_path / "elsewhere"), "81", ["a", "b"])
    assert (here["files"], here["blocked"], here["term"]) == (["0", "1", "2", "3"], 0, True)  # 3 lists them
    assert here["loaded"] == 42
    assert here["environ"][0] == "AURORA_SERVICE_TOKEN=home|a|1|secret"
    assert "PORT=81" in here["environ"]
    assert f"{sys.executable}\0-m\0given\0a\0b".startswith(here["cmdline"])


@pytest.mark.parametrize(
    ("setting", "environment", "ends"),
    [
        ("threading.Thread(target=time.sleep, args=(600,), daemon=True).start()", ROOM, "7"),
        ("", {}, "7"),
        ("Path('given/__main__.py').write_text('')", ROOM, "0"),
    ],
    ids=["a thread is at work", "no room for its token", "no main to call"],
)
def test_what_cannot_be_forked_is_started_as_a_program(
    setting: str, environment: dict[str, str], ends: str, tmp_path: Path
) -> None:
    script = f"{setting}\nos.environ['PYTHONPATH'] = os.getcwd()\nchild = spawn('a')\n"
    assert supervise(tmp_path, script + "print(type(child).__name__, child.wait())", environment) == f"Popen {ends}\n"


def test_a_fork_that_fails_says_why(tmp_path: Path) -> None:
    assert supervise(tmp_path, "print(spawn('fail').wait())") == "1\n"
    assert "ValueError: these are its last words" in (tmp_path / "log").read_text("utf-8")


def test_a_signal_for_a_fork_ends_the_fork_alone(tmp_path: Path) -> None:
    script = """
child = spawn('wait')
os.kill(child.pid, signal.SIGTERM)
print(child.wait())
log.write_text('')  # it may have come to say that it is up
child = spawn('wait')
while 'up' not in log.read_text(): time.sleep(0.005)
print([each.pid for each in identity.bearers('home|a|1|secret')] == [child.pid])
launch.kill(child.pid, 'home|a|1|secret')
print(child.wait())
"""
    assert supervise(tmp_path, script).splitlines() == [f"-{int(signal.SIGTERM)}", "True", f"-{int(signal.SIGKILL)}"]


def test_a_fork_of_a_supervisor_that_died_meanwhile_is_no_instance(tmp_path: Path) -> None:
    script = "sharing.os.getppid = lambda: 1; print(spawn('a').wait(), log.read_text() == '')"
    assert supervise(tmp_path, script) == "1 True\n"
