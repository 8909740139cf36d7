"""The side of the repair engine that runs inside the sandbox: one project, many candidates, a fork for each batch."""

import json
import mmap
import os
import signal
import struct
import sys
import threading
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from aurora.contracts.sandbox import Guest
from aurora.engines.repair.memory import Memory
from aurora.engines.repair.runner import Direct, Runner
from aurora.engines.repair.suite import Unsupported
from aurora.engines.repair.ticks import Ticks
from aurora.engines.repair.turns import Turns
from aurora.model.execution import Json, Limits, Outcome, Status

_BOARD = 4 << 20  # bytes of results that one batch can post
_DEAR = 0.05  # seconds of processor time, whole multiples of which are told of a candidate
_ALIVE = 0.01  # share of the clock's time that even a starved process gets: what uses less waits for something
_HEAD = struct.Struct("<Q")


def serve(guest: Guest, payload: Json) -> None:
    """Answer the host's requests until it closes; see `Laboratory` for the messages."""
    assert isinstance(payload, dict)
    bench = _Bench(guest, payload)
    while (message := guest.receive()) is not None:
        assert isinstance(message, dict)
        guest.send(bench.answer(message))


class _Bench:
    def __init__(self, guest: Guest, payload: dict[str, Any]) -> None:
        warnings.simplefilter("ignore")
        sys.dont_write_bytecode = True
        self._guest = guest
        self._files: dict[str, str] = payload["files"]
        self._targets: list[str] = payload["targets"]
        self._tests: list[str] = payload["tests"]
        self._megabytes: int = payload["memory_mb"]
        folder = str(Path.cwd())
        self._memory = Memory(self._files, payload["roots"], folder)
        sys.meta_path.insert(0, self._memory)
        self._memory.warm()
        self._board = mmap.mmap(-1, _BOARD)
        self._asked = False  # to warm up
        self._runner = self._chosen(payload.get("options", ()), under_pytest=payload["pytest"])

    def _chosen(self, options: Sequence[str], *, under_pytest: bool) -> Runner:
        if not under_pytest:
            return Direct(self._memory, self._tests)
        from aurora.engines.repair.under_pytest import UnderPytest  # a heavy import, seldom needed

        return UnderPytest(self._memory, self._tests, options)

    def answer(self, message: dict[str, Any]) -> Json:
        """One request, one reply."""
        self._memory.steps.limit = message.get("steps")
        if message["do"] == "probe":
            return self._probe(message)
        if message["do"] == "try":
            return self._try_all(message)
        if message["do"] == "turns":
            return self._watch_turns(message)
        return self._watch_calls(message)

    def _limits(self, seconds: float) -> Limits:
        return Limits(wall_seconds=seconds, cpu_seconds=seconds, memory_mb=self._megabytes)

    def _probe(self, message: dict[str, Any]) -> Json:
        replies = self._batched(
            message["batch"], lambda edits: self._probed(edits, message), message["wall"], message["until"]
        )
        first = replies[0]
        if isinstance(first, dict) and "tests" in first and not (message["batch"][0] or self._asked):
            self._asked = True
            if first.get("threads") == 1 and not (first.get("import") or first.get("unsupported")):
                self._runner.warm()
        return replies

    def _probed(self, edits: Sequence[Sequence[Any]], message: dict[str, Any]) -> Json:
        ticks = Ticks(message["steps"]) if message["ticks"] else None
        if ticks is not None:
            self._memory.watched = frozenset(self._targets)
            self._memory.compile = ticks.compile
        self._memory.use(self._patched(edits))
        try:
            return {**self._runner.everything(message["cpu"], ticks), "threads": threading.active_count()}
        except Unsupported as error:
            return {"unsupported": str(error), "tests": {}}
        finally:
            self._memory.watched = frozenset()

    def _patched(self, edits: Sequence[Sequence[Any]]) -> dict[str, str]:
        changed: dict[str, str] = {}
        for path, start, end, text in sorted(edits, key=lambda edit: (edit[0], edit[1], edit[2]), reverse=True):
            old = changed.get(path, self._files.get(path, ""))
            changed[path] = old[:start] + text + old[end:]
        return changed

    def _try_all(self, message: dict[str, Any]) -> Json:
        def one(edits: Sequence[Sequence[Any]]) -> Json:
            start = time.process_time()
            self._runner.put(self._patched(edits))
            result = self._runner.until_failure(message["order"], message["cpu"])
            dear = (time.process_time() - start) // _DEAR * _DEAR
            return {**result, "c": dear} if dear else result

        return self._batched(message["batch"], one, message["wall"], message["until"])

    def _watch_calls(self, message: dict[str, Any]) -> Json:
        def one(edits: Sequence[Sequence[Any]]) -> Json:
            self._runner.put(self._patched(edits))
            return self._runner.values(message["calls"], message["cpu"])

        return self._batched(message["batch"], one, message["wall"], message["until"])

    def _watch_turns(self, message: dict[str, Any]) -> Json:
        def one(edits: Sequence[Sequence[Any]]) -> Json:
            turns = Turns(self._memory.steps, frozenset(message["functions"]))
            self._memory.watched, self._memory.compile = frozenset(self._targets), turns.compile
            self._runner.put(self._patched(edits), anew=True)
            self._runner.values(message["calls"], message["cpu"])
            return turns.told()

        return self._batched(message["batch"], one, message["wall"], message["until"])

    def _batched(self, batch: list[Any], one: Callable[[Any], Json], wall: float, until: float) -> list[Json]:
        """The result of each candidate; null for those that were not reached before `until` seconds passed."""
        results: list[Json] = []
        end = time.monotonic() + until
        while len(results) < len(batch) and time.monotonic() < end:
            rest = batch[len(results) : len(results) + (1 if self._runner.isolated else len(batch))]
            self._board[: _HEAD.size] = _HEAD.pack(0)
            outcome = self._guest.call(
                lambda rest=rest: self._post_each(rest, one, wall, end),  # type: ignore[misc]
                self._limits(max(0.5, end - time.monotonic()) + wall),
            )
            posted = self._posted()
            results += posted
            if not outcome.ok and len(results) < len(batch):
                results.append({"n": 0, "o": {"s": "killed", "e": _end(outcome)}})
            if outcome.ok and len(posted) < len(rest):
                break
        return results + [None] * (len(batch) - len(results))

    def _post_each(self, batch: list[Any], one: Callable[[Any], Json], wall: float, end: float) -> Json:
        watch = _Sentry(wall)
        at = _HEAD.size
        for item in batch:
            if time.monotonic() > end:
                break
            watch.wind()
            line = json.dumps(one(item)).encode() + b"\n"
            if at + len(line) > _BOARD:
                break
            self._board[at : at + len(line)] = line
            at += len(line)
            self._board[: _HEAD.size] = _HEAD.pack(at)
        watch.rest()
        return None

    def _posted(self) -> list[Json]:
        (end,) = _HEAD.unpack(self._board[: _HEAD.size])
        return [json.loads(line) for line in self._board[_HEAD.size : max(end, _HEAD.size)].splitlines()]


class _Sentry:
    """Ends this process when one candidate uses too much processor time, or waits as long for something.

    On a busy machine a candidate that works gets little time, but some; that one takes long is not held against it.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds, self._used = seconds, 0.0
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, self._ring)

    def wind(self) -> None:
        """Another candidate begins."""
        self._used = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, self._seconds)
        signal.setitimer(signal.ITIMER_REAL, self._seconds, self._seconds)

    def rest(self) -> None:
        """No candidate runs any more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, _number: int, _frame: FrameType | None) -> None:
        used = time.process_time()
        if used - self._used < self._seconds * _ALIVE:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            os.kill(os.getpid(), signal.SIGALRM)
        self._used = used


def _end(outcome: Outcome) -> str:
    """How a fork was ended: the clocks that a `_Sentry` winds do it by signals of their own."""
    known: dict[int | None, Status] = {signal.SIGALRM: Status.WALL_TIME, signal.SIGPROF: Status.CPU_TIME}
    return known.get(outcome.signal, outcome.status).value
