"""Following a journal from another process."""

from pathlib import Path

from aurora.adapters.process.tail import Tail


def line(seq: int) -> str:
    return f'{{"seq": {seq}, "type": "x", "subject": "a", "data": {{}}}}\n'


def test_what_is_no_event_is_passed_over_and_half_a_line_waits(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    tail = Tail(path, tmp_path / "mark")
    assert tail.read() == []
    path.write_text('nonsense\n[]\n{"seq": "1"}\n' + line(1) + line(2)[:9], "utf-8")
    assert [each["seq"] for each in tail.read()] == [1]
    with path.open("a", encoding="utf-8") as file:
        file.write(line(2)[9:])
    assert [each["seq"] for each in tail.read()] == [2]
    assert tail.read() == []


def test_a_file_that_began_anew_is_read_from_its_begin(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    path.write_text(line(1) + line(2), "utf-8")
    tail = Tail(path, tmp_path / "mark")
    tail.read()
    path.write_text(line(3), "utf-8")
    assert [each["seq"] for each in tail.read()] == [3]


def test_the_mark_is_of_one_reader_and_outlives_it(tmp_path: Path) -> None:
    path = tmp_path / "events.jsonl"
    first, second = Tail(path, tmp_path / "mark"), Tail(path, tmp_path / "mark")
    assert not first.holds()
    path.write_text(line(1), "utf-8")
    assert (first.holds(), second.holds(), first.reached) == (True, False, 0)
    first.reach(12345)
    first.close()
    assert second.holds()
    assert second.reached == 12345
    second.close()
