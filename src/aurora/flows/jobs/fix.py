"""Repair a project as a job: read, run its tests, repair, confirm, apply; each is a step."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.projects.change import Maker
from aurora.adapters.projects.read import Project, read_project
from aurora.contracts.jobs import Journal
from aurora.flows.fix_code import Wishes, apply_change, changes_of, fix_code
from aurora.flows.jobs.kind import BUDGET, PATH, Field, Kind
from aurora.flows.journaled import journaled
from aurora.flows.tools import Tools
from aurora.model.encoding import decode, encode
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The answer, the diff, and whether it was applied."""
    path: Path = given["path"]
    project = decode(Project, journal.step("read", lambda: encode(read_project(path))))
    made = fix_code(
        journaled(tools, journal),
        path,
        tools.budget(given["budget"]),
        test=given["test"],
        issue=given["issue"],
        wishes=Wishes(dry_run=True, reference=given["reference"]),
        watch=journal.watch,
        read=lambda _path: project,
        job=journal.id,
    )
    applied: Json = False
    if made.diff and not given["dry_run"] and made.answer.patch is not None:
        patch = made.answer.patch
        applied = journal.effect("apply", lambda _: _apply(tools, project, patch.files, patch.why))
    answer = encode(made.answer)
    return {"answer": answer, "diff": made.diff, "applied": applied, "nothing_wrong": made.nothing_wrong}


def _apply(tools: Tools, project: Project, changed: Mapping[str, str], why: str) -> bool:
    """Apply the patch; a process that died before it was noted left it applied, then there is nothing to do.

    Done while the job's row is locked, so that a zombie that lost the job to another executor changes no file.
    """
    changes_of(tools).recover(project.root)
    if any(_text(project.root / name) != text for name, text in changed.items()):
        apply_change(tools, project.root, project.files, changed, why, Maker())
    return True


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8", "replace") if path.is_file() else None


FIX = Kind(
    "repair a file or a project",
    {
        "path": PATH,
        "test": Field(str, "the command that must pass", ""),
        "issue": Field(str, "words or a traceback that tell what is wrong", ""),
        "reference": Field(str, "a correct file or folder, or a revision of Git that passed", ""),
        "dry_run": Field(bool, "show the patch and change nothing", default=False),
        "budget": BUDGET,
    },
    do,
)
