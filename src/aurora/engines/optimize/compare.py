"""Compares two versions of a function: the same answers, which is quicker, and how their times grow (guest side)."""

import gc
import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from itertools import islice
from types import ModuleType
from typing import Any

from aurora.engines.optimize.scale import grown
from aurora.model.execution import Json

PAIRS = 15
_PIECE, _REPEATS = 0.002, 3  # seconds that one timed piece takes at least, and how many the least is taken of
_COPIED = 0.05  # seconds that a piece may take with the copies that are made for it
_LONG, _NEXT = 0.04, 0.4  # seconds of the largest input, and of one that is not begun any more
_CALL, _ALL = 0.2, 3.0  # processor seconds that one compared call and all of them may take
_MOST = 2000  # items of a generator that are compared
Function = Callable[..., Any]


def compare(request: Mapping[str, Any]) -> Json:
    """Compare the function `function` of the texts `before` and `after` on the `calls`, texts of argument tuples.

    {"differs": "" or how, "inputs": compared, "ratios": before / after of each pair, "sizes": [[n, before, after]]}.
    """
    before, after = (_load(request[which], request)[request["function"]] for which in ("before", "after"))
    calls = [eval(text, {"inf": float("inf"), "nan": float("nan")}) for text in request["calls"]]
    signal.signal(signal.SIGPROF, _ring)
    differs, inputs = _alike(before, after, calls)
    if differs or not inputs:
        return {"differs": differs or "no input is answered in time"}
    largest = timed = max(inputs, key=lambda call: len(repr(call)))
    sizes: list[Json] = []
    seed = request["seed"]
    for (size, call), (_, mixed) in zip(grown(largest, seed, distinct=True), grown(largest, seed), strict=True):
        told = _differs(before, after, mixed)
        if told:
            return {"differs": told}
        inputs += [mixed] if told is not None else []
        spent, told = _seconds(before, call), _differs(before, after, call)
        if told:
            return {"differs": told}
        if spent is None or told is None:
            break
        inputs.append(call)
        timed = call
        sizes.append([size, spent, _seconds(after, call) or 0.0])
        if spent > _LONG or _foreseen(sizes) > _NEXT:
            break
    ratios = _ratios(before, after, timed)
    return {"differs": "", "inputs": len(inputs), "ratios": [*ratios], "sizes": sizes}


def _alike(before: Function, after: Function, calls: Sequence[Any]) -> tuple[str, list[Any]]:
    """How they differ, or the inputs on which they do not; those that take too long are left out."""
    began, inputs = time.process_time(), []
    for call in calls:
        differs = _differs(before, after, call)
        if differs:
            return differs, []
        inputs += [call] if differs is not None else []
        if time.process_time() - began > _ALL:
            break
    return "", inputs


def _load(text: str, request: Mapping[str, Any]) -> dict[str, Any]:
    module = ModuleType(request["module"])
    module.__file__ = request["path"]
    module.__package__ = request["module"].rpartition(".")[0]
    exec(compile(text, request["path"], "exec", dont_inherit=True), module.__dict__)
    return module.__dict__


def _foreseen(sizes: Sequence[Any]) -> float:
    """The seconds of the next size, when the time goes on growing as it did."""
    if len(sizes) < 2:
        return 0.0
    last, earlier = sizes[-1][1], sizes[-2][1]
    return float(last * max(1.0, last / max(earlier, 1e-9)))


class Slow(BaseException):
    """A call did not end in its time."""


def _ring(_signal: int, _frame: object) -> None:
    raise Slow


def _differs(before: Function, after: Function, call: tuple[Any, ...]) -> str | None:
    """How they differ, empty when they do not; None when the first does not answer in time."""
    try:
        first = _outcome(before, call)
    except Slow:
        return None
    try:
        second = _outcome(after, call)
    except Slow:
        return "it does not end in time where the original does"
    if same(first, second):
        return ""
    words = ", ".join(repr(value)[:60] for value in call)
    return f"for ({words}) it gives {str(second[1])[:80]} in place of {str(first[1])[:80]}"


def _outcome(function: Function, call: tuple[Any, ...]) -> tuple[str, object, object]:
    """How a call ended, with what, and what it left of its arguments."""
    given = deepcopy(call)
    try:
        signal.setitimer(signal.ITIMER_PROF, _CALL)
        answer = function(*given)
        if hasattr(answer, "__next__"):
            answer = [*islice(answer, _MOST)]
    except Exception as error:  # noqa: BLE001 - whatever the function raises is what it does
        return "raises", type(error).__name__, given
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return "returns", answer, given


def same(left: object, right: object) -> bool:
    """Whether two values are the same in type and content; 1 and True and 1.0 are not, NaN is like NaN."""
    if type(left) is not type(right):
        return False
    if isinstance(left, list | tuple) and isinstance(right, list | tuple):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return same([*left.items()], [*right.items()])
    if isinstance(left, float):
        return repr(left) == repr(right)
    if hasattr(left, "__dict__") and type(left).__eq__ is object.__eq__:
        return same(vars(left), vars(right))
    return bool(left == right)


def _seconds(function: Function, call: tuple[Any, ...]) -> float | None:
    """The least of three runs; None when it raises."""
    best = float("inf")
    for _ in range(3):
        given = deepcopy(call)
        started = time.perf_counter()
        try:
            _run(function, given)
        except Exception:  # noqa: BLE001 - an input that the function refuses
            return None
        best = min(best, time.perf_counter() - started)
        if best > _LONG:
            break
    return best


def _run(function: Function, given: tuple[Any, ...]) -> None:
    getattr(function, "cache_clear", int)()  # what one run remembers must not make the next one quick
    answer = function(*given)
    if hasattr(answer, "__next__"):
        for _ in islice(answer, _MOST):
            pass


def _ratios(before: Function, after: Function, call: tuple[Any, ...]) -> list[float]:
    """Time of the one over that of the other, in pairs whose order alternates; copies are made outside of the time."""
    once = max(_seconds(before, call) or _PIECE, 1e-7)
    started = time.perf_counter()
    deepcopy(call)
    copied = time.perf_counter() - started
    loops = max(1, min(2000, round(_PIECE / once), round(_COPIED / (copied + once))))
    found = []
    gc.collect()
    gc.disable()
    try:
        for pair in range(PAIRS):
            order = (before, after) if pair % 2 else (after, before)
            times = {id(each): min(_pieces(each, call, loops)) for each in order}
            found.append(times[id(before)] / max(times[id(after)], 1e-9))
    finally:
        gc.enable()
    return found


def _pieces(function: Function, call: tuple[Any, ...], loops: int) -> Iterator[float]:
    for _ in range(_REPEATS):
        yield _timed(function, [deepcopy(call) for _ in range(loops)])


def _timed(function: Function, given: Sequence[tuple[Any, ...]]) -> float:
    started = time.perf_counter()
    for each in given:
        with suppress(Exception):  # both versions raise alike
            _run(function, each)
    return time.perf_counter() - started
