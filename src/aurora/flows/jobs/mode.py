"""Run an execution mode as a job."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.execute import execute
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """Its result, done in one step: a mode works on one state of what it is given."""

    def run() -> Json:
        with journal.cpu():
            made = execute(
                tools,
                given["mode"],
                given["parameters"],
                path=given["path"],
                seconds=given["seconds"],
                watch=journal.watch,
            )
        return {
            "mode": made.unit.number,
            "name": made.unit.name,
            "result": encode(made.result),
            "seconds": made.seconds,
            "components": list(made.components),
        }

    return journal.step("run", run)


MODE = Kind(
    "run an execution mode",
    {
        "mode": Field(str, "its number, id or name", required=True),
        "parameters": Field(dict, "what it takes", {}),
        "path": Field(Path, "a file or project that gives it `files`", None),
        "seconds": Field(float, "its budget, for the whole of it", None),
    },
    do,
)
