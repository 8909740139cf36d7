"""Servers on machines that permit less: what holds is said, what is missing is refused."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.sandbox.inside import places, seccomp
from tests.adapters.sandbox import restricted
from tests.adapters.sandbox.census import not_permitted

HOST = """
import json, sys
from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.adapters.sandbox.server import Server
from aurora.model.errors import UnprotectedError
from aurora.model.execution import Limits, Program

server = Server()
found = {p.name: [p.in_force, p.by, p.detail] for p in server.protections}
server.kill()
refused = []
pool = ForkServer(workers=1)
try:
    pool.protections()
except UnprotectedError as error:
    refused = list(error.missing)
pool.close()
pool = ForkServer(workers=1, without=frozenset(refused))
run = lambda source: pool.run(Program(source=source, limits=Limits(wall_seconds=60)))
said = {
    "value": run("result = 1 + 1").value,
    "home": run("open(%r)" % sys.argv[1]).status.value,
    "written": run("open('x', 'w')\\nimport os\\nos.mkdir('d')\\nos.chmod('d', 0)").status.value,
    "left": run("import os\\nresult = os.listdir('.')").value,
    "network": run("import socket\\nsocket.socket()").status.value,
    "daemon": run("import os, time\\nif os.fork() == 0:\\n  os.setsid()\\n  os.fork()\\n  time.sleep(60)").status.value,
    "command": pool.run(Program(command=("python", "-c", "print(3)"))).stdout,
}
guest = "from aurora.model.execution import Limits\\ndef serve(g, p): g.send(g.call(lambda: 7, Limits()).value)"
with pool.start("guest:serve", None, limits=Limits(), files={"guest.py": guest}) as session:
    said["guest"] = list(session.messages(100))
pool.close()
import os, pathlib
children = pathlib.Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()
print(json.dumps([found, refused, said, children]))
"""


def host_without(tmp_path: Path, *names: str) -> tuple[dict[str, Any], list[str], dict[str, Any], list[str]]:
    """(protections, what is refused, what programs do, processes left) where these system calls are not permitted."""
    numbers = {"unshare": seccomp.REFUSED["unshare"], "landlock": (444, 444)}
    column = ("x86_64", "aarch64").index(os.uname().machine)
    refused = ",".join(str(numbers[name][column]) for name in names)
    secret = tmp_path / "secret"
    secret.write_text("x", encoding="ascii")
    done = subprocess.run(
        [sys.executable, restricted.__file__, refused, sys.executable, "-c", HOST, str(secret)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode == 0, done.stderr.decode()
    found, missing, said, left = json.loads(done.stdout)
    return found, missing, said, left


@pytest.fixture(autouse=True)
def _only_where_it_can_be_tried(sandbox: object) -> None:
    if os.uname().machine not in ("x86_64", "aarch64"):
        not_permitted("no system call table for this architecture")


def test_without_namespaces_the_other_layers_hold(tmp_path: Path) -> None:
    found, missing, said, left = host_without(tmp_path, "unshare")
    assert found["network"] == [True, "seccomp filter", ""]
    assert found["filesystem"][:2] == [True, "Landlock ABI " + found["filesystem"][1].rpartition(" ")[2]]
    assert missing == ([] if places.open_to_all() or os.geteuid() != 0 else ["processes"])
    assert said == {
        "value": 2,
        "home": "denied",
        "written": "ok",
        "left": [],
        "network": "denied",
        "daemon": "ok",
        "command": "3\n",
        "guest": [7],
    }
    assert left == []


def test_without_landlock_the_root_of_its_own_holds(tmp_path: Path) -> None:
    found, missing, said, left = host_without(tmp_path, "landlock")
    assert found["filesystem"] == [True, "root file system of its own", ""]
    assert (missing, said["home"], said["written"], said["guest"], left) == ([], "denied", "ok", [7], [])


def test_without_either_the_file_system_is_open_and_refused(tmp_path: Path) -> None:
    found, missing, _, _ = host_without(tmp_path, "unshare", "landlock")
    assert found["filesystem"][:2] == [False, "nothing"]
    assert found["filesystem"][2].startswith("not refused: ")
    assert "filesystem" in missing
