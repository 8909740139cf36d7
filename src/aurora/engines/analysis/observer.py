"""The host's side of what is watched in the sandbox."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from aurora.contracts.sandbox import Sandbox, Session
from aurora.model.coverage import Coverage, Fate, FileCoverage, Mutant, TestCoverage
from aurora.model.errors import AuroraError
from aurora.model.execution import Limits, Status
from aurora.model.hot import HotFunction, HotLine, Profile, exponent
from aurora.model.progress import Progress, Watch, silent
from aurora.model.task import Budget
from aurora.pycode.mutate import Mutation, mutations

_ENTRY = "aurora.engines.analysis.guest:serve"
_LEAST = 6.0  # seconds that one mutant's tests may take, or three times what they took before


class Observer:
    """Runs code in the sandbox and tells what was seen; never raises for what the code does."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def coverage(
        self,
        files: Mapping[str, str],
        asked: Sequence[str],
        tests: Sequence[str],
        budget: Budget,
        *,
        mutants: int = 200,
        watch: Watch = silent,
    ) -> Coverage:
        """What the test files `tests` reach of the files `asked`, and which of at most `mutants` changes they notice.

        Mutants are spread evenly over the files; those that the budget leaves no time for are told as untried.
        """
        deadline = time.monotonic() + budget.seconds
        with self._session(files, budget) as session:
            watch(Progress("run tests", 0, 1))
            told = _ask(session, {"do": "cover", "tests": list(tests), "asked": list(asked)}, budget.seconds)
            seen = told.get("value")
            if told["status"] != Status.OK.value or not seen:
                return Coverage(trouble=told["raised"] or f"The tests ended by {told['status']}.")
            if seen["broken"]:
                return Coverage(trouble=f"Tests could not be collected: {seen['broken']}")
            field = _Field(session, files, seen, deadline, watch)
            found = tuple(field.mutants([path for path in asked if path in files], mutants))
        rows = [TestCoverage(name, passed, lines, branches) for name, passed, _, lines, branches in seen["tests"]]
        return Coverage(tuple(_files(seen["files"])), tuple(rows), found)

    def profile(self, files: Mapping[str, str], asked: Sequence[str], call: str, budget: Budget) -> Profile:
        """Where the time of a call, or (when `call` is empty) of the tests among the files, goes.

        `call` is an expression such as `shop.cart.total(list(range(n)))`; one that uses `n` is run with doubled `n` as
        long as there is time, and the exponent of its growth is fitted.
        """
        with self._session(files, budget) as session:
            tests = [path for path in files if path.rpartition("/")[2].startswith("test_") and path.endswith(".py")]
            message = {"do": "profile", "call": call, "asked": list(asked), "tests": tests}
            told = _ask(session, message, budget.seconds)
        if told["status"] != Status.OK.value or not told["value"]:
            return Profile(trouble=told["raised"] or f"The run ended by {told['status']}.")
        seen = told["value"]
        if seen["broken"]:
            return Profile(trouble=seen["broken"])
        functions = tuple(HotFunction(*row) for row in seen["functions"])
        lines = tuple(HotLine(*row) for row in seen["lines"])
        sizes = tuple((size, seconds) for size, seconds in seen["sizes"])
        return Profile(seen["seconds"], functions, lines, sizes, exponent(sizes))

    @contextmanager
    def _session(self, files: Mapping[str, str], budget: Budget) -> Iterator[Session]:
        limits = Limits(
            wall_seconds=3 * budget.seconds + 60,
            cpu_seconds=budget.seconds + 60,
            memory_mb=budget.memory_mb,
            open_files=256,
        )
        with self._sandbox.start(_ENTRY, {"memory_mb": budget.memory_mb}, limits=limits, files=files) as session:
            yield session


def _ask(session: Session, message: dict[str, Any], seconds: float) -> dict[str, Any]:
    """One request, one reply; how the guest ended when there is none."""
    try:
        session.send({**message, "seconds": seconds})
    except AuroraError as error:
        return {"status": "crashed", "value": None, "raised": error.sentence, "running": ""}
    for reply in session.messages(4 * seconds + 30):
        assert isinstance(reply, dict)
        return dict(reply)
    outcome = session.outcome()
    status = outcome.status.value if outcome else Status.WALL_TIME.value
    return {"status": status, "value": None, "raised": outcome.stderr[-300:] if outcome else "", "running": ""}


def _files(rows: Mapping[str, Any]) -> Iterator[FileCoverage]:
    for path, row in sorted(rows.items()):
        missing = tuple((start, end) for start, end in row["missing_branches"])
        yield FileCoverage(path, row["statements"], tuple(row["missing"]), row["branches"], missing)


@dataclass(frozen=True, slots=True)
class _Field:
    """Mutants and the tests that reach them."""

    session: Session
    files: Mapping[str, str]
    seen: Mapping[str, Any]
    deadline: float
    watch: Watch

    def mutants(self, asked: Sequence[str], most: int) -> Iterator[Mutant]:
        """Try the mutants, each against the tests that reach it, the quickest first."""
        possible = [(path, each) for path in asked for each in _possible(self.files[path])]
        chosen = _spread(possible, most)
        for number, (path, mutation) in enumerate(chosen, start=1):
            self.watch(Progress("run mutants", number, len(chosen), path))
            fate, killer = self._tried(path, mutation)
            yield Mutant(path, mutation.line, mutation.column, mutation.words, fate, killer)

    def _tried(self, path: str, mutation: Mutation) -> tuple[Fate, str]:
        tests = sorted(self._reaching(path, mutation.line), key=lambda row: row[2])
        if not tests:
            return Fate.UNREACHED, ""
        if time.monotonic() > self.deadline:
            return Fate.UNTRIED, ""
        seconds = max(_LEAST, 3 * sum(row[2] for row in tests))
        put = {path: mutation.applied(self.files[path])}
        told = _ask(self.session, {"do": "kill", "put": put, "tests": [row[0] for row in tests]}, seconds)
        _ask(self.session, {"do": "nothing", "put": {path: self.files[path]}}, _LEAST)
        if told["status"] in (Status.WALL_TIME.value, Status.CPU_TIME.value):
            return Fate.TIMEOUT, told["running"]
        if told["status"] != Status.OK.value:
            return Fate.KILLED, told["running"]
        return (Fate.KILLED, str(told["value"])) if told["value"] else (Fate.SURVIVED, "")

    def _reaching(self, path: str, line: int) -> list[Any]:
        places = self.seen["reach"].get(path, {}).get(str(line), [])
        return [row for row in (self.seen["tests"][place] for place in places) if row[1]]


def _possible(text: str) -> tuple[Mutation, ...]:
    try:
        return mutations(text)
    except AuroraError:
        return ()


def _spread(possible: Sequence[tuple[str, Mutation]], most: int) -> list[tuple[str, Mutation]]:
    if len(possible) <= most:
        return list(possible)
    return [possible[place * len(possible) // most] for place in range(most)]
