"""How results look on a terminal: answers on stdout, everything else on stderr."""

import json
import re
import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from itertools import groupby
from textwrap import indent
from typing import Any

from rich.console import Console
from rich.text import Text

from aurora.entrypoints.cli.paced import Paced
from aurora.model import progress
from aurora.model.answer import Question, Suggestion
from aurora.model.errors import AuroraError
from aurora.model.finding import Finding, Severity
from aurora.model.verdict import Judgement, Verdict

COLOURS = {
    Verdict.VERIFIED: "green",
    Verdict.CONSISTENT: "blue",
    Verdict.ABSTAINED: "yellow",
    Verdict.FAILED: "red",
}
_LIKELY = 3  # answers of a question that are shown, the likeliest
_CHANGED = re.compile(r'["$`!]|\\(?=[\\\n]|$)')  # what a shell changes within double quotes
SEVERE = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}


def out() -> Console:
    """Where answers go."""
    return Console(soft_wrap=True, highlight=False)


def notes() -> Console:
    """Where progress, verdicts and errors go."""
    return Console(stderr=True, highlight=False)


def print_json(value: object) -> None:
    """One JSON value on stdout."""
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=False, default=_plain) + "\n")
    sys.stdout.flush()


def _plain(value: Any) -> object:
    return sorted(value) if isinstance(value, set | frozenset) else str(value)


def complain(error: AuroraError) -> None:
    """Tell an error: what happened, where, what to do."""
    notes().print(Text.assemble((f"{error.title}: ", "bold red"), error.sentence), soft_wrap=True)


def coloured(verdict: Verdict) -> Text:
    """The verdict in its colour."""
    return Text(str(verdict), style=COLOURS[verdict])


def show_code(text: str, language: str = "python") -> None:
    """Code on stdout: coloured on a terminal, as it is elsewhere."""
    console = out()
    if console.is_terminal and not console.no_color:
        from rich.syntax import Syntax  # a tenth of a second that most commands do not need

        console.print(Syntax(text.rstrip("\n"), language, theme="ansi_dark", background_color="default"))
    else:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")


def _together(group: Iterable[Finding]) -> list[tuple[Finding, int]]:
    """Findings with the last of the lines in a row that they stand for."""
    kept: list[tuple[Finding, int]] = []
    for found in group:
        first, last = kept[-1] if kept else (None, 0)
        if first is not None and found == replace(first, line=last + 1):
            kept[-1] = (first, found.line)
        else:
            kept.append((found, found.line))
    return kept


def show_findings(findings: Sequence[Finding], console: Console | None = None) -> None:
    """Findings, sorted by place, file by file: place, severity, rule, what was found, and what to do.

    What is said of each of several lines in a row is said once.
    """
    console = console or out()
    for path, group in groupby(findings, key=lambda found: found.path):
        console.print(Text(path, style="bold"), soft_wrap=True)
        for found, last in _together(group):
            lines = f"{found.line}-{last}" if last > found.line else f"{found.line}:{found.column}"
            place, colour = lines, SEVERE[found.severity]
            head = Text.assemble(f"  {place:<8} ", (f"{found.severity:<8}", colour), f"{found.rule:<16} ")
            console.print(head + Text(found.message), soft_wrap=True)
            if found.advice:
                console.print(Text(f"{'':<11}{found.advice}", style="dim"), soft_wrap=True)


def show_judgement(judgement: Judgement, *, seconds: float, tried: int) -> None:
    """A verdict with its evidence, on stderr."""
    console = notes()
    console.print(Text.assemble(coloured(judgement.verdict), f" in {seconds:.1f} s, {tried:,} candidates tried"))
    for kind in dict.fromkeys(check.kind for check in judgement.checks):
        passed, run = judgement.count(kind)
        console.print(Text(f"  {passed} of {run} {kind} check{'' if run == 1 else 's'} passed", style="dim"))
    for reason in judgement.reasons:
        console.print(Text(indent(reason, "  ")), soft_wrap=True)


def show_question(question: Question | None) -> None:
    """The input on which the candidates differ, on stderr, and the examples of which one decides."""
    if question is None:
        return
    answers = " or ".join(question.answers[:_LIKELY])
    open_ = "" if set(question.answers) <= {"True", "False"} else ", or something else"
    told = f"  Undecided: what should {question.call} be: {answers}{open_}? One more --example decides:"
    console = notes()
    console.print(Text(told), soft_wrap=True)
    for example in question.examples[:_LIKELY]:
        console.print(Text(f"    --example {quoted(example)}"), soft_wrap=True)


def show_suggestions(suggestions: Sequence[Suggestion]) -> None:
    """The known functions that the words speak of, on stderr, and the example that says that one is meant."""
    if not suggestions:
        return
    console = notes()
    console.print(Text("  Give an --example, or more. Known functions that the words speak of:"), soft_wrap=True)
    for each in suggestions:
        console.print(Text(f"    {each.head}: {each.words}"), soft_wrap=True)
        console.print(Text(f"      --example {quoted(each.example)}"), soft_wrap=True)


def quoted(text: str) -> str:
    """A text as one word of a shell, in double quotes where they change nothing in it."""
    return f'"{text}"' if text and not _CHANGED.search(text) else shlex.quote(text)


def judgement_facts(judgement: Judgement) -> dict[str, object]:
    """A judgement as JSON."""
    return {"verdict": str(judgement.verdict), **{k: v for k, v in asdict(judgement).items() if k != "verdict"}}


@contextmanager
def shown_progress(what: str, *, quiet: bool = False, paced: bool = False) -> Iterator[progress.Watch]:
    """A watch that draws a bar on a terminal; elsewhere it is silent, or, `paced`, prints a line now and then."""
    console = notes()
    if quiet or not console.is_terminal:
        yield Paced(what, console) if paced and not quiet else progress.silent
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bars:
        bar = bars.add_task(what, total=None)

        def watch(step: progress.Progress) -> None:
            words = f"{what}: {step.stage} {step.note}".strip()
            bars.update(bar, description=words[:70], completed=step.done, total=step.total)

        yield watch
