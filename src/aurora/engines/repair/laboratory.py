"""The host's side of one task: a guest in the sandbox that probes the project and tries candidates."""

import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, cast

from aurora.contracts.sandbox import Sandbox, Session
from aurora.engines.repair.clock import Clock
from aurora.engines.repair.options import options
from aurora.model.answer import Edit
from aurora.model.effort import SECOND, Meter
from aurora.model.errors import SandboxError
from aurora.model.execution import Json, Limits, Outcome, Program, Status, lean_pytest
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget, RepairTask

_ENTRY = "aurora.engines.repair.guest:serve"
_BREATH = 0.2  # seconds between two looks at whether the answer is still wanted
_SETTINGS = ("pyproject.toml", "pytest.ini", ".pytest.ini", "tox.ini", "setup.cfg")
_WATCHED = 5  # times what a test may take, where each statement is watched
_SLACK = 5.0  # seconds that a reply may be late
_PROBE, _TRIAL, _HANG = SECOND // 100, SECOND // 2000, SECOND // 100  # steps of one, but for the tests that pass
_TEST = SECOND // 10_000  # steps of a test or call that ends as usual


class SilentError(SandboxError):
    """The guest does not answer any more: what it runs has stopped or smothered it."""


@dataclass(frozen=True, slots=True)
class Failure:
    """How one test failed."""

    status: str  # fail, error, hang, import, killed
    kind: str = ""  # class of the exception
    message: str = ""
    frames: tuple[tuple[str, int, str], ...] = ()  # (path, line, function), outermost first
    distance: float = 1.0  # of the asserted value from the wanted one
    actual: str = ""

    @staticmethod
    def of(record: Mapping[str, Any]) -> "Failure":
        """Read the guest's record."""
        return Failure(
            record["s"],
            record.get("e", ""),
            record.get("m", ""),
            tuple((path, line, name) for path, line, name in record.get("f", ())),
            record.get("d", 1.0),
            record.get("a", ""),
        )


@dataclass(frozen=True, slots=True)
class Trace:
    """One test as probed: how it ended, and what it ran."""

    name: str
    failure: Failure | None
    seconds: float = 0.0
    lines: Mapping[tuple[str, int], int] = field(default_factory=dict)  # (path, line) -> visits
    last: tuple[str, int] | None = None  # the statement that ran last
    values: Mapping[tuple[str, int], list[dict[str, list[str]]]] = field(default_factory=dict)

    def __str__(self) -> str:
        """The test and, when it failed, what it said: `test_sum: AssertionError: 3 instead of 4`."""
        said = [self.failure.kind, self.failure.message] if self.failure else []
        return ": ".join([self.name.rpartition("::")[2], *filter(None, said)])


@dataclass(frozen=True, slots=True)
class Probe:
    """All tests of one state of the project."""

    traces: tuple[Trace, ...] = ()
    broken: Failure | None = None  # the import failed
    died: str = ""  # the process ended before it could answer
    unsupported: str = ""

    @property
    def failing(self) -> tuple[Trace, ...]:
        """The traces of the failing tests."""
        return tuple(trace for trace in self.traces if trace.failure)

    @property
    def passes(self) -> bool:
        """Whether there are tests and all pass."""
        return bool(self.traces) and not self.failing and not self.broken


@dataclass(frozen=True, slots=True)
class Trial:
    """One candidate: how many tests passed, and the failure that ended it."""

    passed: int
    failure: Failure | None
    at: str = ""  # the failing test
    dear: int = 0  # steps of processor time, where it took far more than is usual


@dataclass(frozen=True, slots=True)
class Turned:
    """What ran of one candidate over many calls."""

    never: int  # statements that never ran, of functions that were entered
    alike: int  # conditions that were asked and always turned out alike


class Laboratory:
    """Runs a task's project in one guest; not shared between threads."""

    def __init__(self, sandbox: Sandbox, task: RepairTask, budget: Budget, watch: Watch = silent) -> None:
        """`watch` is called while an answer is waited for; what it raises ends the waiting."""
        self._sandbox, self._watch = sandbox, watch
        self._task = task
        self._limits = Limits(
            wall_seconds=budget.seconds * 2 + 60, cpu_seconds=budget.seconds * 2 + 60, memory_mb=budget.memory_mb
        )
        self._session: Session | None = None
        self.pytest = False  # run under pytest, because plain calls do not do
        self.cpu = 1.0  # seconds that a test of a candidate may take
        self.steps: int | None = None  # rounds that the loops of a candidate may make in a test
        self.load = 0.0  # CPU seconds that the imports took
        self.tried = 0
        self.meter = Meter()

    def probe(self, edits: Sequence[Edit] = (), *, ticks: bool = True, cpu: float | None = None) -> Probe:
        """Run all tests on the project with these edits, and record what they run."""
        return self.probes([edits], ticks=ticks, cpu=cpu)[0]

    def probes(
        self, batch: Sequence[Sequence[Edit]], *, ticks: bool = True, cpu: float | None = None, seconds: float = 60.0
    ) -> list[Probe]:
        """The probes of several versions, for which one fork may do; `died` when there was no time for one."""
        cpu = cpu or self.cpu
        wall = cpu * 6 + self.load * 5 + min(15.0, 2 + 2 * seconds)
        message: dict[str, Json] = {
            "do": "probe", "batch": [_wire(edits) for edits in batch], "ticks": ticks,
            "cpu": cpu, "steps": self.steps, "wall": wall, "until": seconds,
        }  # fmt: skip
        replies = self._ask(message, seconds + wall)
        self.meter.spend(_PROBE * len(batch))
        self.load = max((self.load, *(reply.get("load", 0.0) for reply in replies if reply)))
        return [_read_probe(reply) if reply else Probe(died=Status.WALL_TIME.value) for reply in replies]

    def trials(
        self, batch: Sequence[Sequence[Edit]], order: Sequence[str], seconds: float, patience: int = 1
    ) -> list[Trial | None]:
        """Try candidates one after the other for at most `seconds`; None for those that were not reached.

        With `patience` a test may take so many times what it usually may, in time and in rounds of its loops.
        """
        cpu, steps = self.cpu * patience, self.steps and self.steps * patience
        wall = (4.0 if self.pytest else 0.6) + cpu * 3 + self.load * 5
        message: dict[str, Json] = {
            "do": "try", "batch": [_wire(edits) for edits in batch], "order": list(order),
            "cpu": cpu, "steps": steps, "wall": wall, "until": seconds,
        }  # fmt: skip
        records = self._ask(message, seconds + wall)
        found = [record and _read_trial(record) for record in records]
        self.tried += sum(trial is not None for trial in found)
        self.meter.spend(sum(_effort(trial) for trial in found if trial))
        return found

    def values(
        self, batch: Sequence[Sequence[Edit]], calls: Sequence[tuple[str, str]], seconds: float
    ) -> list[list[tuple[str, str, str]] | None]:
        """What each candidate gives for each (test file, expression): (status, type, repr)."""
        wall = 1.0 + self.cpu * 4 + self.load * 5
        message: dict[str, Json] = {
            "do": "values", "batch": [_wire(edits) for edits in batch], "calls": [list(call) for call in calls],
            "cpu": self.cpu, "steps": self.steps, "wall": wall, "until": seconds,
        }  # fmt: skip
        records = self._ask(message, seconds + wall)
        self.meter.spend(len(batch) * (_TRIAL + len(calls) * _TEST))
        return [[tuple(row) for row in record] if isinstance(record, list) else None for record in records]

    def turns(
        self,
        batch: Sequence[Sequence[Edit]],
        calls: Sequence[tuple[str, str]],
        functions: Collection[str],
        seconds: float,
    ) -> list[Turned | None]:
        """What of these functions runs in each candidate, over all calls; None for those that were not reached."""
        wall = 2.0 + self.cpu * 10 + self.load * 5
        message: dict[str, Json] = {
            "do": "turns", "batch": [_wire(edits) for edits in batch], "calls": [list(call) for call in calls],
            "functions": list[Json](sorted(functions)), "wall": wall, "until": seconds,
            "cpu": self.cpu * _WATCHED, "steps": self.steps and self.steps * _WATCHED,
        }  # fmt: skip
        records = self._ask(message, seconds + wall)
        self.meter.spend(len(batch) * (_TRIAL + len(calls) * _TEST))
        return [Turned(**record) if record and "never" in record else None for record in records]

    def confirm(self, files: Mapping[str, str]) -> Outcome:
        """One real pytest run of the given tests on the patched copy."""
        everything = {**self._task.files, **files, **self._task.tests}
        limits = Limits(wall_seconds=6 * self._task.timeout + 20, cpu_seconds=self._task.timeout + 10, memory_mb=1024)
        command = (
            "python",
            "-m",
            "pytest",
            "-q",
            "-x",
            *lean_pytest(everything),
            *_found(everything),
            *options(everything),
            *self._task.tests,
        )
        return self._sandbox.run(Program(command=command, files={**self._task.data, **everything}, limits=limits))

    def close(self) -> None:
        """End the guest."""
        if self._session is not None:
            self._session.close()
            self._session = None

    def _ask(self, message: dict[str, Json], seconds: float) -> Any:
        session = self._session if self._session and self._session.outcome() is None else self._start()
        session.send(message)
        end = Clock(time.monotonic() + seconds + _SLACK)
        while end.left > 0 and session.outcome() is None:
            for reply in session.messages(min(_BREATH, end.left)):
                return cast("Any", reply)
            self._watch(Progress("try", self.tried))
        self.close()
        raise SilentError("the guest that runs the project's tests gave no answer.", next_step="Try again.")

    def _start(self) -> Session:
        task = self._task
        files = {**task.files, **task.tests}
        payload: Json = {
            "files": dict(files), "targets": list(task.target), "tests": list(task.tests), "pytest": self.pytest,
            "roots": list(_roots(task)), "memory_mb": self._limits.memory_mb, "options": list(options(files)),
        }  # fmt: skip
        self._session = self._sandbox.start(_ENTRY, payload, limits=self._limits, files={**task.data, **files})
        return self._session


def _roots(task: RepairTask) -> tuple[str, ...]:
    folders = ["", "src", *(str(PurePosixPath(path).parent) for path in task.tests)]
    return tuple(dict.fromkeys("" if folder == "." else folder for folder in folders))


def _found(files: Mapping[str, str]) -> tuple[str, ...]:
    """What lets pytest find packages below `src`, where the project, which is not installed here, does not say how."""
    told = any("pythonpath" in text for path, text in files.items() if path in _SETTINGS)
    return ("-o", "pythonpath=src") if not told and any(path.startswith("src/") for path in files) else ()


def _wire(edits: Sequence[Edit]) -> list[Json]:
    return [[edit.path, edit.start, edit.end, edit.text] for edit in edits]


def _read_trial(record: Mapping[str, Any]) -> Trial:
    failure = record.get("o")
    dear = int(record.get("c", 0.0) * SECOND)
    return Trial(record["n"], Failure.of(failure) if failure else None, record.get("at", ""), dear)


def _effort(trial: Trial) -> int:
    """The steps that a candidate took; its processor time tells only where it is far above what they reckon."""
    ended = trial.failure.status if trial.failure else ""
    return max(trial.dear, _TRIAL + trial.passed * _TEST + _HANG * (ended in ("hang", "killed")))


def _read_probe(record: Mapping[str, Any]) -> Probe:
    if "tests" not in record:
        return Probe(died=str(record["o"]["e"]))
    broken = record.get("import")
    traces = tuple(_read_trace(name, result) for name, result in record["tests"].items())
    return Probe(traces, Failure.of(broken) if broken else None, unsupported=record.get("unsupported", ""))


def _read_trace(name: str, result: Mapping[str, Any]) -> Trace:
    failure = None if result["s"] == "pass" else Failure.of(result)
    lines = {(path, line): count for path, line, count in result.get("lines", ())}
    values = {(path, line): seen for path, line, seen in result.get("values", ())}
    last = result.get("last")
    return Trace(name, failure, result.get("t", 0.0), lines, (last[0], last[1]) if last else None, values)
