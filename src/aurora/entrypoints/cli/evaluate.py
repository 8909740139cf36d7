"""`aurora eval`: score an engine on a task file."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any, TypeAlias

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from aurora.adapters.tasks.read import Scored, read_repair_tasks, read_synthesis_tasks, with_references
from aurora.adapters.tasks.results import Results
from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows.evaluate import Evaluation, Row, repair_row, summarise, synthesis_row
from aurora.flows.synthesize import synthesize
from aurora.flows.tools import Tools
from aurora.model.errors import Exit, NotFoundError

cli = typer.Typer(help="Score an engine on a task file; hidden tests decide. Resumable.", no_args_is_help=True)

TaskFile: TypeAlias = Annotated[Path, typer.Argument(help="Tasks as JSON Lines.", metavar="FILE.jsonl")]
Out: TypeAlias = Annotated[Path, typer.Option("--out", help="Folder for results.jsonl and summary.json.")]
Seconds: TypeAlias = Annotated[float | None, typer.Option("--budget", min=0.1, help="Seconds a task (AURORA_BUDGET).")]
Jobs: TypeAlias = Annotated[int, typer.Option(min=1, help="Tasks at one time.")]
Only: TypeAlias = Annotated[list[str] | None, typer.Option(help="Only this task id; may be repeated.")]
Most: TypeAlias = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many tasks.")]


@cli.command("synth", epilog="Example:  aurora eval synth tasks.jsonl --out scores/ --budget 20 --jobs 2")
def synth(
    context: typer.Context,
    file: TaskFile,
    folder: Out,
    budget: Seconds = None,
    jobs: Jobs = 1,
    only: Only = None,
    limit: Most = None,
    as_json: AsJson = False,
) -> int:
    """Score synthesis: hidden asserts decide."""
    tasks = _chosen(read_synthesis_tasks(file), only, limit)
    joined = tools(context)
    spend = joined.budget(budget)

    def score(scored: Scored[Any]) -> Row:
        return synthesis_row(scored, synthesize(joined, scored.task, spend), joined.sandbox)

    return _evaluate(joined, tasks, score, folder, jobs, spend.seconds, as_json=as_json)


@cli.command("repair", epilog="Example:  aurora eval repair tasks.jsonl --out scores/ --only shop/3")
def repair(
    context: typer.Context,
    file: TaskFile,
    folder: Out,
    budget: Seconds = None,
    jobs: Jobs = 1,
    only: Only = None,
    limit: Most = None,
    reference: Annotated[Path | None, typer.Option(help="Correct versions to give to the engine.")] = None,
    as_json: AsJson = False,
) -> int:
    """Score repair: hidden tests decide."""
    tasks = _chosen(read_repair_tasks(file), only, limit)
    if reference is not None:
        tasks = with_references(tasks, reference)
    joined = tools(context)
    spend = joined.budget(budget)

    def score(scored: Scored[Any]) -> Row:
        return repair_row(scored, joined.mend.repair(scored.task, spend), joined.sandbox)

    return _evaluate(joined, tasks, score, folder, jobs, spend.seconds, as_json=as_json)


def _chosen(tasks: tuple[Scored[Any], ...], only: Iterable[str] | None, limit: int | None) -> tuple[Scored[Any], ...]:
    if only:
        known = {task.id for task in tasks}
        for wanted in only:
            if wanted not in known:
                raise NotFoundError("task", wanted)
        tasks = tuple(task for task in tasks if task.id in set(only))
    return tasks[:limit]


def _evaluate(
    joined: Tools,
    tasks: tuple[Scored[Any], ...],
    score: Callable[[Scored[Any]], Row],
    folder: Path,
    jobs: int,
    budget: float,
    *,
    as_json: bool,
) -> int:
    results = Results(folder, {"budget": budget, "commit": joined.commit})
    wanted = [task.id for task in tasks]
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=notes(), disable=not notes().is_terminal) as bars:
        bar = bars.add_task(_state(results, wanted), total=len(tasks), completed=len(results.among(wanted)))
        for row in Evaluation(tasks, score, jobs).rows(results.rows):
            results.add(row)
            bars.update(bar, advance=1, description=_state(results, wanted))
    facts = {"budget": budget, "jobs": jobs, "version": joined.version, "commit": joined.commit}
    summary = summarise(results.among(wanted), **facts)
    path = results.finish(summary)
    if as_json:
        print_json(summary)
    else:
        out().print(f"{_state(results, wanted)} of {len(tasks)} tasks. {path}")
    return Exit.DONE


def _state(results: Results, wanted: list[str]) -> str:
    rows = results.among(wanted)
    answered = sum(row["verdict"] in ("verified", "consistent") for row in rows)
    return f"{sum(bool(row['solved']) for row in rows)} solved / {answered} answered / {len(rows)} done"
