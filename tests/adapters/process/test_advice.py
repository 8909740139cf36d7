import sys
from pathlib import Path

import pytest

from aurora.adapters.process.advice import fixes, question


@pytest.mark.parametrize(
    ("log", "asked"),
    [
        ((), "exited with status 1"),
        (("started", "listening"), "exited with status 1"),
        (("Traceback", "KeyError: 'a'", "bye"), "KeyError: 'a'"),
        (("[emerg] bind() failed: error 98",), "[emerg] bind() failed: error 98"),
    ],
)
def test_the_memory_is_asked_for_the_last_error_else_for_the_reason(log: tuple[str, ...], asked: str) -> None:
    assert question("exited with status 1", log) == asked


def told(tmp_path: Path, text: str) -> tuple[str, ...]:
    script = tmp_path / "aurora.py"
    script.write_text(text, "utf-8")
    return (sys.executable, str(script))


def test_what_goes_wrong_is_said(tmp_path: Path) -> None:
    assert "No such file" in fixes("x", ("/nowhere/aurora",))[1]
    assert "JSONDecodeError" in fixes("x", told(tmp_path, "print('{')"))[1]
    assert fixes("x", told(tmp_path, "raise SystemExit('no database')"))[1] == ""
    assert fixes("x", told(tmp_path, "import sys; sys.stderr.write('bad use'); sys.exit(2)")) == ([], "bad use")


def test_the_fixes_come_with_what_a_person_needs(tmp_path: Path) -> None:
    row = "{'title': 't', 'text': 'x', 'link': 'l', 'outcome': 'succeeded', 'score': 0.5, 'why': []}"
    found, wrong = fixes(
        "--help", told(tmp_path, f"import json, sys; print(json.dumps([{row} | {{'title': sys.argv[-1]}}]))")
    )
    assert (found[0]["title"], "why" in found[0], wrong) == ("--help", False, "")
