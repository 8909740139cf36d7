"""How programs, limits and outcomes travel: JSON, length-prefixed between host and server, never pickled."""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from pathlib import PurePosixPath
from typing import Any

from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Program, Protection, Raised, Status

HEAD = 4
"""The bytes of a message's length, before it."""
MESSAGE_LIMIT = 64 * 1024 * 1024
"""The most bytes of one message."""
VALUE_LIMIT = 4 * 1024 * 1024
"""The most bytes of one program's value as JSON."""
DEPTH_LIMIT = 200
"""The deepest nesting of one program's value."""
_limit_fields = attrgetter(*(field.name for field in fields(Limits)))


def check(program: Program) -> None:
    """Raise `SandboxError` for a program that no sandbox can run."""
    if (program.source is None) == (program.command is None):
        raise SandboxError("a program has either a source or a command.", where="sandbox")
    if program.command is not None and not program.command:
        raise SandboxError("a command has at least one word.", where="sandbox")
    check_files(program.files)


def check_files(files: Mapping[str, str | bytes]) -> None:
    """Raise `SandboxError` for a name that leads out of the scratch folder."""
    for name in files:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name:
            raise SandboxError(f"the file name {name!r} does not lie in the scratch folder.", where="sandbox")


def framed(message: Json) -> bytes:
    """`message` with its length before it; raises `ValueError` when it is too long or not JSON."""
    body = json.dumps(message, allow_nan=False, separators=(",", ":")).encode("ascii")
    if len(body) > MESSAGE_LIMIT:
        raise ValueError(f"a message of {len(body)} bytes is longer than {MESSAGE_LIMIT}")
    return len(body).to_bytes(HEAD, "big") + body


def unframed(read: Callable[[int], bytes]) -> Any:
    """The next message; `read(n)` gives exactly n bytes. Raises `ValueError` for what is none."""
    length = int.from_bytes(read(HEAD), "big")
    if length > MESSAGE_LIMIT:
        raise ValueError(f"a message of {length} bytes is longer than {MESSAGE_LIMIT}")
    return json.loads(read(length))


def plain(value: object, depth: int = DEPTH_LIMIT) -> bool:
    """Whether `value` is JSON (tuples count as lists), nested at most `depth` deep, and every number finite."""
    if value is None or type(value) in (bool, int, str):
        return True
    if type(value) is float:
        return value - value == 0
    if depth == 0:
        return False
    if type(value) in (list, tuple):
        return all(plain(item, depth - 1) for item in value)  # type: ignore[attr-defined]
    if type(value) is dict:
        return all(type(key) is str and plain(item, depth - 1) for key, item in value.items())
    return False


def as_json(value: object) -> Json:
    """`value` when it is JSON, tuples turned into lists, else None."""
    return json.loads(json.dumps(value)) if plain(value) else None


def pack_limits(limits: Limits) -> Json:
    """The figures of `limits`, in the order of its fields."""
    return list(_limit_fields(limits))


def unpack_limits(row: list[Any]) -> Limits:
    """The inverse of `pack_limits`."""
    return Limits(*row)


def as_bytes(text: str | bytes) -> bytes:
    """UTF-8 of text, lone surrogates included."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def _pack_bytes(text: str | bytes) -> str:
    return b64encode(as_bytes(text)).decode("ascii")


def pack_files(files: Mapping[str, str | bytes]) -> Json:
    """Contents as base64."""
    return {name: _pack_bytes(content) for name, content in files.items()}


def unpack_files(packed: dict[str, str]) -> dict[str, bytes]:
    """The inverse of `pack_files`."""
    return {name: b64decode(text) for name, text in packed.items()}


def unpack_bytes(text: str) -> bytes:
    """What `pack_program` made of standard input."""
    return b64decode(text)


def pack_program(program: Program) -> dict[str, Json]:
    """The request to run `program`."""
    return {
        "do": "run",
        "source": program.source,
        "command": None if program.command is None else list(program.command),
        "files": pack_files(program.files),
        "stdin": _pack_bytes(program.stdin),
        "limits": pack_limits(program.limits),
    }


def pack_guest(entry: str, payload: Json, limits: Limits, files: Mapping[str, str | bytes]) -> dict[str, Json]:
    """The request to start a guest."""
    return {
        "do": "start",
        "entry": entry,
        "payload": payload,
        "limits": pack_limits(limits),
        "files": pack_files(files),
    }


def pack_outcome(outcome: Outcome) -> dict[str, Json]:
    """The answer to a request."""
    raised = outcome.raised
    return {
        "status": outcome.status.value,
        "value": outcome.value,
        "raised": None if raised is None else _pack_raised(raised),
        "rest": [outcome.stdout, outcome.stderr, outcome.exit_code, outcome.signal],
        "used": [outcome.seconds, outcome.cpu_seconds, outcome.peak_mb, outcome.denied],
    }


def _pack_raised(raised: Raised) -> Json:
    return [raised.type, raised.message, [list(frame) for frame in raised.frames]]


def unpack_outcome(packed: dict[str, Any]) -> Outcome:
    """The inverse of `pack_outcome`."""
    raised = packed["raised"]
    if raised is not None:
        raised = unpack_raised(raised)
    return Outcome(Status(packed["status"]), packed["value"], raised, *packed["rest"], *packed["used"])


def unpack_raised(row: Any) -> Raised | None:
    """What a program says it raised, or None when what it says has another shape."""
    match row:
        case [str(kind), str(message), [*frames]]:
            return Raised(kind, message, tuple(frame for frame in map(_frame, frames) if frame))
    return None


def _frame(row: Any) -> tuple[str, int, str] | None:
    match row:
        case [str(file), int(line), str(function)]:
            return (file, line, function)
    return None


def pack_protection(protection: Protection) -> Json:
    """One protection as a row."""
    return [protection.name, protection.in_force, protection.by, protection.detail]
