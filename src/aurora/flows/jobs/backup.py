"""Copy the database into a file as a job."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """What was copied, and where to."""
    path: Path = given["path"]
    return journal.step("copy", lambda: encode(tools.work().backup(path)))


BACKUP = Kind(
    "copy the database into a file", {"path": Field(Path, "the file that receives the copy", required=True)}, do
)
