"""Improve a project in steps as a job: each step of the plan is a step of the job, and so is the change of files."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from aurora.adapters.projects.change import Maker
from aurora.adapters.projects.read import Project, read_project
from aurora.contracts.jobs import Journal
from aurora.flows.enhance import STEPS, enhance
from aurora.flows.fix_code import changes_of
from aurora.flows.jobs.kind import BUDGET, PATH, Field, Kind
from aurora.flows.tools import Tools
from aurora.model.encoding import decode, encode
from aurora.model.enhancement import Done, Enhancement
from aurora.model.execution import Json


def do(tools: Tools, journal: Journal, given: Mapping[str, Any]) -> Json:
    """The steps with what became of them, the difference, and whether the files were changed."""
    path: Path = given["path"]

    def keep(name: str, work: Callable[[], Done]) -> Done:
        def within() -> Json:
            with journal.cpu():
                return encode(work())

        return decode(Done, journal.step(name, within))

    project = decode(Project, journal.step("read", lambda: encode(read_project(path))))
    made = enhance(
        tools,
        path,
        given["steps"],
        tools.budget(given["budget"]),
        gate=given["gate"],
        issue=given["issue"],
        watch=journal.watch,
        read=lambda _: project,
        keep=keep,
        job=journal.id,
    )
    applied: Json = False
    if given["apply"] and made.after:
        applied = journal.effect("apply", lambda _: _apply(tools, made))
    found = encode(made)
    assert isinstance(found, dict)
    return {**found, "applied": applied, "healed": made.healed, "title": made.title}


def _apply(tools: Tools, made: Enhancement) -> bool:
    """Change the files; a process that died before it was noted left them changed, then there is nothing to do."""
    root, changes = Path(made.root), changes_of(tools)
    changes.recover(root)
    there = {name: (root / name).read_bytes() for name in made.after if (root / name).is_file()}
    if any(there.get(name) != text.encode() for name, text in made.after.items()):
        changes.apply(root, made.before, made.after, f"Enhance: {made.title}", Maker())
    return True


ENHANCE = Kind(
    "improve a project in steps, each behind a gate",
    {
        "path": PATH,
        "steps": Field(tuple, f"what is tried, in this order: {', '.join(STEPS)}", required=True),
        "gate": Field(str, "the command that must pass after each step; by default the project's tests", ""),
        "issue": Field(str, "words or a traceback that tell what is wrong, for `fix`", ""),
        "apply": Field(bool, "change the files; otherwise the difference is only shown", default=False),
        "budget": BUDGET,
    },
    do,
)
