"""`aurora session`: conversations, preferences and context, each session for itself."""

from dataclasses import asdict
from typing import Annotated, TypeAlias

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows import recall as flow
from aurora.model.errors import Exit

cli = typer.Typer(help="Conversations, preferences and context of sessions.", no_args_is_help=True)
Name: TypeAlias = Annotated[str, typer.Argument(help="The name of a session.")]


@cli.command("list", epilog="Example:  aurora session list --json")
def list_(context: typer.Context, as_json: AsJson = False) -> int:
    """List the sessions, the one that was used last first."""
    found = flow.sessions(tools(context))
    if as_json:
        print_json([asdict(each) for each in found])
        return Exit.DONE
    for each in found:
        out().print(Text(f"{each.moment[:16]}  {each.turns:>5} turns  {each.name}"))
    if not found:
        notes().print("There are no sessions.")
    return Exit.DONE


@cli.command("show", epilog="Example:  aurora session show shop --most 20")
def show(
    context: typer.Context,
    name: Name,
    most: Annotated[int, typer.Option(min=1, max=1000, help="How many turns, the last ones.")] = 50,
    as_json: AsJson = False,
) -> int:
    """Show a session: its preferences, its context and its last turns."""
    store = tools(context).store()
    turns, kept = store.sessions.turns(name, most), flow.kept_values(tools(context), name)
    if as_json:
        print_json({**kept, "turns": [asdict(turn) for turn in turns]})
    else:
        for kind, values in kept.items():
            for key, value in values.items():
                out().print(Text(f"{kind:<12}{key} = {value}"))
        for turn in turns:
            out().print(Text(f"{turn.moment[:16]}  {turn.role}: {turn.text}"))
    if turns or any(kept.values()):
        return Exit.DONE
    notes().print(f"There is no session {name!r}.", markup=False)
    return Exit.COULD_NOT


@cli.command("say", epilog='Example:  aurora session say shop "keep the diffs small"')
def say(
    context: typer.Context,
    name: Name,
    text: Annotated[str, typer.Argument(help="What is said.")],
    role: Annotated[str, typer.Option(help="Who says it.")] = "user",
) -> int:
    """Keep one turn of a conversation, where `aurora recall` finds it."""
    flow.say(tools(context), name, role, text)
    return Exit.DONE


@cli.command("set", epilog="Example:  aurora session set shop style brief   ·   aurora session set shop style ''")
def set_(
    context: typer.Context,
    name: Name,
    key: Annotated[str, typer.Argument(help="The name of a preference.")],
    value: Annotated[str, typer.Argument(help="Its value; an empty one removes it.")],
) -> int:
    """Keep a preference of a session; preferences outlive the conversation."""
    flow.prefer(tools(context), name, key, value)
    return Exit.DONE


@cli.command("forget", epilog="Example:  aurora session forget shop")
def forget(context: typer.Context, name: Name, as_json: AsJson = False) -> int:
    """Drop a session with its conversation, preferences and context, and what recall knows of it."""
    count = flow.forget_session(tools(context), name)
    if as_json:
        print_json({"rows": count})
    else:
        notes().print(f"{count} rows dropped." if count else f"There is no session {name!r}.", markup=False)
    return Exit.DONE if count else Exit.COULD_NOT
