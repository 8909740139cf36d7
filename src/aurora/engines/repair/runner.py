"""Running a project's tests in this process as plain calls (guest side)."""

import re
import sys
import time
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, Protocol

from aurora.engines.repair.live import Live
from aurora.engines.repair.memory import Memory, saw_compile
from aurora.engines.repair.steps import HangError
from aurora.engines.repair.suite import Suite, Test, Unsupported, arm, frames_of, limited
from aurora.engines.repair.ticks import Ticks
from aurora.model.execution import Json

_LOAD = 5.0  # CPU seconds that the imports of the tests may take
_AFTER_HANG = 0.1  # CPU seconds that further tests get once one has hung
_STRIKES = 8  # calls that may hang before a candidate's others are taken to hang as well
_ADDRESS = re.compile(r" at 0x[0-9a-f]+")  # another one in each run
_HUNG: list[Json] = ["raised", HangError.__name__, ""]


class Runner(Protocol):
    """Runs the tests against what the memory holds now."""

    isolated: bool  # whether each candidate needs a fork of its own, because it might leave something behind

    def warm(self) -> None:
        """Import the original once for all candidates, when that does no harm."""

    def put(self, changed: Mapping[str, str], *, anew: bool = False) -> None:
        """Let the project have these texts from now on; `anew` has all its modules imported again."""

    def everything(self, seconds: float, ticks: Ticks | None) -> dict[str, Json]:
        """Run all tests: {"import": failure or null, "tests": {id: result}}."""

    def until_failure(self, order: Sequence[str], seconds: float) -> dict[str, Json]:
        """Run tests in this order up to the first failure: {"n": passed, "o": outcome of the failing one}."""

    def values(self, calls: Sequence[Sequence[str]], seconds: float) -> list[Json]:
        """What expressions give, each [test file, expression]: [status, type, repr]."""


class Exchanging:
    """Puts a candidate's code into the functions that are imported, where that does, else in the place of modules."""

    def __init__(self, memory: Memory, tests: Sequence[str]) -> None:
        self._memory = memory
        self._tests = list(tests)
        self._live: Live | None = None
        self._swapped = False  # the candidate's code is in the imported functions
        self.isolated = False

    def put(self, changed: Mapping[str, str], *, anew: bool = False) -> None:
        """See `Runner`."""
        arm()
        self._swapped = not anew and self._live is not None and self._live.put(changed)
        if not self._swapped:
            self._memory.use(changed)

    def given(self, modules: Mapping[str, ModuleType], calls: Sequence[Sequence[str]], seconds: float) -> list[Json]:
        """As `Runner.values`, among the names of these modules, by the path of the test file."""
        found: list[Json] = []
        strikes = 0
        for path, text in calls:
            result = _HUNG if strikes >= _STRIKES else self.value({**vars(modules[path])}, text, seconds)
            strikes += result == _HUNG
            found.append(result)
        return found

    def value(self, names: dict[str, Any], expression: str, seconds: float) -> list[Json]:
        """What an expression gives among these names: [status, type, repr]."""
        got: list[Any] = []
        self._memory.steps.restart()
        raised = limited(lambda: got.append(eval(expression, names)), seconds)  # inside the sandbox
        if raised:
            return ["raised", raised, ""]
        try:
            return ["value", type(got[0]).__name__, _ADDRESS.sub("", repr(got[0]))[:400]]
        except Exception as error:  # noqa: BLE001 - a value that cannot be shown
            return ["raised", type(error).__name__, ""]


class Direct(Exchanging):
    """Plain calls; a few thousand tests a second."""

    def __init__(self, memory: Memory, tests: Sequence[str]) -> None:
        super().__init__(memory, tests)
        self._suite = Suite(memory, self._tests)
        self._codes = {path: saw_compile(memory.text(path), path) for path in tests}
        memory.preset(self._codes)
        self._warm: dict[str, Test] = {}

    def warm(self) -> None:
        """See `Runner`."""
        live: list[Live] = []
        if not limited(lambda: live.append(Live(self._memory, lambda: self._warm.update(self._suite.load()))), _LOAD):
            names = [self._memory.name_of(path) for path in self._tests]
            self._live = live[0] if live[0].settled([sys.modules[name] for name in names]) else None

    def everything(self, seconds: float, ticks: Ticks | None) -> dict[str, Json]:
        """See `Runner`."""
        self._swapped = False
        found: dict[str, Test] = {}
        start = time.process_time()
        failure = self._load(found, seconds)
        load = time.process_time() - start
        if failure is not None:
            return {"import": failure, "tests": {}, "load": load}
        results: dict[str, Json] = {}
        for name, test in found.items():
            if ticks is not None:
                ticks.restart()
            result = self._suite.run(test, seconds)
            if ticks is not None:
                result |= {"lines": ticks.lines(), "last": ticks.last(), "values": ticks.values()}
            results[name] = result
            if result["s"] == "hang":
                seconds = min(seconds, _AFTER_HANG)
        return {"import": None, "tests": results, "load": load}

    def until_failure(self, order: Sequence[str], seconds: float) -> dict[str, Json]:
        """See `Runner`."""
        found: dict[str, Test] = {}
        failure = self._load(found, seconds)
        if failure is not None:
            return {"n": 0, "o": failure}
        passed = 0
        for name in order or found:
            if name not in found:
                return {"n": passed, "o": {"s": "error", "e": "Missing", "m": name}}
            result = self._suite.run(found[name], seconds)
            if result["s"] != "pass":
                return {"n": passed, "o": result, "at": name}
            passed += 1
        return {"n": passed, "o": None}

    def values(self, calls: Sequence[Sequence[str]], seconds: float) -> list[Json]:
        """See `Runner`."""
        failure = self._load({}, seconds)
        if failure is not None:
            return [["import", "", ""] for _ in calls]
        return self.given({path: sys.modules[self._memory.name_of(path)] for path, _ in calls}, calls, seconds)

    def _load(self, found: dict[str, Test], seconds: float) -> dict[str, Json] | None:
        if self._swapped:
            found.update(self._warm)
            return None
        problem: list[BaseException] = []

        def load() -> None:
            try:
                found.update(self._suite.load())
            except BaseException as error:
                problem.append(error)
                raise

        kind = limited(load, max(seconds, _LOAD))
        if not kind:
            return None
        error = problem[0] if problem else RuntimeError(kind)
        if isinstance(error, Unsupported):
            raise error
        return {"s": "import", "e": type(error).__name__, "m": str(error)[:300], "f": frames_of(error)}
