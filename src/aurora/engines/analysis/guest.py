"""The side of the observer that runs inside the sandbox: each request in a fork of its own."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from aurora.contracts.sandbox import Guest
from aurora.engines.analysis import hot, reached
from aurora.model.execution import Json, Limits

_WORK: Mapping[str, Callable[[dict[str, Any]], Json]] = MappingProxyType(
    {"nothing": lambda _message: None, "cover": reached.cover, "kill": reached.kill, "profile": hot.profile}
)
RUNNING = Path(".aurora-running")  # names the test that runs, for when it does not end


def serve(guest: Guest, payload: Json) -> None:
    """Answer requests until the host closes: {"do", "seconds", ...} -> {"status", "value", "raised", "running"}."""
    assert isinstance(payload, dict)
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(Path.cwd() / each) for each in ("src", ".") if Path(each).is_dir()]
    megabytes = int(str(payload["memory_mb"]))
    while (message := guest.receive()) is not None:
        assert isinstance(message, dict)
        guest.send(_answered(guest, message, megabytes))


def _answered(guest: Guest, message: dict[str, Any], megabytes: int) -> Json:
    for path, text in message.get("put", {}).items():
        Path(path).write_text(text, "utf-8", newline="")
    limits = Limits(
        wall_seconds=3 * message["seconds"],
        cpu_seconds=message["seconds"],
        memory_mb=megabytes,
        output_kb=4096,
        open_files=256,
    )
    outcome = guest.call(lambda: _WORK[message["do"]](message), limits)
    raised = f"{outcome.raised.type}: {outcome.raised.message}" if outcome.raised else ""
    running = RUNNING.read_text("utf-8") if RUNNING.is_file() else ""
    return {"status": outcome.status.value, "value": outcome.value, "raised": raised, "running": running}
