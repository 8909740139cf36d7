"""Write the tests of a function as a job: the function is searched when none is given, then its tests are made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.projects.replace import replace_text
from aurora.contracts.jobs import Journal
from aurora.flows.jobs.kind import BUDGET, Field, Kind
from aurora.flows.jobs.synthesize import WANTED, task_of
from aurora.flows.journaled import journaled
from aurora.flows.synthesize import synthesize
from aurora.flows.tools import Tools
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The code and the text of its pytest file; no tests when there is no answer to test."""
    task, budget, stepped = task_of(given), tools.budget(given["budget"]), journaled(tools, journal)
    code: str = given["code"]
    if not code:
        found = synthesize(stepped, task, budget, journal.watch)
        if not found.verdict.answered:
            return {"code": "", "tests": "", "verdict": str(found.verdict)}
        code = found.code
    tests = stepped.judge.tests(task, code, budget)
    out: Path | None = given["out"]
    if out is not None:
        journal.effect("write", lambda _: _written(out, tests))
    return {"code": code, "tests": tests, "verdict": "" if given["code"] else str(found.verdict)}


def _written(path: Path, text: str) -> str:
    replace_text(path, text)
    return str(path)


GENERATE_TESTS = Kind(
    "write tests that notice a change of a function",
    {
        **WANTED,
        "code": Field(str, "the function; left out, it is searched for", ""),
        "out": Field(Path, "the file that receives the tests"),
        "budget": BUDGET,
    },
    do,
)
