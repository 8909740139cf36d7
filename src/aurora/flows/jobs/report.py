"""The main job as a job: each function and each project is a step, then the run folder with its report is written."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.adapters.runs.folder import RunFolder, Runs
from aurora.contracts.jobs import Journal
from aurora.flows.jobs.kind import BUDGET, Field, Kind
from aurora.flows.run_all import Plan, finish, function_result, plan, project_result
from aurora.flows.tools import Tools
from aurora.model.encoding import decode, encode
from aurora.model.execution import Json
from aurora.model.progress import Progress
from aurora.model.run import FunctionResult, ProjectResult
from aurora.model.spec import SpecFunction
from aurora.model.task import Budget


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The run's id, its verdicts and the path of its report."""
    runs, budget = Runs(tools.settings.runs), tools.budget(given["budget"])
    started = str(journal.step("begin", lambda: datetime.now(UTC).isoformat()))
    folder = RunFolder(runs.root / str(journal.step("folder", lambda: runs.start(datetime.fromisoformat(started)).id)))
    work = decode(Plan, journal.step("plan", lambda: encode(plan(tools, tuple(map(Path, given["specs"]))))))
    results: list[FunctionResult | ProjectResult] = [
        *_functions(tools, journal, work, budget),
        *_projects(tools, journal, work, budget),
    ]

    def write() -> Json:
        run, report = finish(tools, folder, work, results, budget, datetime.fromisoformat(started))
        return {"run": run.id, "report": str(report)}

    return journal.step("write", write)


def _functions(tools: Tools, journal: Journal, work: Plan, budget: Budget) -> list[FunctionResult]:
    results: list[FunctionResult] = []
    for spec in work.specs:
        library: dict[str, str] = {}
        for function in spec.functions:
            result = _function(tools, journal, spec.path, function, library, budget)
            if result.answer.verdict.answered:
                library[result.task.name] = result.answer.code
            results.append(result)
            journal.watch(Progress(f"{result.spec}.{result.task.name}", len(results), work.size))
    return results


def _function(
    tools: Tools, journal: Journal, spec: str, function: SpecFunction, library: Mapping[str, str], budget: Budget
) -> FunctionResult:
    def solve() -> Json:
        with journal.cpu():
            return encode(function_result(tools, spec, function, library, budget, journal.watch))

    return decode(FunctionResult, journal.step(f"function {spec}:{function.line} {function.name}", solve))


def _projects(tools: Tools, journal: Journal, work: Plan, budget: Budget) -> list[ProjectResult]:
    def repair(path: Path) -> Json:
        with journal.cpu():
            return encode(project_result(tools, path, budget, journal.watch))

    return [
        decode(ProjectResult, journal.step(f"project {path}", lambda path=path: repair(path)))  # type: ignore[misc]
        for path in work.projects
    ]


REPORT = Kind(
    "synthesise specifications, repair examples, write the report",
    {"specs": Field(tuple, "specification files or folders; none means those of `aurora run`", ()), "budget": BUDGET},
    do,
)
