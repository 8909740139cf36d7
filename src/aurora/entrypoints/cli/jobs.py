"""`aurora jobs`: hand work over, look at it, work on it."""

import json
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated, Any

import typer
from rich.table import Column, Table
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import complain, notes, out, print_json
from aurora.flows.jobs.kinds import KINDS, handlers, request
from aurora.model.errors import BadInputError, Exit
from aurora.model.execution import Json
from aurora.model.job import NORMAL, Job, JobState, Schedule

cli = typer.Typer(help="Work that is handed over and survives the process that does it.", no_args_is_help=True)
COLOURS = {JobState.DONE: "green", JobState.RUNNING: "blue", JobState.FAILED: "red", JobState.PARKED: "red"}
_MOMENTS = ("submitted", "started", "ended")
_FOR_EVER = 10 * 365 * 86_400.0


@cli.command("submit", epilog="Example:  aurora jobs submit fix path=src/shop test='pytest -q' --priority 1")
def submit(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help=f"One of: {', '.join(sorted(KINDS))}.")],
    fields: Annotated[list[str] | None, typer.Argument(help="What the job needs, as NAME=VALUE.")] = None,
    priority: Annotated[int, typer.Option(help="1 runs first, 9 last.")] = NORMAL,
    key: Annotated[str, typer.Option(help="While a job with this key waits or runs, that one is the answer.")] = "",
    delay: Annotated[float, typer.Option(help="Seconds before it may run.")] = 0.0,
    timeout: Annotated[float, typer.Option(help="Seconds that it may run; 0 means no limit.")] = 0.0,
    every: Annotated[str, typer.Option(help="A cron expression (UTC): hand it over again and again.")] = "",
    wait: Annotated[bool, typer.Option("--wait", help="Wait for its end.")] = False,
    as_json: AsJson = False,
) -> int:
    """Hand a job over; it is done by `aurora jobs work`, here or on another machine."""
    asked = request(kind, _payload(fields or []), priority=priority, key=key, delay=delay, timeout=timeout)
    queue = tools(context).work().queue
    if every:
        name = key or kind
        queue.schedule(Schedule(name, every, asked))
        return _tell({"schedule": name, "cron": every}, f"Scheduled {name}: {every}", as_json=as_json)
    job = queue.submit(asked)
    if wait:
        job = queue.wait(job.id, _FOR_EVER)
    _tell(_facts(job), f"{job.id} {job.state}", as_json=as_json)
    return _end(job) if job.state.ended else Exit.DONE


@cli.command("list", epilog="Example:  aurora jobs list --state running --kind fix")
def show_all(
    context: typer.Context,
    state: Annotated[list[JobState] | None, typer.Option(help="Only this state; may be repeated.")] = None,
    kind: Annotated[str, typer.Option(help="Only this kind.")] = "",
    limit: Annotated[int, typer.Option(min=1, help="At most so many.")] = 50,
    skip: Annotated[int, typer.Option(min=0, help="Leave out the newest so many.")] = 0,
    as_json: AsJson = False,
) -> int:
    """Jobs, newest first, and how much waits."""
    queue = tools(context).work().queue
    found = queue.find(states=tuple(state or ()), kind=kind, most=limit, skip=skip)
    traffic = queue.traffic()
    if as_json:
        figures: dict[str, object] = {**asdict(traffic), "wait": traffic.wait}
        print_json({"jobs": [_facts(job) for job in found], "traffic": figures})
        return Exit.DONE
    table = Table(Column("job", no_wrap=True), "kind", "state", "priority", "slot", "submitted", "progress")
    for job in found:
        table.add_row(
            job.id,
            job.kind,
            _state(job),
            str(job.priority),
            str(job.slot or ""),
            _moment(job.submitted),
            _progress(job),
        )
    if found:
        out().print(table)
    notes().print(f"{traffic.waiting:,} wait, {traffic.running:,} run, {traffic.rate:.1f} a second in the last minute.")
    return Exit.DONE


@cli.command("show", epilog="Example:  aurora jobs show 3f2a9c0d1e5b7a46 --json")
def show(context: typer.Context, job: Annotated[str, typer.Argument(help="Its id.")], as_json: AsJson = False) -> int:
    """One job: its state, slot, attempts, result or reason."""
    found = tools(context).work().queue.status(job)
    if as_json:
        print_json(_facts(found))
        return Exit.DONE
    for name, value in _facts(found).items():
        if value not in ("", None, 0):
            told = _moment(value) if name in _MOMENTS else value
            out().print(Text(f"{name:10} {told if isinstance(told, str) else json.dumps(told)}"))
    return Exit.DONE


@cli.command("watch", epilog="Example:  aurora jobs watch 3f2a9c0d1e5b7a46")
def watch(context: typer.Context, job: Annotated[str, typer.Argument(help="Its id.")], as_json: AsJson = False) -> int:
    """Follow a job to its end; --json prints one event a line."""
    queue = tools(context).work().queue
    for event in queue.watch(job, _FOR_EVER):
        words = " ".join(str(value) for value in event.data.values() if value not in ("", None))
        line = json.dumps(asdict(event), ensure_ascii=False) if as_json else f"{event.timestamp} {event.type} {words}"
        typer.echo(line)
    return _end(queue.status(job))


@cli.command("cancel", epilog="Example:  aurora jobs cancel 3f2a9c0d1e5b7a46   ·   aurora jobs cancel --all")
def cancel(
    context: typer.Context,
    jobs: Annotated[list[str] | None, typer.Argument(help="Their ids.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything that waits or runs.")] = False,
    as_json: AsJson = False,
) -> int:
    """Cancel jobs; what runs is killed within a second."""
    if bool(jobs) is everything:
        raise BadInputError("either ids or --all are needed.")
    queue = tools(context).work().queue
    count = queue.cancel_all() if everything else queue.cancel(*(jobs or ()))
    return _tell({"cancelled": count}, f"Cancelled {count}.", as_json=as_json)


@cli.command("retry", epilog="Example:  aurora jobs retry 3f2a9c0d1e5b7a46")
def retry(
    context: typer.Context,
    job: Annotated[str, typer.Argument(help="Its id.")],
    from_start: Annotated[bool, typer.Option("--from-start", help="Do every step again.")] = False,
    as_json: AsJson = False,
) -> int:
    """Run a job that ended without result again, behind the last step that succeeded."""
    again = tools(context).work().queue.retry(job, from_start=from_start)
    return _tell(_facts(again), f"{again.id} {again.state}", as_json=as_json)


@cli.command("schedules", epilog="Example:  aurora jobs schedules --remove nightly")
def schedules(
    context: typer.Context,
    remove: Annotated[str, typer.Option(help="End the schedule of this name.")] = "",
    as_json: AsJson = False,
) -> int:
    """What is handed over again and again."""
    queue = tools(context).work().queue
    if remove:
        queue.unschedule(remove)
    found = queue.schedules()
    lines = "\n".join(f"{each.name}: {each.cron} {each.request.kind}" for each in found) or "Nothing is scheduled."
    return _tell([asdict(each) for each in found], lines, as_json=as_json)


@cli.command("work", epilog="Example:  aurora jobs work --slots 100")
def work(
    context: typer.Context,
    slots: Annotated[int | None, typer.Option(min=1, help="Jobs at one time (AURORA_SLOTS).")] = None,
    once: Annotated[bool, typer.Option("--once", help="End when nothing waits or runs any more.")] = False,
) -> int:
    """Do jobs until it is told to stop; what runs then is handed back, and resumed where it was."""
    joined = tools(context)
    office = joined.work()
    with _asked_to_stop() as asked:
        while not asked.is_set():
            executor = office.executor(handlers(joined), slots or joined.settings.slots)
            executor.start()
            notes().print(f"Working: {executor.id}, {slots or joined.settings.slots} slots.")
            while not (asked.wait(0.2) or executor.lost.is_set() or (once and _idle(office.queue.traffic()))):
                continue
            executor.stop()
            if not executor.lost.is_set():
                break
            notes().print("This executor was taken for dead; another has its jobs. Starting again under a new name.")
    return Exit.DONE


def _end(job: Job) -> int:
    """Tell why a job ended without a result; the status is that of the same work without a job."""
    if job.state is JobState.DONE:
        return Exit.DONE
    if job.failure is None:
        notes().print(Text(job.error), soft_wrap=True)
        return Exit.COULD_NOT
    complain(job.failure.error)
    return job.failure.error.exit


def _idle(traffic: Any) -> bool:
    return not traffic.waiting and not traffic.running


@contextmanager
def _asked_to_stop() -> Iterator[threading.Event]:
    asked = threading.Event()
    before = {number: signal.signal(number, lambda *_: asked.set()) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _payload(fields: list[str]) -> dict[str, Json]:
    payload: dict[str, Json] = {}
    for field in fields:
        name, equals, value = field.partition("=")
        if not equals or not name:
            raise BadInputError(f"{field!r} is not NAME=VALUE.", next_step="Write path=src/shop, for example.")
        try:
            payload[name] = json.loads(value)
        except ValueError:
            payload[name] = value
    return payload


def _tell(facts: object, words: str, *, as_json: bool) -> int:
    if as_json:
        print_json(facts)
    elif words:
        out().print(Text(words))
    return Exit.DONE


def _facts(job: Job) -> dict[str, Any]:
    return {**asdict(job), "state": str(job.state)}


def _state(job: Job) -> Text:
    return Text(str(job.state), style=COLOURS.get(job.state, ""))


def _progress(job: Job) -> str:
    if job.error:
        return job.error.splitlines()[0][:60]
    done = f" {job.progress.done}/{job.progress.total}" if job.progress.total else ""
    return f"{job.progress.stage}{done}"


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S}" if seconds else ""
