"""How processes ended whose supervisor was not there."""

from pathlib import Path

import pytest
from bench.supervisor.chaos import filled, small_disk

from aurora.adapters.process import keeper
from aurora.adapters.process.exits import Exits
from aurora.adapters.process.identity import Identity, boot


def test_without_a_line_nobody_knows(tmp_path: Path) -> None:
    assert Exits(tmp_path / "exits.jsonl").status(Identity(7, 1, "b")) is None


def test_the_line_of_exactly_this_process_counts(tmp_path: Path) -> None:
    path = tmp_path / "exits.jsonl"
    path.write_text('{"pid": 7, "ticks": 1, "status": -9}\n{"pid": 7, "ticks": 2, "status": 3}\n{"pid"', "utf-8")
    assert Exits(path).status(Identity(7, 1, "b")) == -9
    assert Exits(path).status(Identity(7, 2, "b")) == 3
    assert Exits(path).status(Identity(7, 3, "b")) is None


def test_whose_instance_an_orphan_was_is_known_by_its_token(tmp_path: Path) -> None:
    path = tmp_path / "exits.jsonl"
    younger, elder = '{"pid": 9, "ticks": 5, "token": "t"}', '{"pid": 7, "ticks": 4, "token": "t"}'
    path.write_text(f'{younger}\n{elder}\n{{"pid": 7, "ticks": 4, "status": 3}}\n', "utf-8")
    exits = Exits(path)
    assert exits.bearer("other") is None
    assert exits.bearer("t") == Identity(7, 4, boot())
    assert exits.status(Identity(9, 5, boot())) is None
    assert exits.status(Identity(7, 4, boot())) == 3


def test_whose_token_nobody_read_is_known_only_when_it_can_be_no_other(tmp_path: Path) -> None:
    path = tmp_path / "exits.jsonl"
    lines = [f'{{"pid": {pid}, "ticks": {ticks}, "status": 1, "token": ""}}' for pid, ticks in ((6, 3), (7, 4), (8, 4))]
    path.write_text("\n".join([*lines, '{"pid": 9, "ticks": 5, "status": 1}']), "utf-8")
    exits = Exits(path)
    assert exits.nameless(4, []) is None
    assert exits.nameless(4, [Identity(7, 4, boot()), Identity(8, 4, boot())]) is None
    assert exits.nameless(4, [Identity(7, 4, boot())]) == Identity(8, 4, boot())


def test_there_is_room_for_what_the_keeper_writes_on_a_full_disk(tmp_path: Path) -> None:
    with small_disk(tmp_path / "state") as small:
        if not small:
            pytest.skip("no small disk may be mounted here")
        path = tmp_path / "state" / "exits.jsonl"
        Exits(path).shorten()
        with filled(tmp_path / "state"):
            for pid in range(1, 101):
                keeper.note(str(path), pid=pid, ticks=1, status=0)
            assert Exits(path).status(Identity(100, 1, boot())) == 0


@pytest.mark.parametrize(
    "line",
    [
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"token": ""}',
        b'{"token": "t", "pid": 7}',
        b'{"pid": "7", "ticks": 1, "status": 0, "token": ""}',
        b'{"pid": 7, "ticks": 1, "status": "x"}',
        b'{"pid": 7, "ticks": null, "token": "t"}',
    ],
)
def test_a_line_that_the_keeper_did_not_write_is_passed_over(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "exits.jsonl"
    path.write_bytes(b'{"pid": 7, "ticks": 1, "status": 3}\n' + line + b"\n")
    exits = Exits(path)
    assert exits.status(Identity(7, 1, boot())) == 3
    assert exits.bearer("t") is None
    assert exits.nameless(0, []) is None
