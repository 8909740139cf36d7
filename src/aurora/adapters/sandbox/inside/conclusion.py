"""From a process's exit status and last words to its outcome; the words are the program's own and are doubted."""

import json
import signal
from typing import Any

from aurora.adapters.sandbox import wire
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Raised, Status

CONFINED = b"confined\n"
"""The first words of every process that was confined."""
_CPU_SIGNAL, _KILL = getattr(signal, "SIGXCPU", None), getattr(signal, "SIGKILL", None)


def concluded(
    said: bytes, ended_by: Status | None, code: int, limits: Limits, figures: dict[str, Any], *, silent: bool
) -> Outcome:
    """The outcome of a process that `said` something and ended with `code` (negative: by that signal).

    `ended_by` is the limit that it was killed for, `figures` are the measured fields of the outcome; `silent` means
    that nothing is said by a process that does well. Raises `SandboxError` when it was never confined.
    """
    if ended_by is None and not said.startswith(CONFINED):
        why = said[:200].decode("utf-8", "replace")
        raise SandboxError(f"a program could not be confined ({why}); it was not run.", where="sandbox")
    words = _words(said[len(CONFINED) :])
    figures = {**figures, "denied": words.get("denied", "")}
    if ended_by is not None:
        return Outcome(ended_by, **figures)
    if code < 0:
        spent = figures["cpu_seconds"] > limits.cpu_seconds
        slow = -code == _CPU_SIGNAL or (-code == _KILL and spent)
        return Outcome(Status.CPU_TIME if slow else Status.CRASHED, signal=-code, **figures)
    return _ended(words or ({"end": "ok"} if silent else {}), code, figures)


def _ended(words: dict[str, Any], code: int, figures: dict[str, Any]) -> Outcome:
    raised = wire.unpack_raised(words.get("raised"))
    if code == 0 and words.get("end") == "ok":
        return Outcome(Status.OK, value=_value(words), exit_code=0, **figures)
    if words.get("end") == "raised" and raised is not None:
        denied = bool(figures["denied"] and words.get("refused"))
        return Outcome(_why(raised, denied=denied), raised=raised, exit_code=code, **figures)
    return Outcome(Status.EXITED, exit_code=code, **figures)


def _value(words: dict[str, Any]) -> Json:
    value: Json = words.get("value")
    return value if wire.plain(value) else None


def _why(raised: Raised, *, denied: bool) -> Status:
    if raised.type == "MemoryError":
        return Status.MEMORY
    return Status.DENIED if denied else Status.RAISED


def _words(data: bytes) -> dict[str, Any]:
    words: dict[str, Any] = {}
    for line in data.splitlines():
        match _parsed(line):
            case {"denied": str(what)}:
                words.setdefault("denied", what[:400])
            case {"end": "ok" | "exited" | "raised"} as said:
                words.update(said)
    return words


def _parsed(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None
