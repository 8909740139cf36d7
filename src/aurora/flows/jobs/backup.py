"""Copy the database into a file of its own as a job, and drop the oldest such copies."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from aurora.contracts.jobs import Journal
from aurora.flows.jobs.kind import Field, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import encode
from aurora.model.errors import BadInputError
from aurora.model.execution import Json

_NAME, _KEPT = "aurora.db", 14
_NUMBERED = r"-\d{8}-\d{6}-[0-9a-z]{1,8}"


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """What was copied, where to, and which older copies were dropped; done again after a crash, it is one copy."""
    wanted: Path = given["path"] or (given["folder"] or tools.settings.state.expanduser() / "backups") / _NAME
    keep = int(given["keep"])
    if keep < 0:
        raise BadInputError(f"keep is {keep}, which is less than nothing.", next_step="0 keeps all.")
    own = Path(str(journal.step("name", lambda: str(_own(wanted, journal.id)))))

    def copy() -> Json:
        own.unlink(missing_ok=True)  # of this very job, whose process died before that was noted
        return encode(tools.work().backup(own if given["path"] is None or wanted.exists() else wanted))

    made: Any = journal.step("copy", copy)
    dropped = journal.step("drop", lambda: list(_drop(wanted, keep))) if keep else []
    return {**made, "dropped": dropped}


def _own(wanted: Path, job: str) -> Path:
    """A file beside the one that was asked for, with the time and the job in its name."""
    short = re.sub(r"[^0-9a-z]", "", job.lower())[-8:] or "0"
    return wanted.with_name(f"{wanted.stem}-{datetime.now(UTC):%Y%m%d-%H%M%S}-{short}{wanted.suffix}")


def _drop(wanted: Path, keep: int) -> list[str]:
    """Remove all but the newest copies that have such a name; nothing else is touched."""
    named = re.compile(re.escape(wanted.stem) + _NUMBERED + re.escape(wanted.suffix))
    copies = sorted(path for path in wanted.parent.iterdir() if named.fullmatch(path.name))
    for path in copies[:-keep]:
        path.unlink(missing_ok=True)
    return [str(path) for path in copies[:-keep]]


BACKUP = Kind(
    "copy the database into a file of its own",
    {
        "path": Field(
            Path, "the file that receives the copy; when it is there, one beside it with the time in its name"
        ),
        "folder": Field(Path, "the folder in which it gets a name of its own, else `backups` in Aurora's state"),
        "keep": Field(float, "how many copies with the time in their name are kept, the newest; 0: all", _KEPT),
    },
    do,
)
