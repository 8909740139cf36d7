"""`aurora fix`: repair a file or a project."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import (
    judgement_facts,
    notes,
    print_json,
    show_code,
    show_judgement,
    shown_progress,
)
from aurora.entrypoints.cli.undo import undo_newest
from aurora.flows.fix_code import Fix, Wishes, fix_code
from aurora.flows.recall import past_repairs
from aurora.flows.tools import Tools
from aurora.model.errors import AuroraError, BadInputError, Exit
from aurora.model.memory import Memory

_ALONE = "Give it without any of --dry-run, --commit, --add-test, --install, --reference and --bisect."


def fix(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    test: Annotated[str, typer.Option(help="The command that must pass, run in the sandbox.")] = "",
    issue: Annotated[str, typer.Option(help="Words or a traceback that tell what is wrong.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show the patch and change nothing.")] = False,
    commit: Annotated[bool, typer.Option("--commit", help="Commit the patch in Git, its files alone.")] = False,
    add_test: Annotated[bool, typer.Option("--add-test", help="Add a regression test with the patch.")] = False,
    install: Annotated[bool, typer.Option("--install", help="Install known wheels of what is missing, here.")] = False,
    reference: Annotated[
        str, typer.Option(help="A correct file or folder, or a revision of Git that passed, to take lines from.")
    ] = "",
    bisect: Annotated[
        bool, typer.Option("--bisect", help="Look in Git for the newest revision that passes, to take lines from.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the newest fix of this project back.")] = False,
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Repair what does not parse, import, run or pass its tests. The patch is applied only when it was proved."""
    joined = tools(context)
    if undo:
        if dry_run or commit or add_test or install or reference or bisect:
            raise BadInputError("takes a fix back at once; nothing was changed.", where="--undo", next_step=_ALONE)
        return undo_newest(joined, path, as_json=as_json)
    started = datetime.now(UTC).isoformat()
    with shown_progress("fix", quiet=as_json) as watch:
        wishes = Wishes(dry_run, commit, add_test, install, reference, bisect)
        made = fix_code(joined, path, joined.budget(budget or 60), test=test, issue=issue, wishes=wishes, watch=watch)
    past = _past(joined, made, issue, started)
    if as_json:
        print_json({**_facts(made), "past_repairs": [_past_facts(each) for each in past]})
    else:
        _show(made, dry_run=dry_run)
        for each in past:
            notes().print(f"  before: {each.moment[:10]} {each.outcome}, {each.title} ({each.link})", markup=False)
    return Exit.DONE if made.nothing_wrong or made.answer.verdict.answered else Exit.COULD_NOT


def _past(joined: Tools, made: Fix, issue: str, started: str) -> list[Memory]:
    """What was repaired before that is like what was found: where nothing was proved, a place to go on from."""
    if made.nothing_wrong or made.answer.verdict.answered or not joined.settings.learning:
        return []
    told = issue or " ".join(fault.why for fault in made.answer.faults[:3])
    try:
        return [each.memory for each in past_repairs(joined, told, before=started)]
    except AuroraError:
        return []  # the answer's notes say already that the memory could not be used


def _past_facts(each: Memory) -> dict[str, str]:
    return {"time": each.moment, "outcome": each.outcome, "title": each.title, "link": each.link}


def _show(made: Fix, *, dry_run: bool) -> None:
    console = notes()
    installed = [f"Ran: {each}" for each in made.ran] + [f"Not run (--dry-run): {each}" for each in made.would_run]
    for line in installed:
        console.print(line, markup=False, soft_wrap=True)
    if made.nothing_wrong:
        console.print("Nothing to fix: the tests pass as they are.")
        return
    if made.diff:
        show_code(made.diff, "diff")
    show_judgement(made.answer.judgement, seconds=made.answer.seconds, tried=made.answer.tried)
    for note in made.answer.notes:
        console.print(f"  {note}", markup=False, soft_wrap=True, style="dim")
    if made.applied:
        console.print(f"Applied{f' as commit {made.commit}' if made.commit else ''}. Take it back with --undo.")
    elif made.diff and dry_run:
        console.print("Not applied: --dry-run.")
    elif not made.diff:
        _show_lead(made)


def _show_lead(made: Fix) -> None:
    for fault in made.answer.faults[:3]:
        notes().print(f"  suspicious: {fault.path}:{fault.line} ({fault.why})", markup=False, soft_wrap=True)


def _facts(made: Fix) -> dict[str, object]:
    answer = made.answer
    return {
        **judgement_facts(answer.judgement),
        "diff": made.diff,
        "applied": made.applied,
        "commit": made.commit,
        "ran": list(made.ran),
        "would_run": list(made.would_run),
        "nothing_wrong": made.nothing_wrong,
        "operator": answer.patch.operator if answer.patch else "",
        "faults": [{"path": each.path, "line": each.line, "why": each.why} for each in answer.faults],
        "candidates": answer.tried,
        "seconds": round(answer.seconds, 3),
        "notes": list(answer.notes),
    }
