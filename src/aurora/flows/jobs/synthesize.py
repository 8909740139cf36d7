"""Write one function as a job: search, judge, and with it a test file; each is a step."""

from collections.abc import Mapping
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.experience import Origin, write_function
from aurora.flows.jobs.kind import BUDGET, Field, Kind
from aurora.flows.journaled import journaled
from aurora.flows.request import request_task
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json
from aurora.model.task import SynthesisTask

WANTED: Mapping[str, Field] = {
    "words": Field(str, "what the function does", ""),
    "name": Field(str, "its name", ""),
    "signature": Field(str, "its signature", ""),
    "examples": Field(tuple, "examples, such as \"f(2) == '2'\"", ()),
}


def task_of(given: Mapping[str, Any]) -> SynthesisTask:
    """The task that the fields of `WANTED` describe."""
    return request_task(
        given["words"], name=given["name"], signature=given["signature"], examples=tuple(given["examples"])
    )


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The answer with its verdict."""
    budget = tools.budget(given["budget"])
    origin = Origin(provenance=f"job {journal.id}", once=True)
    kept = journaled(tools, journal)
    answer, _ = write_function(kept, task_of(given), budget, journal.watch, tests=given["tests"], origin=origin)
    return encode(answer)


SYNTHESIZE = Kind(
    "write one function",
    {**WANTED, "tests": Field(bool, "with a test file", default=False), "budget": BUDGET},
    do,
)
