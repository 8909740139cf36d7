"""The main job: synthesise every specification, repair every example, write the run folder with its report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import Queue
from threading import Event

from aurora.adapters.projects.read import read_project
from aurora.adapters.runs.folder import RunFolder, Runs
from aurora.adapters.specs.reader import read_spec
from aurora.components.processing.load_balancer import Balancer
from aurora.flows.experience import Origin, repair_project, write_function
from aurora.flows.fix_code import difference, repair_task
from aurora.flows.run_record import write_record
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.execution import Limits, Program, lean_pytest
from aurora.model.progress import Progress, Watch, silent
from aurora.model.run import FunctionResult, ProjectResult, Run
from aurora.model.spec import Spec, SpecFunction
from aurora.model.task import Budget

_BY_JOB = Origin(provenance="job")
Result = FunctionResult | ProjectResult


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run will do; made before anything is run, so that bad input is refused first."""

    specs: tuple[Spec, ...]
    projects: tuple[Path, ...]

    @property
    def size(self) -> int:
        """How many functions and projects."""
        return sum(len(spec.functions) for spec in self.specs) + len(self.projects)


def plan(tools: Tools, given: tuple[Path, ...]) -> Plan:
    """Read the specifications that were given; with none, all of `specs/`, and the projects of `examples/`."""
    settings = tools.settings
    paths = [file for path in given for file in _spec_files(path)] if given else _spec_files(settings.specs)
    specs = tuple(read_spec(path) for path in paths)
    projects: tuple[Path, ...] = ()
    if not given and settings.examples.is_dir():
        projects = tuple(
            sorted(path for path in settings.examples.iterdir() if path.is_dir() and path.name[0] not in "._")
        )
    return Plan(specs, projects)


def run_all(tools: Tools, work: Plan, budget: Budget, watch: Watch = silent) -> tuple[Run, Path]:
    """Do the planned work and write its folder; returns the run and the path of its report.

    An interrupt ends the searches, keeps what was done and marks the run as interrupted.
    """
    started = datetime.now(UTC)
    folder = Runs(tools.settings.runs).start(started)
    results: list[Result] = []
    interrupted = False

    def told(progress: Progress) -> None:
        folder.trace({"stage": progress.stage, "done": progress.done, "note": progress.note})
        watch(progress)

    try:
        for result in _results(tools, work, budget, Origin(provenance=f"run {folder.id}")):
            results.append(result)
            told(Progress(_title(result), len(results), work.size, str(result.answer.verdict)))
    except KeyboardInterrupt:
        interrupted = True
    return finish(tools, folder, work, results, budget, started, interrupted=interrupted)


def finish(
    tools: Tools,
    folder: RunFolder,
    work: Plan,
    results: Iterable[Result],
    budget: Budget,
    started: datetime,
    *,
    interrupted: bool = False,
) -> tuple[Run, Path]:
    """Write the folder of a run whose work is done; returns the run and the path of its report."""
    results = tuple(results)
    run = Run(
        id=folder.id,
        started=started.isoformat(),
        ended=datetime.now(UTC).isoformat(),
        version=tools.version,
        seed=budget.seed,
        configuration={
            "budget": budget.seconds,
            "memory_mb": budget.memory_mb,
            "jobs": tools.jobs,
            "commit": tools.commit,
        },
        functions=tuple(_in_order(work, results)),
        projects=tuple(
            sorted((each for each in results if isinstance(each, ProjectResult)), key=lambda each: each.name)
        ),
        interrupted=interrupted,
        protections=tuple(f"{each.name}: {each.by}" for each in tools.sandbox.protections() if each.in_force),
    )
    return write_record(Runs(tools.settings.runs), folder, run)


def _spec_files(path: Path) -> list[Path]:
    if path.is_dir():
        found = sorted(path.glob("*.md"))
        if not found:
            raise BadInputError("holds no specification.", where=str(path), next_step="Put .md files there.")
        return found
    if not path.exists():
        raise NotFoundError("specification", str(path))
    return [path]


def _results(tools: Tools, work: Plan, budget: Budget, origin: Origin) -> Iterator[Result]:
    """The results as they are ready: specifications and projects side by side, the functions of one in order."""
    ready: Queue[Result | Exception] = Queue()
    stopped = Event()

    def watch(_progress: Progress) -> None:
        if stopped.is_set():
            raise InterruptedError

    streams = [_project(tools, path, budget, watch, origin) for path in work.projects]
    streams += [_functions(tools, spec, budget, watch, origin) for spec in work.specs]
    balancer = Balancer(tools.jobs)
    try:
        for stream in streams:
            balancer.submit(partial(_put_all, stream, ready))
        for _ in range(work.size):
            yield _taken(ready)
    finally:
        stopped.set()
        balancer.close()


def _put_all(results: Iterator[Result], ready: Queue[Result | Exception]) -> None:
    try:
        for result in results:
            ready.put(result)
    except Exception as error:  # noqa: BLE001 - raised again where the results are taken
        ready.put(error)


def _taken(ready: Queue[Result | Exception]) -> Result:
    result = ready.get()
    if isinstance(result, Exception):
        raise result
    return result


def _functions(tools: Tools, spec: Spec, budget: Budget, watch: Watch, origin: Origin) -> Iterator[Result]:
    """Synthesise the functions of a specification in order; what was answered is there for the later ones to call."""
    library: dict[str, str] = {}
    for function in spec.functions:
        result = function_result(tools, spec.path, function, library, budget, watch, origin)
        if result.answer.verdict.answered:
            library[result.task.name] = result.answer.code
        yield result


def function_result(
    tools: Tools,
    spec: str,
    function: SpecFunction,
    library: Mapping[str, str],
    budget: Budget,
    watch: Watch,
    origin: Origin = _BY_JOB,
) -> FunctionResult:
    """Synthesise one function of a specification, which may call those in `library`."""
    task, stem = replace(function.task, library=dict(library)), Path(spec).stem
    answer, record = write_function(tools, task, budget, watch, tests=True, origin=replace(origin, spec=stem))
    return FunctionResult(stem, task, answer, record.calls_functions, record)


def _project(tools: Tools, path: Path, budget: Budget, watch: Watch, origin: Origin) -> Iterator[Result]:
    yield project_result(tools, path, budget, watch, origin)


def project_result(tools: Tools, path: Path, budget: Budget, watch: Watch, origin: Origin = _BY_JOB) -> ProjectResult:
    """Repair a project in memory: its folder stays as it is, the patch goes into the run folder."""
    project = read_project(path)
    tests = Program(
        command=("python", "-m", "pytest", "-q", "--no-header", *lean_pytest(project.files)),
        files=project.files,
        limits=Limits(wall_seconds=budget.seconds, cpu_seconds=budget.seconds),
    )
    before = tools.sandbox.run(tests)
    link = f"{origin.provenance}#examples.{path.name}"
    answer, _ = repair_project(tools, path.name, repair_task(project), budget, watch, link=link)
    changed = answer.patch.files if answer.patch and answer.verdict.answered else {}
    last = before.stdout.strip().rpartition("\n")[2].strip("= ")
    return ProjectResult(path.name, answer, difference(project.files, changed), last)


def _in_order(work: Plan, results: Iterable[Result]) -> Iterator[FunctionResult]:
    by_place = {(each.spec, each.task.name): each for each in results if isinstance(each, FunctionResult)}
    places = [(Path(spec.path).stem, function.task.name) for spec in work.specs for function in spec.functions]
    return (by_place[place] for place in places if place in by_place)


def _title(result: Result) -> str:
    return result.name if isinstance(result, ProjectResult) else f"{result.spec}.{result.task.name}"
