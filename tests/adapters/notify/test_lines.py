import json
from pathlib import Path

from aurora.adapters.notify.lines import note


def test_lines_are_added_with_their_time(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "alerts.jsonl"
    assert (note(file, {"title": "ä"}), note(file, {"title": "b"})) == ("", "")
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [each["title"] for each in rows] == ["ä", "b"]
    assert rows[0]["timestamp"].startswith("20")


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert "File exists" in note(tmp_path / "file" / "alerts.jsonl", {})
