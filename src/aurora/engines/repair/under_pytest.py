"""Running a project's tests in this process under pytest itself, for fixtures and marks (guest side)."""

import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any

import pytest

from aurora.engines.repair.collected import EXCUSED, OPTIONS, Collected, rewrite_once
from aurora.engines.repair.live import Live
from aurora.engines.repair.memory import Memory
from aurora.engines.repair.runner import Exchanging
from aurora.engines.repair.steps import Steps
from aurora.engines.repair.suite import alarmed, arm, failure_of, limited, quiet
from aurora.engines.repair.ticks import Ticks
from aurora.model.execution import Json

_LOAD = 10.0  # CPU seconds that the collection may take


class UnderPytest(Exchanging):
    """Tests collected once, where the project allows that; else real pytest, some runs a second. A `Runner`."""

    def __init__(self, memory: Memory, tests: Sequence[str], options: Sequence[str] = ()) -> None:
        """`options` stand behind those that every project gets."""
        super().__init__(memory, tests)
        self._options = (*OPTIONS, *options)
        self._collected: Collected | None = None
        rewrite_once(self._tests)

    def warm(self) -> None:
        """See `Runner`."""
        collected: list[Collected] = []
        live: list[Live] = []
        with quiet():
            limited(lambda: live.append(Live(self._memory, lambda: collected.append(self._collect()))), _LOAD)
        if live and collected[0].sound:
            self._live, self._collected = live[0], collected[0]
            self.isolated = not live[0].settled(())

    def _collect(self) -> Collected:
        return Collected([*self._options, *self._tests])

    def everything(self, seconds: float, ticks: Ticks | None) -> dict[str, Json]:
        """See `Runner`."""
        self._swapped = False
        watcher = self._run(self._tests, seconds, ticks, first_only=False)
        return {"import": watcher.broken, "tests": dict(watcher.results)}

    def until_failure(self, order: Sequence[str], seconds: float) -> dict[str, Json]:
        """See `Runner`."""
        if self._swapped and self._collected is not None and self._collected.repeats(order[:1]):
            return self._collected.until_failure(order, seconds, self._memory.steps)
        first = self._until_failure(order[:1], seconds)  # which most candidates fail; the others are not collected
        return first if first["o"] or len(order) == 1 else self._until_failure(order, seconds)

    def _until_failure(self, order: Sequence[str], seconds: float) -> dict[str, Json]:
        watcher = self._run(order or self._tests, seconds, None, first_only=True)
        passed = sum(result["s"] == "pass" for result in watcher.results.values())
        if watcher.broken is not None:
            return {"n": 0, "o": watcher.broken}
        for name, result in watcher.results.items():
            if result["s"] != "pass":
                return {"n": passed, "o": result, "at": name}
        if not watcher.results or passed < len(order):
            return {"n": passed, "o": {"s": "error", "e": "Missing", "m": "not every test was run"}}
        return {"n": passed, "o": None}

    def values(self, calls: Sequence[Sequence[str]], seconds: float) -> list[Json]:
        """See `Runner`."""
        if self._swapped:
            return self.given({path: sys.modules[self._memory.name_of(path)] for path, _ in calls}, calls, seconds)
        try:
            modules = {path: import_module(self._memory.name_of(path)) for path, _ in calls}
        except Exception:  # noqa: BLE001 - whatever a candidate's import raises
            return [["import", "", ""] for _ in calls]
        return self.given(modules, calls, seconds)

    def _run(self, tests: Sequence[str], seconds: float, ticks: Ticks | None, *, first_only: bool) -> "_Watcher":
        watcher = _Watcher(seconds, ticks, self._memory.steps)
        arm()
        with quiet():
            pytest.main([*self._options, *(["-x"] if first_only else []), *tests], plugins=[watcher])
        return watcher


class _Watcher:
    """A plugin that notes how each test ends, and limits its time."""

    def __init__(self, seconds: float, ticks: Ticks | None, steps: Steps) -> None:
        self._steps = steps
        self.results: dict[str, dict[str, Json]] = {}
        self.broken: dict[str, Json] | None = None
        self._seconds = seconds
        self._ticks = ticks
        self._used = 0.0  # processor time of the last test

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[Any]:
        """Limit the CPU time of the test."""
        del item
        self._steps.restart()
        if self._ticks is not None:
            self._ticks.restart()
        start = time.process_time()
        try:
            with alarmed(self._seconds):
                return (yield)
        finally:
            self._used = time.process_time() - start

    @pytest.hookimpl
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Note the first failure of a test, or that it passed."""
        expected = item.get_closest_marker("xfail") is not None
        excused = call.excinfo is not None and (expected or call.excinfo.errisinstance(EXCUSED))
        if call.excinfo is not None and not excused:
            self.results[item.nodeid] = failure_of(call.excinfo.value)
        elif call.when == "call" or excused:
            self.results.setdefault(item.nodeid, {"s": "pass"})
        if call.when == "call" and item.nodeid in self.results:
            result = self.results[item.nodeid]
            result["t"] = self._used
            if self._ticks is not None:
                result |= {"lines": self._ticks.lines(), "last": self._ticks.last(), "values": self._ticks.values()}

    def pytest_exception_interact(self, node: pytest.Item | pytest.Collector, call: pytest.CallInfo[Any]) -> None:
        """A test file that cannot be imported."""
        if isinstance(node, pytest.Collector) and call.excinfo is not None and self.broken is None:
            cause = call.excinfo.value.__cause__ or call.excinfo.value.__context__ or call.excinfo.value
            self.broken = {**failure_of(cause), "s": "import"}
