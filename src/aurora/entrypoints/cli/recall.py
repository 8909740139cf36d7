"""`aurora recall`: ask everything that was remembered."""

from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows.recall import ask
from aurora.model.errors import Exit
from aurora.model.memory import FAILED, SUCCEEDED, Query, Recalled, Source

_COLOURS = {SUCCEEDED: "green", FAILED: "red", "": "dim"}


def recall(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="What to look for, in your own words.")],
    source: Annotated[list[Source] | None, typer.Option(help="Only this source; may be repeated.")] = None,
    outcome: Annotated[str, typer.Option(help="Only `succeeded` or `failed`.")] = "",
    since: Annotated[str, typer.Option(help="Only since this day: 2026-11-01.")] = "",
    most: Annotated[int, typer.Option(min=1, max=100, help="How many answers.")] = 10,
    as_json: AsJson = False,
) -> int:
    """Find what happened before: functions, fixes, health, healing, jobs, conversations; failures too."""
    found = ask(tools(context), Query(words, tuple(source or ()), outcome, since, most))
    if as_json:
        print_json([_facts(each) for each in found])
        return Exit.DONE if found else Exit.COULD_NOT
    for number, each in enumerate(found, start=1):
        memory = each.memory
        head = Text(f"{number:>2}. ").append(memory.outcome or "noted", style=_COLOURS.get(memory.outcome, ""))
        out().print(head.append(f"  {memory.source}  {memory.moment[:16]}  {memory.title[:140]}"))
        out().print(Text(f"    {memory.link}  ({'; '.join(each.why)})", style="dim"))
    if not found:
        notes().print("Nothing that was remembered is about this.")
    return Exit.DONE if found else Exit.COULD_NOT


def _facts(each: Recalled) -> dict[str, object]:
    memory = each.memory
    return {
        "source": str(memory.source),
        "id": memory.key,
        "time": memory.moment,
        "outcome": memory.outcome,
        "title": memory.title,
        "text": memory.text,
        "link": memory.link,
        "score": each.score,
        "why": list(each.why),
    }
