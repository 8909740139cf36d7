"""Runs one candidate on many inputs and tells what it did; its source runs inside the sandbox and imports no Aurora."""

import signal
import sys
from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import cache
from hashlib import sha256
from types import CodeType, FrameType
from typing import Any

_LONG = 400  # characters of an answer that are kept as they are
_NUMBERS = {"inf": float("inf"), "nan": float("nan")}  # as repr writes them
_STRIKES = 2  # calls out of time after which no more are made


class Slow(BaseException):
    """A call did not end in its time."""


class Skip(Exception):  # noqa: N818 - a signal, not an error
    """A related call would break a precondition."""


def probe_each(request: Mapping[str, Any]) -> list[dict[str, Any] | str]:
    """What each of the programs `each` does, one after the other: as `probe` says it, or the error that it raised."""
    told: list[dict[str, Any] | str] = []
    for text in request["each"]:
        try:
            told.append(probe({**request, "code": [*request["code"], text]}))
        except (Exception, Slow, SystemExit) as error:  # noqa: BLE001 - whatever the candidate raises is what it did
            told.append(f"{type(error).__name__}: {error}"[:200])
    return told


def probe(request: Mapping[str, Any]) -> dict[str, Any]:
    """What the function `name` of the last text in `code` does.

    `asserts` are statements; the answer holds "" or what went wrong for each. `inputs` are texts of argument tuples;
    at most `most` that satisfy the `preconditions` are called, each in `seconds` of processor time, and answered as a
    mapping with `input` (its place), `out` (canonical), `shown` (repr), `type`, `error`, `changed` (its argument),
    `stable` (same answer twice) and `post` (True, False, None for each of `postconditions`; -1, 0, 1 for a direction).
    Where an assert fails and no postcondition is left to judge, nothing is called.
    """
    space: dict[str, Any] = {"__name__": "candidate"}
    signal.signal(signal.SIGPROF, _ring)
    sys.set_int_max_str_digits(0)
    for text in request["code"]:
        exec(compile(text, "<candidate>", "exec"), space)
    seconds = request["seconds"]
    strikes = 0
    asserts = []
    for text in request["asserts"]:
        error = _attempt(text, space, seconds) if strikes < _STRIKES else "Slow: not run"
        strikes += error.startswith("Slow")
        asserts.append(error)
    calls: list[dict[str, Any]] = []
    called = request["inputs"] if request["postconditions"] or not any(asserts) else ()
    for place, text in enumerate(called):
        arguments = dict(zip(request["parameters"], eval(_compiled(text), _NUMBERS.copy()), strict=True))
        if len(calls) == request["most"] or strikes >= _STRIKES:
            break
        if _holds(request["preconditions"], arguments, space):
            calls.append({"input": place, **_call(request, arguments, space)})
            strikes += calls[-1]["error"].startswith("Slow")
    return {"asserts": asserts, "calls": calls}


@cache
def _compiled(text: str) -> CodeType:
    return compile(text, "<input>", "eval")


def canonical(value: Any) -> str:
    """A text that is equal for equal values: 1, True and 1.0 are, and so are sets and dictionaries in any order."""
    match value:
        case bool() | int():
            return str(int(value))
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.10g}"
        case str() | bytes() | None:
            return repr(value)
        case list() | tuple():
            inner = ", ".join(canonical(item) for item in value)
            return f"[{inner}]" if isinstance(value, list) else f"({inner})"
        case set() | frozenset():
            return "{" + ", ".join(sorted(canonical(item) for item in value)) + "}"
        case dict():
            pairs = sorted(f"{canonical(key)}: {canonical(item)}" for key, item in value.items())
            return "dict(" + ", ".join(pairs) + ")"
    inner = canonical(vars(value)) if hasattr(value, "__dict__") else ""
    return f"{type(value).__name__}{inner}"


def _call(request: Mapping[str, Any], arguments: dict[str, Any], space: dict[str, Any]) -> dict[str, Any]:
    function, seconds = space[request["name"]], request["seconds"]
    given = deepcopy(arguments)
    before = canonical(arguments)
    try:
        answer = _timed(lambda: function(*given.values()), seconds)
        changed = canonical(given) != before
        out = _bounded(canonical(answer))
        stable = _bounded(canonical(_timed(lambda: function(*deepcopy(arguments).values()), seconds))) == out
    except (Exception, Slow) as error:  # noqa: BLE001 - whatever the candidate raises is what it did
        words = f"{type(error).__name__}: {error}"[:200]
        return {
            "out": type(error).__name__,
            "shown": "",
            "type": "",
            "error": words,
            "changed": False,
            "stable": True,
            "post": [],
        }
    post = [_check(condition, request, arguments, answer, space) for condition in request["postconditions"]]
    return {
        "out": out,
        "shown": _bounded(repr(answer)),
        "type": type(answer).__name__,
        "error": "",
        "changed": changed,
        "stable": stable,
        "post": post,
    }


def _check(
    condition: str, request: Mapping[str, Any], arguments: dict[str, Any], answer: Any, space: dict[str, Any]
) -> bool | int | None:
    """Whether a postcondition holds; None when a related call would break a precondition, a function that it
    names is not there, or it takes too long."""

    def call(**changes: Any) -> Any:
        other = deepcopy({**arguments, **changes})
        if not _holds(request["preconditions"], other, space):
            raise Skip
        return space[request["name"]](*other.values())

    local = {**space, **deepcopy(arguments), "ret": deepcopy(answer), "call": call, "direction": _direction}
    try:
        held = _timed(lambda: eval(condition, local), request["seconds"])
    except (Skip, Slow):
        return None
    except NameError as error:
        return None if error.name not in space else False
    except Exception:  # noqa: BLE001 - a condition that cannot be evaluated does not hold
        return False
    return held if condition.startswith("direction(") else bool(held)


def _direction(after: Any, before: Any) -> int:
    return int(after > before) - int(after < before)


def _holds(conditions: list[str], arguments: dict[str, Any], space: dict[str, Any]) -> bool:
    try:
        return all(eval(condition, {**space, **deepcopy(arguments)}) for condition in conditions)
    except Exception:  # noqa: BLE001 - arguments of another kind break it
        return False


def _attempt(text: str, space: dict[str, Any], seconds: float) -> str:
    try:
        _timed(lambda: exec(text, dict(space)), seconds)
    except (Exception, Slow) as error:  # noqa: BLE001
        return f"{type(error).__name__}: {error}"[:200]
    return ""


def _timed(work: Callable[[], Any], seconds: float) -> Any:
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.05)  # again and again, should the candidate catch it
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Slow("no answer in time")


def _bounded(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}... {sha256(text.encode()).hexdigest()[:16]}"
