"""A server that is killed and started again: what it took is done, and who listened goes on with nothing missed."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

SECONDS = 150.0


@contextmanager
def _server(folder: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    words = ["serve", "--port", "0", "--database", f"sqlite:///{folder / 'a.db'}"]
    environment = {**os.environ, "AURORA_STATE": str(folder), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "aurora", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        told = next((found for line in process.stderr if (found := re.search(r"http://\S+:\d+", line))), None)
        assert told is not None
        try:
            yield process, told[0]
        finally:
            process.kill()
            process.stderr.read()


def _events(url: str, after: int, until: str, subject: str) -> list[dict[str, Any]]:
    """The events of the stream after a seq, up to the first of a type about a subject."""
    found: list[dict[str, Any]] = []
    with httpx.stream(
        "GET", f"{url}/api/events/stream", headers={"Last-Event-ID": str(after)}, timeout=SECONDS
    ) as told:
        for line in told.iter_lines():
            if line.startswith("data: "):
                found.append(json.loads(line.removeprefix("data: ")))
                if (found[-1]["type"], found[-1]["subject"]) == (until, subject):
                    return found
    raise AssertionError(f"the stream ended before {until}")


@pytest.mark.timeout(600)
def test_a_killed_server_loses_no_job_no_event_and_no_receipt(tmp_path: Path) -> None:
    body = {"kind": "repair", "payload": {"code": "x = 1\n", "issue": "?", "budget": 1.0}, "delay": 3.0}
    headers = {"Idempotency-Key": "one"}
    with _server(tmp_path) as (process, url):
        first = httpx.post(f"{url}/api/jobs", json=body, headers=headers, timeout=SECONDS).json()
        job = first["job"]
        before = _events(url, 0, "job.submitted", job)
        process.send_signal(signal.SIGKILL)
        process.wait(SECONDS)
    with _server(tmp_path) as (process, url):
        again = httpx.post(f"{url}/api/jobs", json=body, headers=headers, timeout=SECONDS)
        assert (again.json(), again.headers["idempotency-replayed"]) == (first, "true")
        after = _events(url, before[-1]["seq"], "job.done", job)
        deadline = time.monotonic() + SECONDS
        while (
            httpx.get(f"{url}/api/jobs/{job}", timeout=SECONDS).json()["state"] != "done"
            and time.monotonic() < deadline
        ):
            time.sleep(0.1)
        assert httpx.get(f"{url}/api/jobs/{job}", timeout=SECONDS).json()["state"] == "done"
        whole = httpx.get(f"{url}/api/events", params={"limit": 1000}, timeout=SECONDS).json()["events"]
    seqs = [event["seq"] for event in (*before, *after)]
    assert seqs == [event["seq"] for event in whole if event["seq"] <= seqs[-1]]
