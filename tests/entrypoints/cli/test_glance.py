"""`aurora ps` without the rest of the command line."""

import io
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from aurora.adapters.process.ports import any_free
from aurora.entrypoints.cli.glance import glance, show
from tests.adapters.process.test_call import saying

HEAVY = ("typer", "rich", "http.client", "subprocess")


def service(name: str = "a", **facts: Any) -> dict[str, Any]:
    plain = {"why": "", "failures": 0, "off": [], "planned": "", "advice": "", "checked": True, "wanted": True}
    numbers = {"pid": 7, "port": 0, "memory_mb": 0, "starts": 1, "seconds": 90}
    return {"name": name, "phase": "healthy", **plain, **numbers, **facts}


def answering(*services: dict[str, Any], status: int = 200) -> tuple[dict[str, str], Any]:
    """What sets the port to that of a supervisor that has these services, and what waits for its end."""
    text = json.dumps({"services": services, "warning": ""})
    port, ended = saying(f"HTTP/1.1 {status} X\r\n\r\n{text}".encode())
    return {"AURORA_LUMINAR_PORT": str(port)}, ended


@pytest.mark.parametrize("words", [[], ["ps", "--help"], ["ps", "a"], ["up"], ["--json", "ps"]])
def test_other_words_are_left_to_the_whole_command_line(words: list[str]) -> None:
    assert glance(words, {}) is None


def test_what_is_in_the_way_is_left_to_the_whole_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    for port in ("many", str(any_free())):
        assert glance(["ps"], {"AURORA_LUMINAR_PORT": port}) is None
    assert capsys.readouterr() == ("", "")


def test_a_supervisor_that_refuses_is_left_to_the_whole_command_line() -> None:
    environment, ended = answering(status=503)
    assert glance(["ps"], environment) is None
    ended()


@pytest.mark.parametrize(
    ("facts", "status"), [({}, 0), ({"phase": "parked"}, 1), ({"phase": "parked", "wanted": False}, 0)]
)
def test_the_status_says_whether_what_is_wanted_is_well(facts: dict[str, Any], status: int) -> None:
    environment, ended = answering(service(), service("b", **facts))
    assert glance(["ps"], environment) == status
    ended()


def test_as_json_it_is_what_the_supervisor_says(capsys: pytest.CaptureFixture[str]) -> None:
    environment, ended = answering(service(said="café"))
    glance(["ps", "--json"], environment)
    ended()
    assert json.loads(capsys.readouterr().out) == {"services": [service(said="café")], "warning": ""}


def test_columns_are_as_wide_as_what_is_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [service(port=8080, checked=False), service("database", phase="backing off", memory_mb=12.5, seconds=None)]
    show({"services": rows, "warning": "The disk is full."}, as_json=False)
    shown = capsys.readouterr()
    assert shown.err == "The disk is full.\n"
    assert shown.out.splitlines() == [
        "service   phase        for      pid  port   memory  starts  what to know",
        "a         running      1.5 min    7  8080                1",
        "database  backing off             7        12.5 MB       1",
    ]


def test_nothing_is_said_to_run_when_nothing_does(capsys: pytest.CaptureFixture[str]) -> None:
    show({"services": []}, as_json=False)
    assert capsys.readouterr().out == "Nothing runs.\n"


def test_what_a_service_says_is_shown_as_it_stands_but_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show({"services": [service(said="[/red] 3 [b]of 4\x1b[2J\n", failures=2)]}, as_json=False)
    assert capsys.readouterr().out.endswith("says: [/red] 3 [b]of 4 [2J . failed 2 times in a row\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


def test_on_a_terminal_the_phase_has_its_colour_and_long_words_stay_in_their_column(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setattr(os, "get_terminal_size", lambda _file: os.terminal_size((80, 24)))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    show({"services": [service(phase="parked", why="one two three four five six seven eight")]}, as_json=False)
    head, first, second = terminal.getvalue().splitlines()
    assert head == "\x1b[1mservice  phase   for      pid  port  memory  starts  what to know\x1b[0m"
    assert first == "a        \x1b[31mparked\x1b[0m  1.5 min    7                     1  one two three four five six"
    assert second == " " * 53 + "seven eight"


def test_what_the_other_commands_need_is_not_loaded() -> None:
    code = f"import sys, aurora.app, aurora.entrypoints.cli.glance; print([m for m in {HEAVY} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "null",
        "{}",
        '{"services": null}',
        '{"services": ["a"]}',
        '{"services": [{"wanted": true}]}',
        '{"services": [], "warning": 7}',
        "[" * 100_000,
    ],
)
def test_what_is_no_status_is_left_to_the_whole_command_line(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    port, ended = saying(f"HTTP/1.1 200 X\r\n\r\n{text}".encode())
    assert glance(["ps"], {"AURORA_LUMINAR_PORT": str(port)}) is None
    ended()
    assert capsys.readouterr() == ("", "")


def test_who_interrupts_it_is_told_no_status_of_services(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("aurora.entrypoints.cli.glance.call", interrupted)
    assert glance(["ps"], {}) == 130


@pytest.mark.parametrize("as_json", [True, False])
def test_signs_that_cannot_be_written_are_escaped(monkeypatch: pytest.MonkeyPatch, as_json: bool) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "ascii"))
    status = {"services": [service(said="café \udcff")], "warning": ""}
    show(status, as_json=as_json)
    if as_json:
        assert json.loads(written.getvalue()) == status
    else:
        assert b"says: caf\\xe9" in written.getvalue()
