import json
from pathlib import Path

from aurora.adapters.store.memory import MemoryEvents
from aurora.adapters.store.mirror import Mirror


def _seqs(path: Path) -> list[int]:
    return [json.loads(line)["seq"] for line in path.read_text("utf-8").splitlines()]


def test_an_empty_log_makes_no_lines(tmp_path: Path) -> None:
    assert Mirror(tmp_path / "below" / "events.jsonl").catch_up(MemoryEvents()) == 0


def test_each_event_is_there_once_also_when_another_process_takes_the_file_up(tmp_path: Path) -> None:
    log, path = MemoryEvents(), tmp_path / "events.jsonl"
    made = log.append("service.failed", source="watchdog", subject="größer", data={"code": 7}, cause=None)
    assert Mirror(path).catch_up(log) == 1
    log.append("heal.decided", source="luminar", cause=made.seq)
    assert Mirror(path).catch_up(log) == 1
    assert Mirror(path).catch_up(log) == 0
    assert _seqs(path) == [1, 2]
    assert json.loads(path.read_text("utf-8").splitlines()[0]) == {
        "seq": 1,
        "timestamp": made.timestamp,
        "type": "service.failed",
        "source": "watchdog",
        "subject": "größer",
        "data": {"code": 7},
        "cause": None,
    }


def test_a_line_that_was_half_written_is_written_again(tmp_path: Path) -> None:
    log, path = MemoryEvents(), tmp_path / "events.jsonl"
    for _ in range(3):
        log.append("tick", source="test")
    Mirror(path).catch_up(log)
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    assert Mirror(path).catch_up(log) == 1
    assert path.read_bytes() == whole


def test_a_file_that_is_too_long_is_put_aside_and_nothing_is_written_twice(tmp_path: Path) -> None:
    log, path = MemoryEvents(), tmp_path / "events.jsonl"
    mirror = Mirror(path, most_mb=0.0001)
    for _ in range(2):
        log.append("tick", source="test", data={"ballast": "x" * 200})
        mirror.catch_up(log)
    path.unlink()  # rotated away by somebody else: the one before still says where to go on
    log.append("tick", source="test")
    mirror.catch_up(log)
    assert _seqs(path) == [2, 3]
