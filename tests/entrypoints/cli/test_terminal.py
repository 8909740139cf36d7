"""Answers on stdout, everything else on stderr; plain text where there is no terminal."""

import json
import shlex
from pathlib import Path

import pytest

from aurora.entrypoints.cli.terminal import (
    complain,
    judgement_facts,
    print_json,
    quoted,
    show_code,
    show_findings,
    show_judgement,
    show_question,
    shown_progress,
)
from aurora.model.answer import Question
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Severity
from aurora.model.progress import Progress, silent
from aurora.model.verdict import Check, Judgement, Verdict

Capture = pytest.CaptureFixture[str]
JUDGEMENT = Judgement(Verdict.CONSISTENT, (Check("example", "f(1) == 2", passed=True),), ("Two [bold] reasons.",))


def test_an_error_is_a_title_and_a_sentence_on_stderr(capsys: Capture) -> None:
    complain(BadInputError("is empty.", where="a [red] file.py", next_step="Fill it."))
    assert capsys.readouterr() == ("", "Bad input: a [red] file.py: is empty. Fill it.\n")


def test_code_is_printed_as_it_is_with_a_line_end(capsys: Capture) -> None:
    show_code("x = '[bold]'")
    assert capsys.readouterr() == ("x = '[bold]'\n", "")


def test_json_keeps_unicode_and_turns_values_it_does_not_know_into_words(capsys: Capture) -> None:
    print_json({"name": "é", "path": Path("a/b"), "set": {2, 1}})
    assert json.loads(capsys.readouterr().out) == {"name": "é", "path": "a/b", "set": [1, 2]}


def test_a_judgement_is_shown_with_its_evidence_on_stderr(capsys: Capture) -> None:
    show_judgement(JUDGEMENT, seconds=1.26, tried=1200)
    assert capsys.readouterr() == (
        "",
        "consistent in 1.3 s, 1,200 candidates tried\n  1 of 1 example check passed\n  Two [bold] reasons.\n",
    )


def test_a_question_names_the_input_and_the_answers(capsys: Capture) -> None:
    show_question(Question("f(0)", ("0", "[1]")))
    show_question(None)
    assert " ".join(capsys.readouterr().err.split()) == (
        "Undecided: what should f(0) be: 0 or [1], or something else? One more --example decides: "
        '--example "f(0) == 0" --example "f(0) == [1]"'
    )


def test_of_many_answers_the_three_likeliest_are_shown(capsys: Capture) -> None:
    show_question(Question("f(0)", ("0", "1", "2", "3")))
    told = capsys.readouterr().err
    assert "be: 0 or 1 or 2, or something else?" in told
    assert told.count("--example ") == 3 + told.count("more --example ")


def test_a_question_of_yes_or_no_has_no_third_answer(capsys: Capture) -> None:
    show_question(Question("f(0)", ("True", "False")))
    assert "be: True or False? One more" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("f('a b')", "\"f('a b')\""),
        (r"f('a\nb')", "\"f('a\\nb')\""),
        ("f('$')", "'f('\"'\"'$'\"'\"')'"),
        (r"f('\\')", "'f('\"'\"'\\\\'\"'\"')'"),
        ("", "''"),
    ],
)
def test_a_text_is_quoted_as_one_word_that_a_shell_leaves_as_it_is(text: str, word: str) -> None:
    assert quoted(text) == word
    assert shlex.split(quoted(text)) == [text]


def test_a_judgement_as_json_has_its_checks() -> None:
    assert judgement_facts(JUDGEMENT)["verdict"] == "consistent"


def test_progress_is_silent_where_there_is_no_terminal() -> None:
    with shown_progress("work") as watch:
        assert watch is silent


def test_progress_draws_a_bar_on_a_terminal(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress("work") as watch:
        watch(Progress("search", 1, 2, "size 3"))
    assert "work: search size 3" in capsys.readouterr().err


@pytest.mark.parametrize(("text", "word"), [("", "''"), ("f('a') == 1", "\"f('a') == 1\""), ('f("$x")', "'f(\"$x\")'")])
def test_an_example_is_quoted_so_that_it_can_be_pasted(text: str, word: str) -> None:
    assert quoted(text) == word
    assert shlex.split(word) == [text]


def test_what_is_found_on_lines_in_a_row_is_said_once(capsys: Capture) -> None:
    said = ("unreached-line", "No test reaches this line.", Severity.NOTE)
    show_findings([*(Finding("a.py", line, 1, *said) for line in (2, 3, 4, 9)), Finding("b.py", 10, 1, *said)])
    assert capsys.readouterr().out.splitlines() == [
        "a.py",
        "  2-4      note    unreached-line   No test reaches this line.",
        "  9:1      note    unreached-line   No test reaches this line.",
        "b.py",
        "  10:1     note    unreached-line   No test reaches this line.",
    ]
