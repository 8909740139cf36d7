"""The supervisors that are measured beside ours: how each is told of the services, started and ended."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.process.client import Client
from aurora.adapters.process.ports import any_free

SERVER = Path(__file__).with_name("server.py")
BARE = Path(__file__).with_name("bare.py")


@dataclass(slots=True)
class Course:
    """Where a contestant runs, and on which ports its services are to answer."""

    folder: Path
    ports: range
    tools: Path  # where the peers are installed: see peers.py
    facts: dict[str, int] = field(default_factory=dict)

    def command(self, port: int) -> list[str]:
        """What a service is started with."""
        return [sys.executable, "-I", "-S", str(SERVER), str(port)]

    def monit(self) -> str:
        """Where monit is."""
        return shutil.which("monit", path=f"{self.tools}/deb/usr/bin:{self.tools}/deb/bin") or "monit"

    def start(self, *words: str, **environment: str) -> int:
        """Start a process in a session of its own; its pid."""
        with (self.folder / "said").open("ab") as said:
            return subprocess.Popen(
                words, cwd=self.folder, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=said,
                stderr=said, start_new_session=True,
            ).pid  # fmt: skip


def ours(course: Course) -> int:
    """Luminar with readiness, health at 1 Hz, metrics and API; the pid of its keeper."""
    table = """
[services.s{port}]
command = {command}
port = {port}
fixed_port = true
ready = {{ kind = "tcp", interval = 0.05 }}
health = {{ kind = "http", target = "/", interval = 1, timeout = 1, failures = 3 }}
restart = {{ retries = 1000000, stable = 0.1 }}
"""
    text = "".join(table.format(port=port, command=json.dumps(course.command(port))) for port in course.ports)
    (course.folder / "aurora.toml").write_text(text, "utf-8")
    (course.folder / "state").mkdir(exist_ok=True)
    from aurora.adapters.process import keeper

    port = course.facts["api"] = course.ports[0] - 1  # not one that the kernel gives to connections
    pid = course.start(
        sys.executable, "-I", "-S", str(keeper.__file__), "state/exits.jsonl", sys.executable, "-m",
        "aurora.entrypoints.daemon", str(course.folder / "aurora.toml"), str(course.folder / "state"), str(port),
    )  # fmt: skip
    client = Client(port)
    while not client.answers:
        time.sleep(0.0003)  # as every contestant is waited for: a busy wait would take a core from it
    client.post("start-all")
    return pid


def bare(course: Course) -> int:
    """The loop of bare.py."""
    return course.start(
        sys.executable, "-I", "-S", str(BARE), str(SERVER), str(course.ports[0]), str(len(course.ports))
    )


def runit(course: Course) -> int:
    """One `runsv` a service under `runsvdir`."""
    _service_folders(course)
    tools = course.tools / "deb/usr/bin"
    return course.start(
        str(tools / "runsvdir"), "-P", str(course.folder / "scan"), PATH=f"{tools}:{os.environ['PATH']}"
    )


def s6(course: Course) -> int:
    """One `s6-supervise` a service under `s6-svscan`.

    Debian's looks for it in /usr/bin and nowhere else: there it is laid, for this process and its children alone.
    """
    _service_folders(course)
    tools = course.tools / "deb/usr/bin"
    libraries = str(course.tools / "deb/usr/lib/x86_64-linux-gnu")
    laid = f'mount -t overlay overlay -o lowerdir={tools}:/usr/bin /usr/bin && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", laid, "sh"] if os.getuid() == 0 else []
    return course.start(*command, str(tools / "s6-svscan"), str(course.folder / "scan"), LD_LIBRARY_PATH=libraries)


def _service_folders(course: Course) -> None:
    for port in course.ports:
        run = course.folder / "scan" / f"s{port}" / "run"
        run.parent.mkdir(parents=True, exist_ok=True)
        run.write_text(f"#!/bin/sh\nexec {' '.join(course.command(port))}\n", "utf-8")
        run.chmod(0o755)


def supervisord(course: Course) -> int:
    """As it comes, with its HTTP server on a socket."""
    text = f"[supervisord]\nnodaemon=true\n[unix_http_server]\nfile={course.folder}/socket\n"
    text += f"[supervisorctl]\nserverurl=unix://{course.folder}/socket\n"
    factory = "supervisor.rpcinterface:make_main_rpcinterface"
    text += f"[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory = {factory}\n"
    for port in course.ports:
        text += f"[program:s{port}]\ncommand={' '.join(course.command(port))}\nautorestart=true\nstartretries=1000\n"
    (course.folder / "supervisord.conf").write_text(text, "utf-8")
    return course.start(str(course.tools / "v/bin/supervisord"), "-c", str(course.folder / "supervisord.conf"))


def circus(course: Course) -> int:
    """As it comes."""
    free = [any_free() for _ in range(3)]
    course.facts["circus"] = free[0]
    text = "[circus]\n" + "".join(
        f"{name} = tcp://127.0.0.1:{port}\n"
        for name, port in zip(("endpoint", "pubsub_endpoint", "stats_endpoint"), free, strict=True)
    )
    for port in course.ports:
        text += f"[watcher:s{port}]\ncmd = {' '.join(course.command(port))}\ncopy_env = True\n"
    (course.folder / "circus.ini").write_text(text, "utf-8")
    return course.start(str(course.tools / "v/bin/circusd"), str(course.folder / "circus.ini"))


def pm2(course: Course) -> int:
    """Its daemon, without limits on restarts."""
    apps = [
        {"name": f"s{port}", "script": sys.executable, "args": course.command(port)[1:], "interpreter": "none",
         "max_restarts": 1_000_000}
        for port in course.ports
    ]  # fmt: skip
    (course.folder / "apps.json").write_text(json.dumps({"apps": apps}), "utf-8")
    home = course.folder / "home"
    words = [str(course.tools / "node_modules/.bin/pm2"), "start", str(course.folder / "apps.json")]
    with (course.folder / "said").open("ab") as said:
        environment = {**os.environ, "PM2_HOME": str(home)}
        subprocess.run(words, env=environment, stdout=said, stderr=said, stdin=subprocess.DEVNULL, check=False)
    return int((home / "pm2.pid").read_text("utf-8"))


def monit(course: Course) -> int:
    """A cycle of one second; it starts daemons by pid files."""
    text = "set daemon 1\n" + "".join(f"set {kind}file {course.folder}/{kind}\n" for kind in ("pid", "state", "id"))
    port = course.facts["monit"] = course.ports[0] - 1
    text += f"set httpd port {port} and use address 127.0.0.1 allow 127.0.0.1\n"
    for port in course.ports:
        script = course.folder / f"s{port}.sh"
        pidfile = course.folder / f"s{port}.pid"
        line = f"setsid {' '.join(course.command(port))} </dev/null >/dev/null 2>&1 &\necho $! > {pidfile}\n"
        script.write_text(f"#!/bin/sh\n{line}", "utf-8")
        script.chmod(0o755)
        text += f"check process s{port} with pidfile {pidfile}\n"
        text += f'  start program = "{script}"\n  stop program = "/bin/true"\n'
    conf = course.folder / "monitrc"
    conf.write_text(text, "utf-8")
    conf.chmod(0o600)
    return course.start(course.monit(), "-I", "-c", str(conf))


CONTESTANTS: dict[str, Callable[[Course], int]] = {
    "ours": ours, "bare": bare, "runit": runit, "s6": s6, "pm2": pm2, "supervisord": supervisord, "circus": circus,
    "monit": monit,
}  # fmt: skip
