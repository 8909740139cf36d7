"""The values of a service's table, key by key."""

import re
import shlex
import signal
from collections.abc import Callable, Mapping
from typing import Any

from aurora.model.service import (
    NEEDING_PORT,
    NOTIFY,
    Ceiling,
    Check,
    Condition,
    Dependency,
    Ending,
    Foresight,
    LogRule,
    Notice,
    Policy,
    Restart,
)

CHECKS = {"http", "tcp", "exec", "log", "file", "heartbeat", NOTIFY}


class RefusedError(Exception):
    """What is wrong with the value of a key, and what was expected; `inner` are the keys inside that value."""

    def __init__(self, key: str, what: str, expected: str, inner: tuple[str, ...] = ()) -> None:
        super().__init__(what)
        self.key, self.what, self.expected, self.inner = key, what, expected, inner


def is_a(kind: type | tuple[type, ...], expected: str) -> Callable[[str, Any], Any]:
    """A reader of values of a kind, called as in `expected`."""

    def read(key: str, value: Any) -> Any:
        kinds = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise RefusedError(key, f"{key} is {value!r}", expected)
        return value

    return read


_truth = is_a(bool, "true or false")
text = is_a(str, "a text")


MOST = 1e12  # of any figure: neither infinite nor so large that no clock could count it


def number(key: str, value: Any) -> float:
    """A value that is a number, 0 or more; raises `RefusedError`, as all readers of values do."""
    given = is_a((int, float), "a number, 0 or more")(key, value)
    if not 0 <= given <= MOST:
        raise RefusedError(key, f"{key} is {value!r}", f"a number, 0 or more and at most {MOST:,.0f}")
    return float(given)


def words(key: str, value: Any) -> tuple[str, ...]:
    """A value that is a list of texts."""
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise RefusedError(key, f"{key} is {value!r}", "a list of texts")
    return tuple(value)


def command(key: str, value: Any) -> tuple[str, ...]:
    """A value that is a command, in one text or in words."""
    if isinstance(value, str):
        try:
            value = shlex.split(value)
        except ValueError as error:
            raise RefusedError(key, f"the command cannot be split: {error}", "a command as for a shell") from None
    parts = words(key, value)
    if not parts or not parts[0]:
        raise RefusedError(key, "the command is empty", 'command = "program argument" or ["program", "argument"]')
    return parts


def _environment(key: str, value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise RefusedError(key, f"environment is {value!r}", "a table of texts")
    return value


def _port(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 65_536:
        raise RefusedError(key, f"port is {value!r}", "a number from 1 to 65535")
    return value


def _check(key: str, value: Any) -> Check:
    if isinstance(value, str):
        kind, _, target = value.partition(" ")
        value = {"kind": kind, "target": target.strip()}
    readers = {
        "kind": text, "target": text, "status": is_a(int, "a number"), "fields": is_a(dict, "a table"),
        "interval": number, "timeout": number, "failures": is_a(int, "a number"), "window": is_a(int, "a number"),
    }  # fmt: skip
    facts = table(key, value, readers)
    check = Check(**{"kind": "", **facts})
    if check.kind not in CHECKS:
        raise RefusedError(key, f"{key} asks by {check.kind!r}", f"one of {', '.join(sorted(CHECKS))}, then its target")
    if check.kind == NOTIFY and check.target:
        raise RefusedError(key, f"{key} by notify has the target {check.target!r}", f'{key} = "notify"')
    if check.kind not in NEEDING_PORT | {NOTIFY} and not check.target:
        raise RefusedError(key, f"{key} by {check.kind} has no target", f'{key} = "{check.kind} TARGET"')
    if not 0 < check.failures <= check.window:
        raise RefusedError(key, f"{check.failures} failures of {check.window}", "0 < failures <= window")
    if check.kind == "log":
        _pattern(key, check.target)
    if not check.interval or not check.timeout:
        raise RefusedError(key, "interval and timeout must be above 0", "seconds")
    return check


def _notice(key: str, value: Any) -> Notice:
    kind, _, target = text(key, value).partition(" ")
    notice = Notice(kind, target.strip())
    if kind == "signal":
        _signal(key, notice.target)
    elif kind != "http" or not notice.target.startswith("/"):
        raise RefusedError(key, f"tell is {value!r}", '"signal USR1" or "http /features"')
    return notice


def _signal(key: str, name: str) -> None:
    if f"SIG{name.removeprefix('SIG')}" not in signal.Signals.__members__:
        raise RefusedError(key, f"there is no signal {name!r}", "TERM, INT, QUIT, ...")


def _pattern(key: str, text: str) -> None:
    try:
        re.compile(text)
    except re.error as error:
        raise RefusedError(key, f"{text!r} is no regular expression: {error}", "a pattern of the re module") from None


def table(key: str, value: Any, readers: Mapping[str, Callable[[str, Any], Any]]) -> dict[str, Any]:
    """A value that is a table of keys that have readers."""
    if not isinstance(value, dict):
        raise RefusedError(key, f"{key} is {value!r}", f"a table of {', '.join(readers)}")
    for name in value:
        if name not in readers:
            raise RefusedError(key, f"{key} has an unknown key {name!r}", f"one of {', '.join(readers)}", (name,))
    try:
        return {name: readers[name](name, each) for name, each in value.items()}
    except RefusedError as error:
        raise RefusedError(key, f"{key}: {error.what}", error.expected, (error.key, *error.inner)) from None


def _depends_on(key: str, value: Any) -> tuple[Dependency, ...]:
    if not isinstance(value, list):
        raise RefusedError(key, f"depends_on is {value!r}", "a list of names or tables")
    return tuple(_dependency(key, {"name": each} if isinstance(each, str) else each) for each in value)


def _dependency(key: str, value: Any) -> Dependency:
    facts = table(key, value, {"name": text, "condition": _one_of(Condition), "features": words})
    if "name" not in facts:
        raise RefusedError(key, "a dependency has no name", '{ name = "other", condition = "healthy" }')
    return Dependency(**facts)


def _one_of(kind: type[Condition] | type[Restart]) -> Callable[[str, Any], Any]:
    def read(key: str, value: Any) -> Any:
        if value not in list(kind):
            raise RefusedError(key, f"{key} is {value!r}", f"one of {', '.join(kind)}")
        return kind(value)

    return read


def _policy(key: str, value: Any) -> Policy:
    if isinstance(value, str):
        value = {"when": value}
    whole = is_a(int, "a number")
    readers: dict[str, Callable[[str, Any], Any]] = {
        "when": _one_of(Restart), "delay": number, "factor": number, "cap": number, "jitter": number,
        "retries": whole, "stable": number, "cooldown": number, "trips": whole,
    }  # fmt: skip
    facts = table(key, value, readers)
    if facts.get("factor", 2.0) < 1:
        raise RefusedError(key, f"factor is {facts['factor']!r}", "1 or more: a back-off never shrinks")
    return Policy(**{("restart" if name == "when" else name): each for name, each in facts.items()})


def _ending(key: str, value: Any) -> Ending:
    facts = table(key, value, {"signal": text, "grace": number})
    _signal(key, str(facts.get("signal", "TERM")))
    return Ending(**facts)


def _ceiling(key: str, value: Any) -> Ceiling:
    whole = is_a(int, "a number")
    return Ceiling(**table(key, value, {"memory_mb": number, "descriptors": whole, "threads": whole, "soon": number}))


def _foreseen(key: str, value: Any) -> Foresight:
    found = Foresight(**table(key, value, {"quiet": number, "checks": is_a(int, "a number"), "margin": number}))
    if found.checks < 1:
        raise RefusedError(key, f"checks is {found.checks!r}", "1 or more")
    return found


LOG_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "size_mb": number, "files": is_a(int, "a number"), "days": number, "every": number, "compress": _truth,
}  # fmt: skip


def _log(key: str, value: Any) -> LogRule:
    return LogRule(**table(key, value, LOG_READERS))


READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "command": command, "folder": text, "environment": _environment, "port": _port, "fixed_port": _truth,
    "hold": _truth, "ready": _check, "ready_within": number, "health": _check, "depends_on": _depends_on,
    "critical": _truth, "autonomous": _truth, "shared": _truth, "restart": _policy, "stop": _ending,
    "limits": _ceiling, "foreseen": _foreseen, "log": _log, "features": words, "tell": _notice, "group": text,
    "pid_files": words,
}  # fmt: skip
