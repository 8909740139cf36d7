"""Take the records of a file into the corpus as a job; done again after a crash, it adds nothing twice."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.corpus import merge, take
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """How many records were added, how many were known, and which ids stand for two records."""
    path = given["path"]
    return journal.step("take", lambda: encode(merge(tools, str(path)) if given["merge"] else take(tools, path)))


IMPORT = Kind(
    "take the records of a file into the corpus",
    {
        "path": Field(Path, "a file that `aurora corpus export` wrote", required=True),
        "merge": Field(bool, "keep both records where one id stands for two", default=False),
    },
    do,
)
