"""Repair one text as a job."""

from collections.abc import Mapping
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.fix_text import fix_text
from aurora.flows.jobs.kind import BUDGET, Field, Kind
from aurora.flows.journaled import journaled
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The text, the diff, the answer, and the slot that did it."""
    made = fix_text(
        journaled(tools, journal),
        given["code"],
        tools.budget(given["budget"]),
        issue=given["issue"],
        tests=given["tests"],
        reference=given["reference"],
        watch=journal.watch,
        job=journal.id,
    )
    found = encode(made)
    assert isinstance(found, dict)
    return {**found, "slot": journal.slot}


REPAIR = Kind(
    "repair one text",
    {
        "code": Field(str, "the text", required=True),
        "issue": Field(str, "words or a traceback that tell what is wrong", ""),
        "tests": Field(str, "a pytest file, or bare assertions", ""),
        "reference": Field(str, "a correct version of the text", ""),
        "budget": BUDGET,
    },
    do,
)
