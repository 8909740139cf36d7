"""`aurora synth`: write one function."""

from dataclasses import asdict
from typing import Annotated

import typer

from aurora.entrypoints.cli.session import AsJson, BudgetOption, tools
from aurora.entrypoints.cli.terminal import (
    judgement_facts,
    print_json,
    show_code,
    show_judgement,
    show_question,
    show_suggestions,
    shown_progress,
)
from aurora.flows.experience import write_function
from aurora.flows.request import request_task
from aurora.model.answer import Synthesis
from aurora.model.errors import Exit


def synth(
    context: typer.Context,
    words: Annotated[str, typer.Argument(help="What the function does, in words; may be empty.")],
    name: Annotated[str, typer.Option(help="The function's name.")] = "",
    signature: Annotated[str, typer.Option(help="Its signature: 'def f(a: int) -> str'.")] = "",
    example: Annotated[list[str] | None, typer.Option(help="An example: \"f(2) == '2'\"; may be repeated.")] = None,
    budget: BudgetOption = None,
    tests: Annotated[bool, typer.Option("--tests", help="Print a pytest file below the function.")] = False,
    as_json: AsJson = False,
) -> int:
    """Write one function from words, a signature and examples. The code goes to stdout, the verdict to stderr."""
    task = request_task(words, name=name, signature=signature, examples=tuple(example or ()))
    joined = tools(context)
    with shown_progress("synthesise", quiet=as_json) as watch:
        answer, _ = write_function(joined, task, joined.budget(budget), watch, tests=tests)
    if as_json:
        print_json(_facts(answer))
    else:
        _show(answer, tests=tests)
    return Exit.DONE if answer.verdict.answered else Exit.COULD_NOT


def _show(answer: Synthesis, *, tests: bool) -> None:
    if answer.verdict.answered:
        show_code(answer.code + ("\n\n" + answer.tests if tests else ""))
    show_judgement(answer.judgement, seconds=answer.seconds, tried=answer.tried)
    show_question(answer.question)
    show_suggestions(answer.suggestions)


def _facts(answer: Synthesis) -> dict[str, object]:
    question = answer.question
    return {
        **judgement_facts(answer.judgement),
        "code": answer.code if answer.verdict.answered else "",
        "tests": answer.tests,
        "strategy": answer.strategy,
        "components": list(answer.components),
        "question": {
            "call": question.call,
            "answers": list(question.answers),
            "examples": list(question.examples),
        }
        if question
        else None,
        "suggestions": [asdict(each) for each in answer.suggestions],
        "candidates": answer.tried,
        "seconds": round(answer.seconds, 3),
        "peak_mb": round(answer.peak_mb, 1) or None,
        "notes": list(answer.notes),
    }
