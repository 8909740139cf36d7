"""What experience is worth: the same tasks, held out, before and after other work was recorded."""

import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from aurora.adapters.runs.folder import Runs
from aurora.adapters.specs.reader import read_spec
from aurora.flows.experience import Origin, search_leaning, write_function
from aurora.flows.tools import Later, Tools
from aurora.model.errors import BadInputError
from aurora.model.progress import Progress, Watch, silent
from aurora.model.spec import Spec
from aurora.model.task import Budget
from aurora.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Point:
    """The held-out tasks after so many functions were recorded."""

    recorded: int
    verified: int
    answered: int
    tried: int  # candidates, over all held-out tasks
    seconds: float


@dataclass(frozen=True, slots=True)
class Curve:
    """One measurement."""

    measured: str  # ISO 8601, UTC
    held_out: int  # tasks
    budget: float  # seconds a task
    points: tuple[Point, ...]


def measure_curve(
    tools: Tools, held_out: Path, training: Sequence[Path], budget: Budget, watch: Watch = silent
) -> Curve:
    """Measure the tasks of `held_out`, then after each training specification again; kept for the next report.

    Done in a store of its own that is thrown away, without exploration; the held-out tasks are never recorded there.
    Raises `BadInputError` when a held-out function is among the training ones.
    """
    held, taught = read_spec(held_out), [read_spec(path) for path in training]
    if any(each.task in _tasks(spec) for each in held.functions for spec in taught):
        raise BadInputError("a held-out function is also trained on.", where=str(held_out))
    with tempfile.TemporaryDirectory(prefix="aurora-curve-") as folder:
        store = Later(lambda: tools.open_store(f"sqlite:///{Path(folder) / 'aurora.db'}"))
        settings = replace(tools.settings, exploration=0.0, learning=1, export_enabled=0)
        alone = replace(tools, settings=settings, store=store)
        try:
            points = [_point(alone, held, 0, budget, watch)]
            for spec in taught:
                _train(alone, spec, budget, watch)
                points.append(_point(alone, held, points[-1].recorded + len(spec.functions), budget, watch))
        finally:
            store.close()
    curve = Curve(datetime.now(UTC).isoformat(), len(held.functions), budget.seconds, tuple(points))
    Runs(tools.settings.runs).keep_curve(asdict(curve))
    return curve


def _tasks(spec: Spec) -> list[object]:
    return [each.task for each in spec.functions]


def _train(tools: Tools, spec: Spec, budget: Budget, watch: Watch) -> None:
    for each in spec.functions:
        watch(Progress("record", note=each.name))
        write_function(tools, each.task, budget, origin=Origin(Path(spec.path).stem, "learning curve"))


def _point(tools: Tools, held: Spec, recorded: int, budget: Budget, watch: Watch) -> Point:
    answers = []
    for number, each in enumerate(held.functions, start=1):
        watch(Progress(f"measure after {recorded}", number, len(held.functions), each.name))
        answers.append(search_leaning(tools, each.task, budget))
    return Point(
        recorded,
        verified=sum(answer.verdict is Verdict.VERIFIED for answer in answers),
        answered=sum(answer.verdict.answered for answer in answers),
        tried=sum(answer.tried for answer in answers),
        seconds=round(sum(answer.seconds for answer in answers), 2),
    )
