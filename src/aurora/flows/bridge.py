"""Changes that Aurora made or proposes: shown, tried against the files, applied, rolled back.

A proposal is a finished job of the kind `fix`; an applied change is a record of the journal of changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.projects.change import Kept, Maker, Undone
from aurora.adapters.projects.read import root_of
from aurora.components.integration.python_bridge import Bridge
from aurora.flows.experience import parts_of
from aurora.flows.fix_code import apply_change, changes_of, undo_change
from aurora.flows.tools import Tools
from aurora.model.answer import Repair
from aurora.model.encoding import decode
from aurora.model.errors import AuroraError, BadInputError, NotFoundError
from aurora.model.job import Job, JobState

_THERE = "The files are as it proposes already."


class StaleChangeError(AuroraError):
    """The files are no longer what a change was made for."""

    title = "Change does not fit"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a job proposes for a project; `files` are whole texts by relative path."""

    job: str
    root: Path
    diff: str
    files: Mapping[str, str]
    title: str
    maker: Maker
    applied: bool  # by the job itself


@dataclass(frozen=True, slots=True)
class Preview:
    """What applying a proposal would do now."""

    proposal: Proposal
    diff: str  # against the files as they are now
    fits: bool
    reason: str = ""


def proposal(tools: Tools, job: str) -> Proposal:
    """The patch that a finished job proposes; raises `NotFoundError` for no such job or patch."""
    found = tools.work().queue.status(job)
    if found.kind != "fix":
        raise BadInputError(f"is of the kind {found.kind}, and proposes no change of files.", where=f"job {job}")
    if found.state is not JobState.DONE:
        raise _unfinished(found)
    assert isinstance(found.result, dict)
    assert isinstance(found.payload, dict)
    answer = decode(Repair, found.result["answer"])
    if answer.patch is None or not answer.verdict.answered or not found.result["diff"]:
        raise NotFoundError("proposed change of job", job, next_step="Its result says why there is none.")
    path = Path(str(found.payload["path"]))
    root = root_of(path)
    title, maker = answer.patch.why, Maker(parts_of(answer))
    diff, applied = str(found.result["diff"]), bool(found.result["applied"])
    return Proposal(job, root, diff, answer.patch.files, title, maker, applied)


def preview(tools: Tools, job: str) -> Preview:
    """The proposal against the files as they are now; nothing is changed."""
    offered = proposal(tools, job)
    bridge = bridge_of(tools)
    now = bridge.diff(bridge.read(offered.root, offered.files), offered.files)
    bridge.count("previewed")
    if not now:
        return Preview(offered, now, fits=False, reason=_THERE)
    if now != offered.diff:
        return Preview(offered, now, fits=False, reason="The files were changed since the job read them.")
    return Preview(offered, now, fits=True)


def apply(tools: Tools, job: str) -> Kept:
    """Apply a proposal whole or not at all; raises `StaleChangeError` when it does not fit the files any more."""
    seen = preview(tools, job)
    if not seen.fits:
        advice = "Nothing is left to do." if seen.reason == _THERE else "Hand the fix over again."
        raise StaleChangeError(f"{seen.reason} Nothing was changed.", next_step=advice)
    offered, bridge = seen.proposal, bridge_of(tools)
    before = bridge.read(offered.root, offered.files)
    kept = apply_change(tools, offered.root, before, offered.files, offered.title, offered.maker)
    bridge.count("applied")
    return kept


def changes(tools: Tools, path: Path) -> list[Kept]:
    """The applied changes of the project that a path names, oldest first; raises `NotFoundError`."""
    return changes_of(tools).kept(_root(path))


def change_diff(change: Kept) -> str:
    """What an applied change did."""
    return Bridge().diff(change.before, change.after)


def roll_back(tools: Tools, path: Path, change: str) -> Undone:
    """Take the newest change of a project back, byte for byte, when it is the one that is named.

    Raises `NotFoundError`, `StaleChangeError` when newer changes stand on it, and `BadInputError` when a file was
    edited since.
    """
    there = [each.id for each in changes(tools, path)]
    if change not in there:
        raise NotFoundError("change", change, next_step="The list of the project's changes has their ids.")
    if there[-1] != change:
        newer = ", ".join(there[there.index(change) + 1 :])
        raise StaleChangeError(f"newer changes stand on it: {newer}.", next_step="Roll those back first.")
    undone = undo_change(tools, _root(path))
    bridge_of(tools).count("rolled back")
    return undone


def bridge_of(tools: Tools) -> Bridge:
    """What shows changes here, and counts what is asked for."""
    return tools.part("C36", Bridge)


def _unfinished(job: Job) -> BadInputError:
    """Why a job that is not done proposes nothing: it may be yet, or it has ended and will not."""
    if not job.state.ended:
        return BadInputError(f"is {job.state}.", where=f"job {job.id}", next_step="Ask again when it is done.")
    why = f": {job.error}" if job.error else "."
    return BadInputError(f"{job.state}{why}", where=f"job {job.id}", next_step="Hand the fix over again.")


def _root(path: Path) -> Path:
    if not path.exists():
        raise NotFoundError("file or folder", str(path))
    return root_of(path)
