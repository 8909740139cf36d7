"""A journal in several files."""

import errno
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aurora.adapters.process import segments
from aurora.adapters.process.journal import Journal
from aurora.adapters.process.tail import Tail
from aurora.model.service import LogRule

RULE = LogRule(size_mb=0.001, files=1_000)  # some eight events a file
DEATHS = """
import os, signal, sys, threading
from pathlib import Path
from aurora.adapters.process import journal, segments

RULE = journal.LogRule(size_mb=0.001, files=1_000)
TRACED = journal.__file__, segments.__file__

def live(path, fatal, told):
    seen = set()
    def trace(frame, event, _):
        if frame.f_code.co_filename not in TRACED:
            return None
        if event == "line":
            seen.add((frame.f_code.co_filename, frame.f_lineno))
            if len(seen) == fatal:
                os.kill(os.getpid(), signal.SIGKILL)
        return trace
    threading.settrace(trace)
    sys.settrace(trace)
    it = journal.Journal(path, rule=RULE)
    for number in range(25):
        os.write(told, b"%d " % it.append("x", "a", {"n": number})["seq"])
    it.close()
    os._exit(0)

for fatal in range(1, 1000):
    path = Path(sys.argv[1]) / str(fatal) / "events.jsonl"
    follower = segments.follow(path, 0)
    heard = next(follower)
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        live(path, fatal, writing)
    os.close(writing)
    status = os.waitpid(pid, 0)[1]
    with os.fdopen(reading) as file:
        acknowledged = [int(each) for each in file.read().split()]
    again = journal.Journal(path, rule=RULE)
    acknowledged.append(again.append("y", "a", {})["seq"])
    again.close()
    while more := next(follower):
        heard += more
    kept, heard = [each["seq"] for each in segments.after(path, 0)], [each["seq"] for each in heard]
    assert set(acknowledged) <= set(kept), (fatal, acknowledged, kept)
    assert kept == heard == list(range(1, len(kept) + 1)), (fatal, kept, heard)
    journal.Journal(path, rule=RULE).close()
    assert not segments.unpacked(path), fatal
    assert not [each for each in path.parent.iterdir() if each.name.endswith(".gz.new")], fatal
    if not status:
        break
print(fatal)
"""


def filled(path: Path, events: int, rule: LogRule = RULE) -> None:
    journal = Journal(path, rule=rule)
    for _ in range(events):
        journal.append("x", "a", {})
    journal.close()
    Journal(path, rule=rule).close()  # what was rotated while another file was packed is packed now


def numbers(path: Path, seq: int = 0) -> list[int]:
    return [event["seq"] for event in segments.after(path, seq)]


def test_where_nothing_is_nothing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "no" / "events.jsonl"
    assert (segments.older(path), segments.first_event(path), numbers(path)) == ({}, {}, [])


def test_killed_before_any_line_no_acknowledged_event_is_lost_and_no_number_missing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", DEATHS, str(tmp_path)], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 60


@pytest.mark.parametrize("step", ["os.open", "pathlib.Path.hardlink_to", "pathlib.Path.replace", "os.fsync"])
def test_a_full_disk_amid_a_rotation_loses_nothing_and_the_rotation_is_made_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    path = tmp_path / "events.jsonl"
    filled(path, 5)
    journal = Journal(path, rule=RULE)
    with monkeypatch.context() as patched:
        patched.setattr(step, full)
        for _ in range(25):
            journal.append("x", "a", {})
    assert numbers(path) == list(range(1, 31))
    journal.append("x", "a", {})
    journal.close()
    filled(path, 1)
    assert (segments.unpacked(path), len(segments.older(path)) > 0) == (False, True)
    assert numbers(path) == list(range(1, 33))
    assert not list(tmp_path.glob("*.gz.new"))


def test_a_follower_that_stood_still_goes_on_through_every_rotation(tmp_path: Path) -> None:
    path, mark = tmp_path / "events.jsonl", tmp_path / "mark"
    tail = Tail(path, mark)
    filled(path, 3)
    assert [each["seq"] for each in tail.read()] == [1, 2, 3]
    filled(path, 60)
    heard = list[int]()
    while events := tail.read():
        heard += [each["seq"] for each in events]
    assert heard == list(range(4, 64))
    tail.close()
    filled(path, 30)
    again, heard = Tail(path, mark), []
    while events := again.read(40):
        heard += [each["seq"] for each in events]
    assert heard == list(range(41, 94))
    again.close()


def test_one_that_never_read_begins_with_the_current_file(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    filled(path, 60)
    (first, *_) = Tail(path, tmp_path / "mark").read()
    assert first["seq"] == segments.first_event(path)["seq"] > max(segments.older(path))


def test_older_events_are_read_from_older_files_a_page_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    filled(path, 3_000, LogRule(size_mb=0.1))
    journal = Journal(path)
    assert [each["seq"] for each in journal.since(7)] == list(range(8, 1_008))
    assert [each["seq"] for each in journal.since(2_998)] == [2_999, 3_000]
    assert [each["seq"] for each in journal.newest()] == list(range(2_001, 3_001))
    journal.close()


def test_files_beyond_number_and_age_go_but_never_the_newest_which_has_the_numbers(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    filled(path, 60, LogRule(size_mb=0.001, files=2))
    kept = segments.older(path)
    assert len(kept) == 2
    for each in kept.values():
        os.utime(each, (0, 0))
    path.unlink()
    segments.pack(path, LogRule(files=0))
    assert list(segments.older(path)) == list(kept)[-1:]
    last = numbers(path)[-1]
    filled(path, 1)
    assert numbers(path)[-1] == last + 1


def test_a_file_that_is_old_is_rotated_however_short_it_is(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    old = time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(time.time() - 3 * 86_400))
    path.write_text(f'{{"seq": 1, "timestamp": "{old}", "type": "x", "subject": "a", "data": {{}}}}\n', "utf-8")
    filled(path, 1, LogRule(every=4.0))
    assert segments.older(path) == {}
    filled(path, 1, LogRule(every=2.0))
    assert list(segments.older(path)) == [1]
    assert (numbers(path), segments.first_event(path)["seq"]) == ([1, 2, 3], 3)
