"""In-memory engines and tools, for tests of what stands above them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from aurora.adapters.projects.rollback import Snapshots
from aurora.adapters.report.overview import Overviews
from aurora.adapters.store.opening import open_store
from aurora.adapters.toolbox.ruff import InMemoryLinter
from aurora.adapters.toolbox.uv import Uv
from aurora.contracts.prepared import PreparedObserver, PreparedOptimizer
from aurora.contracts.sandbox import Session
from aurora.contracts.store import Store
from aurora.contracts.testing import Coverage, Covered, Wanted, Written
from aurora.flows.relearn import Relearner
from aurora.flows.tools import Later, Tools
from aurora.model.answer import Candidate, Found, Repair, Synthesis
from aurora.model.documentation import Shown
from aurora.model.execution import Json, Limits, Outcome, Program, Protection, Status
from aurora.model.finding import Finding
from aurora.model.progress import Progress, Watch, silent
from aurora.model.settings import Settings
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Judgement, Verdict
from aurora.registry.discover import Registry


class ScriptedSandbox:
    """Answers each program with the outcome that the script has for it, in order; remembers what it was asked."""

    def __init__(self, *outcomes: Outcome) -> None:
        self._outcomes = list(outcomes)
        self.asked: list[Program] = []

    def protections(self) -> tuple[Protection, ...]:
        return (Protection("network", in_force=True, by="nothing is run"),)

    def run(self, program: Program) -> Outcome:
        self.asked.append(program)
        return self._outcomes.pop(0) if self._outcomes else Outcome(Status.OK)

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        return (self.run(program) for program in programs)

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> Session:
        raise AssertionError(f"nothing should start {entry} with {payload}, {limits}, {files}")

    def close(self) -> None:
        pass


class ScriptedEngines:
    """Search, judge and mend in one: functions by name, repairs by a word in the target file."""

    def __init__(self, functions: Mapping[str, str] | None = None, repairs: Iterable[Repair] = ()) -> None:
        self._functions = dict(functions or {})
        self._repairs = list(repairs)
        self.tasks: list[SynthesisTask] = []
        self.closed = False

    def search(self, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Found:
        watch(Progress("search", 1, 1, f"{budget.seconds:g} s"))
        self.tasks.append(task)
        code = self._functions.get(task.name, "")
        return Found((Candidate(code, "scripted"),) if code else (), tried=7, peak_mb=1.0)

    def judge(self, task: SynthesisTask, found: Found, budget: Budget, watch: Watch = silent) -> Synthesis:
        del task, budget, watch
        if not found.candidates:
            return Synthesis(Judgement(Verdict.ABSTAINED, reasons=("Nothing was found.",)))
        return Synthesis(Judgement(Verdict.VERIFIED), code=found.candidates[0].code, strategy="scripted")

    def tests(self, task: SynthesisTask, code: str, budget: Budget) -> str:
        return f"# tests of {task.name}: {len(code)} characters, seed {budget.seed}\n"

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        del task, budget
        watch(Progress("repair", 1, 1))
        return self._repairs.pop(0) if self._repairs else Repair(Judgement(Verdict.ABSTAINED))

    def close(self) -> None:
        self.closed = True


@dataclass
class InstalledNames:
    """Installs nothing; remembers what it was asked for."""

    names: list[str] = field(default_factory=list)

    def command(self, distribution: str) -> str:
        return f"pip install {distribution}"

    def install(self, distribution: str) -> None:
        self.names.append(distribution)


class ScriptedAuthor:
    """Writes the same tests of everything; remembers what it was asked."""

    def __init__(self, written: Written) -> None:
        self._written = written
        self.asked: list[Wanted] = []

    def write(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> Written:
        self.asked.append(wanted)
        return self._written

    def cover(self, files: Mapping[str, str], target: float, budget: Budget, watch: Watch = silent) -> Covered:
        before, after = Coverage(1, 4, {"a.py": frozenset({2})}, True, 1), Coverage(4, 4, {}, True, 2)
        return Covered(before, after, {"test_a_2.py": "def test_a(): ...\n"}, 0, 2, 2, "reached")

    def calls(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> tuple[Shown, ...]:
        del budget, watch
        self.asked.append(wanted)
        return ()


def tools_with(
    folder: Path,
    engines: ScriptedEngines | None = None,
    sandbox: ScriptedSandbox | None = None,
    findings: Iterable[Finding] = (),
    registry: Registry | None = None,
    written: Written | None = None,
) -> Tools:
    """Tools whose files all lie below `folder` and whose engines are scripted."""
    settings = Settings(
        specs=folder / "specs",
        examples=folder / "examples",
        runs=folder / "runs",
        state=folder / "state",
        bench=folder / "bench",
    )
    double = engines or ScriptedEngines()
    store: Later[Store] = Later(lambda: open_store(f"sqlite:///{folder / 'state' / 'aurora.db'}"))
    return Tools(
        settings=settings,
        version="0",
        commit="",
        sandbox=sandbox or ScriptedSandbox(),
        search=double,
        judge=double,
        mend=double,
        observe=PreparedObserver(),
        optimize=PreparedOptimizer(),
        tester=ScriptedAuthor(written or Written()),
        rollback=Snapshots(settings.state, sandbox or ScriptedSandbox()),
        linter=InMemoryLinter(*findings),
        types=InMemoryLinter(),
        imports=InMemoryLinter(),
        discover=lambda: registry or Registry(()),
        modes=lambda: registry or Registry(()),
        cores=2,
        open_store=open_store,
        resolver=Uv(),
        press=Overviews(),
        installer=InstalledNames(),
        learner=Relearner(settings, store, sandbox or ScriptedSandbox(), ("aurora.units.knowledge",)),
        store=store,
    )
