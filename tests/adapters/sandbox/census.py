"""Counts the processes that a test's own sandboxes have left."""

import os
import time
from pathlib import Path

import pytest

PATIENCE_SECONDS = 120.0


def descendants(ancestor: int) -> set[int]:
    """The living processes that came from `ancestor`; zombies do not live."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, parent = (entry / "stat").read_text("utf-8", "replace").rpartition(") ")[2].split()[:2]
            except OSError:
                continue
            if state != "Z":
                parents[int(entry.name)] = int(parent)
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {ancestor}


def own_servers() -> set[int]:
    """The processes of this test process's sandboxes."""
    return {pid for pid in descendants(os.getpid()) if b"aurora" in _command(pid)}


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def wait_until_gone(pids: set[int]) -> set[int]:
    """Wait for `pids` to end; answers those that still live when patience does."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    living = pids
    while living and time.monotonic() < deadline:
        time.sleep(0.01)
        living = {pid for pid in living if _state(pid) not in ("", "Z")}
    return living


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(") ")[2][:1]
    except OSError:
        return ""


def not_permitted(why: str) -> None:
    """Skip the test, or fail it where AURORA_TEST_REQUIRE=1 says that nothing may be skipped."""
    if os.environ.get("AURORA_TEST_REQUIRE") == "1":
        pytest.fail(why)
    pytest.skip(why)
