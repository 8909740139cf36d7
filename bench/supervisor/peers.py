"""Luminar beside its peers, in one run: `python -m bench.supervisor.peers TOOLS [COUNT] [ROUNDS] [NAME,NAME...]`.

TOOLS holds `v` (a venv with supervisor and circus), `node_modules` (pm2) and `deb` (runit, s6, monit and their
libraries, unpacked by `dpkg -x`):

    uv venv TOOLS/v && uv pip install --python TOOLS/v/bin/python supervisor circus && npm install --prefix TOOLS pm2@7
    apt-get download runit s6 monit libs6-2.11 libskarnet2.13 libexecline2.9
    for f in *.deb; do dpkg -x $f TOOLS/deb; done

Each round starts every contestant anew with the same COUNT services; every request is made by this process on the
loopback. What was measured is kept in `TOOLS/rounds-COUNT.jsonl`: the same command goes on with what is missing of
ROUNDS, so that they fit slots of any length (a contestant that a signal cuts off is measured again). Printed are
medians over the rounds, with those of the load; remove the file to begin anew.
"""

import contextlib
import json
import os
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from bench.supervisor.contestants import CONTESTANTS, SERVER, Course
from bench.supervisor.statuses import asked

FIRST = 22_000
KILLS = 10  # a round
SETTLING = 2.0  # seconds in which everybody counts its services as up
IDLE = 5.0
PATIENCE = 60.0
Figures = dict[str, float]


def main(tools: Path, count: int, rounds: int, names: list[str]) -> int:
    """Measure what is missing and print; returns how many contestants did not get there."""
    kept, failed = tools / f"rounds-{count}.jsonl", 0
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    for number in range(rounds):
        for name in names:
            if len(_rounds(kept, name)) > number:
                continue
            with tempfile.TemporaryDirectory(prefix=f"aurora-{name}-", ignore_cleanup_errors=True) as folder:
                course = Course(Path(folder), range(FIRST, FIRST + count), tools)
                try:
                    figures = {"load": os.getloadavg()[0], **_measured(name, course)}
                except (TimeoutError, OSError) as error:
                    print(f"{number}\t{name} did not get there: {error}\n{_said(course)}", flush=True)
                    failed += 1
                    continue
            line = json.dumps({"name": name, "at": int(time.time()), **figures})
            with kept.open("a", encoding="utf-8") as file:
                file.write(line + "\n")
            print(f"{number}\t{line}", flush=True)
    for name in names:
        if each := _rounds(kept, name):
            medians = {key: round(median(figures[key] for figures in each if key in figures), 2) for key in each[0]}
            print(f"{name:12} {len(each)} rounds", medians)
    return failed


def _rounds(kept: Path, name: str) -> list[Figures]:
    """What was measured of a contestant."""
    lines = kept.read_text("utf-8").splitlines() if kept.exists() else []
    rounds = [each for each in map(json.loads, lines) if each["name"] == name]
    return [{key: value for key, value in each.items() if key not in {"name", "at"}} for each in rounds]


def _said(course: Course) -> str:
    """The end of what a contestant said."""
    said = course.folder / "said"
    return "\n".join(said.read_text("utf-8", "replace").splitlines()[-3:]) if said.exists() else ""


def _measured(name: str, course: Course) -> Figures:
    began = time.monotonic()
    root = CONTESTANTS[name](course)
    try:
        pids = _answering(course.ports)
        figures = {"start_s": time.monotonic() - began}
        time.sleep(SETTLING)
        own = _own(root)
        figures["memory_mb"] = sum(_memory(pid) for pid in own)
        before = sum(_cpu(pid) for pid in own)
        time.sleep(IDLE)
        figures["idle_cpu_percent"] = (
            100 * (sum(_cpu(pid) for pid in own if Path(f"/proc/{pid}").exists()) - before) / IDLE
        )
        figures |= asked(name, course)
        figures["kill_p50_ms"] = 1000 * median(_healed(port, pids[port]) for port in course.ports[:KILLS])
        time.sleep(SETTLING)
        figures["all_back_s"] = _all_back(course)
        if name == "ours":
            figures["hang_s"] = _unhung(course.ports[-1])
            figures |= _succeeded(course, root)
    finally:
        _end(root, course)
    return {key: round(value, 4) for key, value in figures.items()}


def _all_back(course: Course) -> float:
    pids = _answering(course.ports)
    began = time.monotonic()
    for pid in pids.values():
        os.kill(pid, signal.SIGKILL)
    _answering(course.ports, pids)
    return time.monotonic() - began


def _healed(port: int, pid: int) -> float:
    began = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    _answering([port], {port: pid})
    return time.monotonic() - began


def _unhung(port: int) -> float:
    pid = _answering([port])[port]
    began = time.monotonic()
    os.kill(pid, signal.SIGSTOP)
    _answering([port], {port: pid})
    return time.monotonic() - began


def _succeeded(course: Course, root: int) -> Figures:
    """Kill the supervisor; how long until the next one answers, and how many services it adopted."""
    before = _answering(course.ports)
    (supervisor,) = (pid for pid in _own(root) if pid != root)
    began = time.monotonic()
    os.kill(supervisor, signal.SIGKILL)
    while _asked(course.facts["api"], "/healthz") is None:
        time.sleep(0.001)
    took = time.monotonic() - began
    time.sleep(SETTLING)
    after = _answering(course.ports)
    return {"succession_s": took, "adopted": float(sum(after[port] == pid for port, pid in before.items()))}


def _answering(ports: Iterable[int], but: dict[int, int] | None = None) -> dict[int, int]:
    """The pid that answers on each port, once all do, and another one than in `but`. Raises `TimeoutError`."""
    found, missing, deadline = dict[int, int](), list(ports), time.monotonic() + PATIENCE
    while missing:
        port = missing[0]
        pid = _asked(port, "/")
        if pid and pid != (but or {}).get(port):
            found[port] = pid
            missing.pop(0)
        elif time.monotonic() > deadline:
            raise TimeoutError(f"port {port}")
        else:
            time.sleep(0.0003)
    return found


def _asked(port: int, path: str) -> int | None:
    """The pid in the answer, 0 in an answer without one; None without an answer."""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.25) as connection:
        connection.sendall(f"GET {path} HTTP/1.0\r\n\r\n".encode())
        text = b""
        while part := connection.recv(4096):
            text += part
        if text:
            return int(json.loads(text.partition(b"\r\n\r\n")[2]).get("pid", 0))
    return None


def _own(root: int) -> list[int]:
    """The processes below a root that are no services."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                children.setdefault(int(_stat(int(folder.name))[1]), []).append(int(folder.name))
    found, ahead = list[int](), [root]
    while ahead:
        pid = ahead.pop()
        with contextlib.suppress(OSError):  # one that ended this moment
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
            if f"{SERVER}".encode() not in command or b"bare.py" in command:
                found.append(pid)
                ahead += children.get(pid, [])
    return found


def _stat(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()


def _cpu(pid: int) -> float:
    fields = _stat(pid)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int) -> float:
    """Resident, in MiB; shared pages are counted once (PSS)."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    except OSError:  # a start script that ended this moment
        return 0.0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0) / 1024


def _end(root: int, course: Course) -> None:
    """Kill the contestant, which must not start anything again, and then its services."""
    for number in (signal.SIGSTOP, signal.SIGKILL):
        for pid in _own(root):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(root, 0)
    for port in course.ports:
        if served := _asked(port, "/"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(served, signal.SIGKILL)


if __name__ == "__main__":
    words = sys.argv[2:]
    sizes = [int(word) for word in words if word.isdigit()] + [100, 3][sum(word.isdigit() for word in words) :]
    chosen = [name for word in words if not word.isdigit() for name in word.split(",")] or list(CONTESTANTS)
    sys.exit(main(Path(sys.argv[1]).resolve(), sizes[0], sizes[1], chosen))
