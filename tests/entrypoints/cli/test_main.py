"""Errors become a sentence and an exit status; every command has help with an example."""

from collections.abc import Callable
from pathlib import Path

import pytest

from aurora.entrypoints.cli.main import COMMANDS
from aurora.flows.tools import Tools
from tests.doubles import ScriptedEngines, tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.mark.parametrize("words", [("nonsense",), ("run", "--nonsense"), ("synth", "words", "--budget", "soon")])
def test_wrong_use_is_said_with_status_2(aurora: Aurora, words: tuple[str, ...]) -> None:
    ran = aurora(*words)
    assert ran.status == 2
    assert ran.out == ""
    assert "Bad input:" in ran.err


def test_a_bad_setting_is_said_with_its_name(aurora: Aurora) -> None:
    ran = aurora("units", environment={"AURORA_BUDGET": "soon"})
    assert ran.status == 2
    assert "AURORA_BUDGET: 'soon' is not a number." in ran.err


def test_an_internal_error_shows_its_traceback_with_status_3(aurora: Aurora, tmp_path: Path) -> None:
    class Broken(ScriptedEngines):
        def search(self, *_args: object, **_words: object) -> object:  # type: ignore[override]
            raise ValueError("broken")

    ran = aurora("synth", "words", tools=tools_with(tmp_path, Broken()))
    assert ran.status == 3
    assert "ValueError: broken" in ran.err


def test_an_interrupt_ends_with_status_130(aurora: Aurora, tmp_path: Path) -> None:
    class Interrupted(ScriptedEngines):
        def search(self, *_args: object, **_words: object) -> object:  # type: ignore[override]
            raise KeyboardInterrupt

    assert aurora("synth", "words", tools=tools_with(tmp_path, Interrupted())).status == 130


def test_what_was_started_is_ended(aurora: Aurora, tmp_path: Path) -> None:
    engines = ScriptedEngines()
    tools: Tools = tools_with(tmp_path, engines)
    aurora("synth", "words", tools=tools)
    assert engines.closed


@pytest.mark.parametrize(
    "words", [*((name,) for name in COMMANDS), ("eval", "synth"), ("eval", "repair")], ids=" ".join
)
def test_every_command_has_help_with_an_example(aurora: Aurora, words: tuple[str, ...]) -> None:
    ran = aurora(*words, "--help")
    assert ran.status == 0
    assert "Example:" in ran.out
    assert "--json" in ran.out
