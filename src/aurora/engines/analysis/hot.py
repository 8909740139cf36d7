"""Says where the time of a call or of tests goes (guest side): a plain run, a profiled one, one watched by lines."""

import cProfile
import importlib
import linecache
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from aurora.engines.analysis.reached import kill
from aurora.model.execution import Json

_MOST = 25  # functions and lines that are told
_LONGEST, _TOGETHER = 0.2, 4.0  # seconds of one run and of all, while `n` is doubled


def profile(request: dict[str, Any]) -> Json:
    """{"seconds", "functions": rows, "lines": rows, "sizes": [[n, seconds]], "broken"}; see `model/hot.py`."""
    call = request["call"]
    sizes: list[tuple[int, float]] = []
    work: Callable[[], object]
    if call:
        names = _names(call)
        code = compile(call, "<call>", "eval")
        names["n"] = 1
        if "n" in code.co_names:
            sizes = _grown(partial(eval, code, names), names)
        work = partial(eval, code, names)
    else:
        work = partial(kill, request)
    started = time.perf_counter()
    failed = work()
    seconds = time.perf_counter() - started
    if not call and failed:
        return {"broken": f"The test {failed} fails, or the tests cannot be collected."}
    paths = {str(Path(path).resolve()): path for path in request["asked"]}
    told: dict[str, Json] = {"seconds": seconds, "sizes": [[size, each] for size, each in sizes], "broken": ""}
    return {**told, "functions": _functions(work, paths), "lines": _lines(work, paths)}


def _names(call: str) -> dict[str, Any]:
    """What the call's dotted names begin with: the modules of the project, imported."""
    found: dict[str, Any] = {}
    for dotted in re.findall(r"[A-Za-z_][\w.]*(?=\()", call):
        words = dotted.split(".")
        for end in range(len(words) - 1, 0, -1):
            try:
                importlib.import_module(".".join(words[:end]))
            except ModuleNotFoundError:
                continue
            found[words[0]] = sys.modules[words[0]]
            break
    return found


def _grown(run: Callable[[], object], names: dict[str, Any]) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    size, began = 8, time.perf_counter()
    while not found or (found[-1][1] < _LONGEST and time.perf_counter() - began < _TOGETHER and size < 2**24):
        names["n"] = size
        times = []
        for _ in range(5):
            started = time.perf_counter()
            run()
            times.append(time.perf_counter() - started)
        found.append((size, min(times)))
        size *= 2
    names["n"] = found[max(0, len(found) - 3)][0]
    return found


def _functions(work: Callable[[], object], paths: dict[str, str]) -> list[Json]:
    profiler = cProfile.Profile()
    profiler.runcall(work)
    rows: list[tuple[float, list[Json]]] = []
    profiler.create_stats()
    for (file, line, name), (_, calls, own, total, _callers) in profiler.stats.items():
        if file in paths:
            rows.append((own, [paths[file], line, name, calls, own, total]))
    return [row for _, row in sorted(rows, key=lambda each: (-each[0], str(each[1])))[:_MOST]]


def _lines(work: Callable[[], object], paths: dict[str, str]) -> list[Json]:
    """The lines of the files by the time until the next event, callees of other files included."""
    spent: dict[tuple[str, int], float] = defaultdict(float)
    hits: dict[tuple[str, int], int] = defaultdict(int)
    last: list[Any] = [None, 0.0]

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        now = time.perf_counter()
        if last[0] is not None:
            spent[last[0]] += now - last[1]
        if frame.f_code.co_filename not in paths:
            return None
        if event == "line":
            last[0] = (frame.f_code.co_filename, frame.f_lineno)
            hits[last[0]] += 1
        elif event == "return":
            back = frame.f_back
            inside = back is not None and back.f_code.co_filename in paths
            last[0] = (back.f_code.co_filename, back.f_lineno) if back is not None and inside else None
        last[1] = time.perf_counter()
        return trace

    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(None)
    total = sum(spent.values()) or 1.0
    ranked = sorted(spent.items(), key=lambda each: (-each[1], each[0]))[:_MOST]
    return [
        [paths[file], line, hits[file, line], each / total, linecache.getline(file, line).strip()]
        for (file, line), each in ranked
    ]
