"""Named steps as one job, each a job of some kind that is done after those it needs."""

from collections.abc import Callable, Mapping
from typing import Any

from aurora.components.core.orchestration_engine import Workflows
from aurora.contracts.jobs import Journal
from aurora.engines.jobs.workflow import Workflow
from aurora.flows.jobs.batch import named
from aurora.flows.jobs.inner import Inner
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, CancelledJobError, LostJobError
from aurora.model.execution import Json
from aurora.model.progress import Progress


def workflow_of(kinds: Callable[[], Mapping[str, Kind]]) -> Kind:
    """The kind of job whose steps are of these `kinds`."""

    def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
        """How each step ended, and its answer; where a step failed, those that need it are skipped."""
        steps = {name: _step(name, row) for name, row in given["steps"].items()}
        flow = Workflow({name: tuple(row.get("after", ())) for name, row in steps.items()})
        taken = {
            name: (kind := named(kinds(), row["kind"]), kind.given(row.get("payload", {}), f"workflow, {name}"))
            for name, row in steps.items()
        }

        def one(name: str) -> Json:
            kind, payload = taken[name]
            return kind.do(tools, Inner(journal, name), payload)

        def told(kept: Workflow) -> None:
            ended = sum(state != "waiting" for state in kept.states.values())
            journal.watch(Progress("step", ended, len(kept.states)))

        answers = tools.part("C9", Workflows).run(flow, one, told, ends=(CancelledJobError, LostJobError))
        return {"states": {name: str(state) for name, state in flow.states.items()}, "answers": answers}

    return Kind(
        "do named steps, each after those it needs",
        {"steps": Field(dict, 'by name: {"kind": ..., "payload": {...}, "after": [...]}', required=True)},
        do,
    )


def _step(name: str, row: object) -> Mapping[str, Any]:
    if (
        not isinstance(row, dict)
        or not isinstance(row.get("kind"), str)
        or not row.keys() <= {"kind", "payload", "after"}
    ):
        raise BadInputError("is no step.", where=f"workflow, {name}", next_step="A step has kind, payload and after.")
    return row
