"""`aurora corpus`: the records of what was written."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, TypeAlias

import typer
from rich.table import Table

from aurora.entrypoints.cli.session import AsJson, tools
from aurora.entrypoints.cli.terminal import notes, out, print_json
from aurora.flows import corpus as flow
from aurora.model.errors import BadInputError, Exit
from aurora.model.record import Record, Taken, Wanted, to_plain

cli = typer.Typer(help="The records of what was written.", no_args_is_help=True)
File: TypeAlias = Annotated[Path, typer.Argument(help="A file of JSON Lines.")]
Spec: TypeAlias = Annotated[str, typer.Option(help="Only of this specification.")]
Verdict: TypeAlias = Annotated[str, typer.Option(help="Only with this verdict.")]
Since: TypeAlias = Annotated[str, typer.Option(help="Only since this day: 2026-11-01.")]


@cli.command("stats", epilog="Example:  aurora corpus stats --json")
def stats(context: typer.Context, as_json: AsJson = False) -> int:
    """Count the records, the memories, the lessons and what waits to be posted."""
    found = flow.statistics(tools(context))
    if as_json:
        print_json(found)
        return Exit.DONE
    for name, value in found.items():
        words = ", ".join(f"{count} {of}" for of, count in value.items()) if isinstance(value, dict) else value
        out().print(f"{name:<16}{words or 'none'}")
    return Exit.DONE


@cli.command("top", epilog='Example:  aurora corpus top "the longest word" --signature "def f(text: str) -> str"')
def top(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="What a function does; empty lists page by page.")] = "",
    signature: Annotated[str, typer.Option(help="Its signature: 'def f(a: int) -> str'.")] = "",
    spec: Spec = "",
    verdict: Verdict = "",
    since: Since = "",
    most: Annotated[int, typer.Option(min=1, max=1000, help="How many records.")] = 5,
    after: Annotated[str, typer.Option(help="Go on after this record: the `next` of the page before.")] = "",
    as_json: AsJson = False,
) -> int:
    """Show the records most like words and a signature, with the parts of the likeness; or list them in order."""
    joined = tools(context)
    if words or signature:
        similar = flow.most_similar(joined, words, signature, most)
        rows = [
            {**_short(each.record), "score": each.score, "signature_likeness": each.signature,
             "words_likeness": each.words, "all_passed": each.all_passed}
            for each in similar
        ]  # fmt: skip
        return _show(rows, {"records": rows}, as_json=as_json)
    page = joined.store().corpus.page(Wanted(spec, "", verdict, since), most, _cursor(after))
    following = f"{page[-1].timestamp} {page[-1].id}" if len(page) == most else ""
    rows = [_short(each) for each in page]
    return _show(rows, {"records": [to_plain(each) for each in page], "next": following}, as_json=as_json)


@cli.command("export", epilog="Example:  aurora corpus export records.jsonl --verdict verified")
def export(
    context: typer.Context,
    file: File,
    spec: Spec = "",
    verdict: Verdict = "",
    since: Since = "",
    as_json: AsJson = False,
) -> int:
    """Write records to a file of JSON Lines."""
    count = flow.export(tools(context), file, Wanted(spec, "", verdict, since))
    if as_json:
        print_json({"records": count, "file": str(file)})
    else:
        notes().print(f"{count} records written to {file}.")
    return Exit.DONE


@cli.command("import", epilog="Example:  aurora corpus import records.jsonl")
def import_(context: typer.Context, file: File, as_json: AsJson = False) -> int:
    """Take records from a file; those that are there stay as they are, and a bad line refuses the whole file."""
    return _took(flow.take(tools(context), file), "left as they are here", as_json=as_json)


@cli.command("merge", epilog="Example:  aurora corpus merge other.jsonl")
def merge(
    context: typer.Context,
    other: Annotated[str, typer.Argument(help="A file of JSON Lines, or the file or URL of another database.")],
    as_json: AsJson = False,
) -> int:
    """Merge another corpus; where one id stands for two records, both are kept."""
    return _took(flow.merge(tools(context), other), "kept beside ours", as_json=as_json)


@cli.command("post", epilog="Example:  AURORA_POST_URL=https://corpus.example/records aurora corpus post")
def post(
    context: typer.Context,
    again: Annotated[bool, typer.Option("--again", help="Try those too that were given up.")] = False,
    as_json: AsJson = False,
) -> int:
    """Post the records that are due to AURORA_POST_URL; what does not arrive is tried again later."""
    done = flow.post_due(tools(context), again=again)
    if as_json:
        print_json(asdict(done))
    else:
        notes().print(f"{done.arrived} arrived, {done.later} are tried again later, {done.given_up} were given up.")
    return Exit.COULD_NOT if done.later or done.given_up else Exit.DONE


def _took(taken: Taken, what: str, *, as_json: bool) -> int:
    if as_json:
        print_json(asdict(taken))
        return Exit.DONE
    count = len(taken.conflicts)
    conflicts = "1 conflict" if count == 1 else f"{count or 'no'} conflicts"
    notes().print(f"{taken.added} added, {taken.known} known already, {conflicts}.")
    for each in taken.conflicts:
        notes().print(f"  {each}: another record has this id; {what}", markup=False)
    return Exit.DONE


def _cursor(after: str) -> tuple[str, str]:
    moment, _, name = after.partition(" ")
    if after and not name:
        raise BadInputError(
            f"{after!r} is no place in the list.", where="--after", next_step="Give the `next` of a page."
        )
    return moment, name


def _short(record: Record) -> dict[str, object]:
    return {
        "id": record.id,
        "name": record.func_name,
        "spec": record.spec_id,
        "verdict": record.verdict,
        "passed": f"{record.passed}/{record.total}",
        "time": record.timestamp[:16],
    }


def _show(rows: list[dict[str, object]], facts: dict[str, object], *, as_json: bool) -> int:
    if as_json:
        print_json(facts)
        return Exit.DONE if rows else Exit.COULD_NOT
    table = Table(box=None, pad_edge=False)
    for heading in rows[0] if rows else ():
        table.add_column(heading.replace("_", " "))
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    out().print(table)
    if facts.get("next"):
        notes().print(f"More: --after {facts['next']!r}", markup=False)
    return Exit.DONE if rows else Exit.COULD_NOT
