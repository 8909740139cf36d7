"""`aurora chat`: talk with Aurora in plain English."""

import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.text import Text

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows.chat.talk import talk
from aurora.model.chat import Reply
from aurora.model.errors import AuroraError, Exit


def chat(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="What you say; left out, a conversation begins.")] = "",
    session: Annotated[str, typer.Option(help="The conversation that it belongs to.")] = "terminal",
    as_json: AsJson = False,
) -> int:
    """Say something and have it done; it remembers the session. Exits 1 when it could not, or asks back."""
    joined = tools(context)
    if words:
        return _answer(talk(joined, session, words), as_json=as_json)
    for line in sys.stdin:
        if line.strip().lower() in ("exit", "quit", "bye"):
            break
        if line.strip():
            try:
                _answer(talk(joined, session, line), as_json=as_json)
            except AuroraError as error:
                notes().print(Text(error.sentence, style="red"))
    return Exit.DONE


def _answer(reply: Reply, *, as_json: bool) -> int:
    if as_json:
        print_json(asdict(reply))
    else:
        out().print(Text(reply.text))
        for did in reply.did:
            out().print(Text(f"did: {did}", style="dim"))
        for link in reply.links:
            out().print(Text(f"see: {link}", style="dim"))
        if reply.question:
            out().print(Text(reply.question, style="yellow"))
    return Exit.DONE if reply.could and not reply.question else Exit.COULD_NOT
