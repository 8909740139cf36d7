"""Look at a project as a job."""

from collections.abc import Mapping
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.analyze import analyze
from aurora.flows.jobs.kind import PATH, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """All findings; looked for in one step, since they belong to one state of the files."""
    return journal.step("look", lambda: encode(analyze(tools, given["path"], journal.watch)))


ANALYZE = Kind("look at a file or a project", {"path": PATH}, do)
