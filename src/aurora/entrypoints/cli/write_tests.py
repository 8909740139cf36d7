"""`aurora test`: write tests of code that is there."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.contracts.testing import Covered
from aurora.entrypoints.cli.modes import plain
from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import notes, print_json, show_code, shown_progress
from aurora.flows import write_tests as flow
from aurora.model.errors import Exit


def write(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    function: Annotated[str, typer.Option(help="Only this function or class.")] = "",
    out: Annotated[Path | None, typer.Option(help="The new file that receives the tests of one module.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Write each file beside the tests that are there.")] = False,
    reach: Annotated[
        float | None, typer.Option(help="Add tests to the project until this share of it, 0 to 1, is reached.")
    ] = None,
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Write tests: recorded behaviour, boundaries, errors, laws. They pass on the code and are measured by mutants.

    Shown only, unless --out or --apply. What is written is taken back by `aurora fix PATH --undo`.
    """
    joined = tools(context)
    if reach is not None:
        with shown_progress("test", quiet=as_json) as watch:
            covered = flow.reach(joined, path, reach, joined.budget(budget), apply=apply, watch=watch)
        return _told(covered, as_json=as_json)
    with shown_progress("test", quiet=as_json) as watch:
        found = flow.write_tests(joined, path, joined.budget(budget), only=function, out=out, apply=apply, watch=watch)
    if as_json:
        print_json([{**asdict(each), "score": round(each.written.score, 3)} for each in found])
    else:
        for each in found:
            _show(each)
    return Exit.DONE if any(each.written.text for each in found) else Exit.COULD_NOT


def _told(found: Covered, *, as_json: bool) -> int:
    if as_json:
        print_json(plain(found))
    else:
        for name, text in found.files.items():
            notes().print(Text(name))
            show_code(text)
        told = f"{found.ended}: {found.before.share:.1%} -> {found.after.share:.1%} of lines and ways reached"
        if found.mutants:
            told += f"; {found.noticed_before} -> {found.noticed_after} of {found.mutants} mutants noticed"
        notes().print(Text(f"{told}."), soft_wrap=True)
    return Exit.DONE if found.ended == "reached" else Exit.COULD_NOT


def _show(each: flow.Tested) -> None:
    made = each.written
    for note in made.notes:
        notes().print(Text(note), soft_wrap=True)
    if not made.text:
        return
    if not each.applied:
        show_code(made.text)
    place = f"written to {each.out}" if each.applied else "not written"
    told = (
        f"{each.path}: {made.tests} tests, {made.runs} runs alike; {made.killed} of {made.mutants} mutants noticed; "
        f"{made.reached} of {made.goals} ways reached; {place}."
    )
    notes().print(Text(told), soft_wrap=True)
    for survivor in made.survivors:
        notes().print(Text(f"  not noticed: {survivor}", style="dim"), soft_wrap=True)
    for name in made.unstable:
        notes().print(Text(f"  dropped, since it did not pass each time: {name}", style="yellow"), soft_wrap=True)
