"""`aurora document`: docstrings and reference pages."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.modes import plain
from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import notes, print_json, show_code, show_findings, shown_progress
from aurora.entrypoints.cli.undo import show_undone
from aurora.flows.document import Documented, Manner, undo_documentation
from aurora.flows.document import document as flow
from aurora.model.errors import Exit


def document(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="A Python file, or the folder of a project.")],
    function: Annotated[str, typer.Option(help="Only this function or class, `f` or `C.f`.")] = "",
    style: Annotated[str, typer.Option(help="rest, google or numpy; left out, that of the project.")] = "",
    least: Annotated[
        str, typer.Option(help="The evidence that a docstring needs at least: name, declared, read or run.")
    ] = "read",
    examples: Annotated[
        bool, typer.Option("--examples/--no-examples", help="Run the code in the sandbox to show examples.")
    ] = True,
    pages: Annotated[str, typer.Option(help="Make Markdown reference pages too, in this folder of the project.")] = "",
    apply: Annotated[bool, typer.Option("--apply", help="Change the files.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Change nothing; exit 1 when a docstring is missing or wrong.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the newest change of this project back.")] = False,
    budget: BudgetOption = None,
    as_json: AsJson = False,
) -> int:
    """Propose docstrings that say what the code shows, and tell docstrings that are wrong.

    Each sentence says how it is known: by name, declaration, statement or run. Shown only, unless --apply.
    """
    joined = tools(context)
    if undo:
        return show_undone(undo_documentation(joined, path), as_json=as_json)
    manner = Manner(function, style, least, examples, pages, apply and not check, budget)
    with shown_progress("document", quiet=as_json) as watch:
        made = flow(joined, path, manner, watch)
    if as_json:
        facts = {"findings": plain(made.findings), "evidence": plain(made.evidence), "applied": made.applied}
        print_json({**asdict(made.documentation), **facts, "clean": made.clean, "seconds": round(made.seconds, 3)})
    else:
        _show(made, check=check)
    if check:
        return Exit.DONE if made.clean else Exit.COULD_NOT
    offered = made.documentation.proposals or made.documentation.pages
    return Exit.DONE if offered or made.clean else Exit.COULD_NOT


def _show(made: Documented, *, check: bool) -> None:
    console, found = notes(), made.documentation
    if found.diff and not check:
        show_code(found.diff, "diff")
    open_ = {(each.path, each.line) for each in found.proposals} if not check else set()
    left = [each for each in made.findings if each.rule != "undocumented" or (each.path, each.line) not in open_]
    show_findings(left, console=console)
    for each in found.proposals if not check else ():
        levels = ", ".join(f"{one.kind} {one.about}".strip() + f" by {one.evidence}" for one in each.sentences)
        console.print(Text(f"+ {each.path}:{each.line} {each.name}: {levels}"), soft_wrap=True)
    for unsaid in found.unsaid if not check else ():
        console.print(Text(f"- {unsaid.path}:{unsaid.line} {unsaid.name}: {unsaid.why}", "dim"), soft_wrap=True)
    for proof in made.evidence:
        mark = Text("+ ", "green") if proof.passed else Text("- ", "red")
        console.print(mark + Text(f"{proof.kind}: {proof.text} {proof.detail}".rstrip()), soft_wrap=True)
    told = f"{len(found.proposals)} docstrings proposed, {found.style} style"
    told += f" (as {found.detected} there)" if found.detected else ""
    after = " Applied; take it back with --undo." if made.applied else "" if check else " Not applied; --apply does."
    console.print(f"{told}, in {made.seconds:.1f} s.{after}")
