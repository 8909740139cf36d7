"""Each run of a mode is noted from its beginning to its end, whatever the end is."""

import json
from pathlib import Path

import pytest

from aurora.components.core.execution_engine import Runner
from aurora.contracts.mode import World
from aurora.contracts.prepared import prepared
from aurora.model.errors import BadInputError
from aurora.model.mode import Result


def rows(runner: Runner) -> list[dict[str, object]]:
    return [json.loads(line) for line in runner.journal.read_text().splitlines()]


def done(_given: object, _world: World) -> Result[int]:
    return Result(1, ())


def refuses(_given: object, _world: World) -> Result[int]:
    raise BadInputError("no.")


def test_what_a_mode_raises_is_raised_and_noted(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "a" / "journal.jsonl")
    with pytest.raises(BadInputError):
        runner.run("M1", refuses, None, prepared()())
    assert [each.get("ended") for each in rows(runner)] == [None, "BadInputError"]
    assert runner.open() == ([], True)


def test_a_run_has_its_result_and_its_seconds(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "journal.jsonl")
    found = runner.run("M6", done, None, prepared()())
    assert (found.result, found.overran, found.seconds > 0) == (Result(1, ()), False, True)
    assert [(each.get("unit"), each.get("ended")) for each in rows(runner)] == [("M6", None), (None, "done")]


def test_a_run_of_a_process_that_lives_is_not_lost(tmp_path: Path) -> None:
    runner = Runner(tmp_path / "journal.jsonl")
    runner.begin("M1")
    assert runner.open() == ([], True)


def test_a_long_journal_keeps_its_newest_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aurora.components.core.execution_engine._MOST_BYTES", 500)
    runner = Runner(tmp_path / "journal.jsonl")
    for number in range(20):
        runner.run(f"M{number}", done, None, prepared()())
    assert runner.journal.stat().st_size < 1000
    assert rows(runner)[-2]["unit"] == "M19"
