"""How processes ended whose supervisor was not there."""

from pathlib import Path

from aurora.adapters.process.exits import Exits
from aurora.adapters.process.identity import Identity


def test_without_a_line_nobody_knows(tmp_path: Path) -> None:
    assert Exits(tmp_path / "exits.jsonl").status(Identity(7, 1, "b")) is None


def test_the_line_of_exactly_this_process_counts(tmp_path: Path) -> None:
    path = tmp_path / "exits.jsonl"
    path.write_text('{"pid": 7, "ticks": 1, "status": -9}\n{"pid": 7, "ticks": 2, "status": 3}\n{"pid"', "utf-8")
    assert Exits(path).status(Identity(7, 1, "b")) == -9
    assert Exits(path).status(Identity(7, 2, "b")) == 3
    assert Exits(path).status(Identity(7, 3, "b")) is None
