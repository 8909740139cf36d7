"""Tools whose long steps are kept in a job's journal: a flow that uses them goes on where its process died."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from aurora.contracts.engine import Judge, Mend, Search
from aurora.contracts.jobs import Journal
from aurora.contracts.linter import Linter
from aurora.contracts.sandbox import Sandbox, Session
from aurora.flows.tools import Tools
from aurora.model.answer import Found, Repair, Synthesis
from aurora.model.encoding import decode, encode
from aurora.model.execution import Json, Limits, Outcome, Program, Protection
from aurora.model.finding import Finding, Sources
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask, SynthesisTask

T = TypeVar("T")


def journaled(tools: Tools, journal: Journal) -> Tools:
    """The same tools; each search, judgement, repair, test run and lint is a step, numbered in the order of the flow.

    For flows that ask one thing after the other in one thread. Budgets, seeds and texts are part of what a flow was
    given, so the order is the same each time.
    """
    steps = _Steps(journal)
    return replace(
        tools,
        search=_Search(tools.search, steps),
        judge=_Judge(tools.judge, steps),
        mend=_Mend(tools.mend, steps),
        sandbox=_Runs(tools.sandbox, steps),
        linter=_Linter(tools.linter, steps),
    )


@dataclass(slots=True)
class _Steps:
    journal: Journal
    count: int = field(default=0)

    def take(self, name: str, kind: type[T], work: Callable[[], T]) -> T:
        """The answer of the next step, worked out or read back."""
        self.count += 1
        return decode(kind, self.journal.step(f"{self.count} {name}", lambda: self._worked(work)))

    def _worked(self, work: Callable[[], T]) -> Json:
        with self.journal.cpu():
            return encode(work())


@dataclass(frozen=True, slots=True)
class _Search:
    inner: Search
    steps: _Steps

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        return self.steps.take("search", Found, lambda: self.inner.search(task, budget, watch))

    def close(self) -> None:
        self.inner.close()


@dataclass(frozen=True, slots=True)
class _Judge:
    inner: Judge
    steps: _Steps

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        return self.steps.take("judge", Synthesis, lambda: self.inner.judge(task, found, budget, watch))

    def tests(self, task: SynthesisTask, code: str, budget: Budget) -> str:
        return self.steps.take("tests", str, lambda: self.inner.tests(task, code, budget))


@dataclass(frozen=True, slots=True)
class _Mend:
    inner: Mend
    steps: _Steps

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        return self.steps.take("repair", Repair, lambda: self.inner.repair(task, budget, watch))

    def close(self) -> None:
        self.inner.close()


@dataclass(frozen=True, slots=True)
class _Linter:
    inner: Linter
    steps: _Steps

    def findings(self, sources: Sources) -> tuple[Finding, ...]:
        found: tuple[Finding, ...] = self.steps.take(
            "lint",
            tuple[Finding, ...],
            lambda: tuple(self.inner.findings(sources)),
        )
        return found


@dataclass(frozen=True, slots=True)
class _Runs:
    inner: Sandbox
    steps: _Steps

    def protections(self) -> tuple[Protection, ...]:
        return self.inner.protections()

    def run(self, program: Program) -> Outcome:
        return self.steps.take("run", Outcome, lambda: self.inner.run(program))

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        return (self.run(program) for program in programs)

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> Session:
        return self.inner.start(entry, payload, limits=limits, files=files)

    def close(self) -> None:
        self.inner.close()
