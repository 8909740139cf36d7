"""Many payloads of one kind as one job; what fails costs only itself."""

from collections.abc import Callable, Mapping
from typing import Any

from aurora.components.processing.batch_processor import Batches
from aurora.contracts.jobs import Journal
from aurora.flows.jobs.inner import Inner
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Json


def batch_of(kinds: Callable[[], Mapping[str, Kind]]) -> Kind:
    """The kind of job that does many of one of these `kinds`."""

    def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
        """The outcome of each input, by its name; the steps of all are in the one journal."""
        kind = named(kinds(), given["kind"])
        taken = {name: (name, kind.given(each, f"batch, {name}")) for name, each in given["inputs"].items()}
        batches = tools.part("C16", Batches)
        return dict(batches.do(taken, lambda each: kind.do(tools, Inner(journal, each[0]), each[1]), journal.watch))

    return Kind(
        "do many of one kind",
        {
            "kind": Field(str, "the kind of each", required=True),
            "inputs": Field(dict, "a payload of that kind for each name", required=True),
        },
        do,
    )


def named(kinds: Mapping[str, Kind], name: str) -> Kind:
    """The kind of this name, but for those that hold others; raises `BadInputError`."""
    if name not in kinds or name in ("batch", "workflow"):
        known = sorted({*kinds} - {"batch", "workflow"})
        raise BadInputError(f"{name!r} cannot be done within a job.", next_step=f"Write one of {', '.join(known)}.")
    return kinds[name]
