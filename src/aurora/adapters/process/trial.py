"""What a rollout asks of the outside: an address, and a command that must end in time."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from aurora.model.rollout import Gate

PATIENCE = 2.0  # seconds for an answer


def visit(gate: Gate) -> tuple[str, float]:
    """What is wrong with the answer of a gate (empty: nothing), and the seconds that it took."""
    began = time.monotonic()
    try:
        with urllib.request.urlopen(_request(gate), timeout=PATIENCE) as answer:
            status, body = answer.status, answer.read(1 << 16)
    except urllib.error.HTTPError as refused:
        with refused:
            status, body = refused.code, refused.read(1 << 16)
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        return f"{gate.url} does not answer: {getattr(why, 'strerror', None) or why}", time.monotonic() - began
    return _judged(gate, status, body), time.monotonic() - began


def _request(gate: Gate) -> urllib.request.Request:
    if gate.post is None:
        return urllib.request.Request(gate.url)
    said = json.dumps(dict(gate.post)).encode()
    return urllib.request.Request(gate.url, data=said, headers={"Content-Type": "application/json"})


def run(words: Sequence[str], folder: Path, seconds: float) -> str:
    """Run a command to its end; returns what is wrong (empty: nothing). What is late is killed with its group."""
    try:
        process = subprocess.Popen(
            words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        return f"{words[0]} cannot be run: {error.strerror}"
    with process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return f"{words[0]} did not end within {seconds:g} s"
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return "" if process.returncode == 0 else f"{words[0]} exited with status {process.returncode}: {last}"


def _judged(gate: Gate, status: int, body: bytes) -> str:
    if status != gate.status:
        return f"{gate.url} answers with status {status}, not {gate.status}"
    if gate.has.encode() not in body:
        return f"{gate.url}: {gate.has!r} is not in the answer"
    if not gate.fields:
        return ""
    try:
        given = json.loads(body)
    except ValueError:
        return f"{gate.url} answers with what is not JSON"
    for name, wanted in gate.fields.items():
        value = given.get(name) if isinstance(given, dict) else None
        if value != wanted:
            return f"{gate.url}: {name} is {value!r}, not {wanted!r}"
    return ""
