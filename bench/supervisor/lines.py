"""Kills Luminar before every line that changes something: `python -m bench.supervisor.lines [ROUND] [FROM] [STEP]`.

Random kills seldom hit a window of a millisecond; this one tries them all. One service, which ends with status 3 at its
first start and stays at the second, under the real keeper; the supervisor of the given round (0: the first; 1: the one
that adopts) is traced, and kills itself before the n-th distinct line that it runs of the files that touch the world.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from aurora.adapters.process import keeper
from aurora.adapters.process.client import Client, SupervisorError
from aurora.adapters.process.identity import TOKEN

TRACED = ("machine.py", "journal.py", "records.py", "launch.py", "supervisor.py", "exits.py", "supervise.py")
PORT = 20_900
STATUS = 3
PATIENCE = 60.0  # seconds
SCRIPT = "n=$(cat starts 2>/dev/null); echo x$n > starts; case x$n in x) exit 3;; *) exec sleep 1000;; esac"
TABLE = f"""
[services.a]
command = ["/bin/sh", "-c", {json.dumps(SCRIPT)}]
restart = {{ retries = 1000, delay = 0.05, cap = 0.05 }}
"""


def supervise(words: list[str], fatal: int, wanted: str) -> int:
    """The supervisor of a round: with a line at which it dies, if this is the round for it."""
    from aurora.entrypoints.daemon.__main__ import main

    if os.environ.get(keeper.ROUND) == wanted:
        seen = set[tuple[str, int]]()

        def trace(frame: FrameType, event: str, _: Any) -> Any:
            file = frame.f_code.co_filename
            if not file.endswith(TRACED) or "aurora" not in file:
                return None
            place = Path(file).name, frame.f_lineno
            if event == "line" and place not in seen:
                seen.add(place)
                if len(seen) == fatal:
                    os.write(2, f"AT {place[0]}:{place[1]}\n".encode())
                    os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)
    return main(words)


def trial(fatal: int, round: int) -> tuple[str, list[str]]:
    """The line of one death, empty when there are not so many, and what is wrong afterwards."""
    with tempfile.TemporaryDirectory(prefix="aurora-lines-") as name:
        folder = Path(name)
        (folder / "aurora.toml").write_text(TABLE, "utf-8")
        daemon = [sys.executable, "-m", "bench.supervisor.lines", "supervise", str(fatal), str(round)]
        daemon += [str(folder / "aurora.toml"), str(folder / "state"), str(PORT)]
        (folder / "state").mkdir()
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-I", "-S", str(keeper.__file__), str(folder / "state" / "exits.jsonl"), *daemon],
                stderr=log, stdout=log, start_new_session=True,
            )  # fmt: skip
        try:
            said = _lived(folder, round)
            return said, _judged(folder)
        finally:
            with contextlib.suppress(SupervisorError):
                Client(PORT).post("shutdown")
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _lived(folder: Path, round: int) -> str:
    """Wait until the service is up for good; an earlier supervisor is killed at a quiet moment for a later round."""
    client, deadline, killed = Client(PORT), time.monotonic() + PATIENCE, round == 0
    while time.monotonic() < deadline:
        with contextlib.suppress(SupervisorError):
            (service,) = client.get("status")["services"]
            if not service["wanted"]:
                client.post("start-all")
            elif not killed and service["starts"]:
                killed = True
                pid = [e for e in _events(folder) if e["type"] == "luminar.started"][-1]["data"]["pid"]
                os.kill(pid, signal.SIGKILL)
            elif service["phase"] == "healthy" and (folder / "starts").exists() and _ran(folder) > 1:
                break
        time.sleep(0.01)
    return next(iter(line for line in (folder / "log").read_text("utf-8").splitlines() if line.startswith("AT")), "")


def _ran(folder: Path) -> int:
    return (folder / "starts").read_text("ascii").count("x")


def _events(folder: Path) -> list[dict[str, Any]]:
    text = (folder / "state" / "events.jsonl").read_text("utf-8")
    return [json.loads(line) for line in text[: text.rfind("\n") + 1].splitlines()]


def _judged(folder: Path) -> list[str]:
    events = _events(folder)
    wrong = []
    ends = [e for e in events if e["type"] in {"service.failed", "service.stopped", "service.done"}]
    reasons = [e["data"].get("why", e["type"]) for e in ends]
    if not any(f"status {STATUS}" in each for each in reasons):
        wrong.append(f"the end is told as {reasons}")
    if len({e["data"]["epoch"] for e in ends}) != len(ends):
        wrong.append(f"an end is told twice: {reasons}")
    if [e["seq"] for e in events] != list(range(1, len(events) + 1)):
        wrong.append("the numbers have a gap")
    if _ran(folder) != 2 or len(list(_bearers(folder))) != 1:
        wrong.append(f"{_ran(folder)} starts, {len(list(_bearers(folder)))} run")
    return wrong


def _bearers(folder: Path) -> Iterator[int]:
    wanted = f"{TOKEN}={folder}".encode()
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            with contextlib.suppress(OSError):
                if wanted in (each / "environ").read_bytes():
                    yield int(each.name)


def main(round: int, first: int, step: int) -> int:
    """Run all deaths of a round, print those after which something is wrong, and return how many they are."""
    bad, number = 0, first
    while True:
        said, wrong = trial(number, round)
        if not said:
            break
        bad += bool(wrong)
        for line in wrong:
            print(f"{number} {said}: WRONG: {line}", flush=True)
        number += step
    print(f"killed before {(number - first) // step} lines of round {round}, wrong after {bad}")
    return bad


if __name__ == "__main__":
    if sys.argv[1:2] == ["supervise"]:
        sys.exit(supervise(sys.argv[4:], int(sys.argv[2]), sys.argv[3]))
    given = sys.argv[1:] + ["0", "1", "1"][len(sys.argv) - 1 :]
    sys.exit(main(int(given[0]), int(given[1]), int(given[2])))
