"""Results are appended row by row and taken up again."""

import json
from pathlib import Path

import pytest

from aurora.adapters.tasks.results import Results
from aurora.model.errors import BadInputError


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInputError, match="Give another folder to --out"):
        Results(tmp_path / "file" / "below")


@pytest.mark.parametrize("text", ["not json\n", "[1]\n", '{"no": "id"}\n'])
def test_a_file_that_is_not_results_is_refused_and_kept(tmp_path: Path, text: str) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text(text)
    with pytest.raises(BadInputError, match="is not a file of results"):
        Results(tmp_path)
    assert path.read_text() == text


def test_rows_of_another_budget_or_commit_are_not_taken_up(tmp_path: Path) -> None:
    Results(tmp_path, {"budget": 3.0, "commit": "a"}).add({"id": "a"})
    before = (tmp_path / "results.jsonl").read_text()
    with pytest.raises(BadInputError, match=r"scored with budget 3\.0, not 20\.0"):
        Results(tmp_path, {"budget": 20.0, "commit": "a"})
    with pytest.raises(BadInputError, match="scored with commit a, not b"):
        Results(tmp_path, {"budget": 3.0, "commit": "b"})
    assert (tmp_path / "results.jsonl").read_text() == before
    assert list(Results(tmp_path, {"budget": 3.0, "commit": "a"}).rows) == ["a"]


def test_rows_are_there_for_the_next_time(tmp_path: Path) -> None:
    first = Results(tmp_path)
    first.add({"id": "a", "solved": True})
    assert Results(tmp_path).rows == {"a": {"id": "a", "solved": True}}


def test_a_row_that_a_crash_cut_off_is_dropped_and_the_others_kept(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    path.write_text('{"id": "a"}\n{"id": "b", "sol')
    results = Results(tmp_path)
    results.add({"id": "c"})
    assert path.read_text() == '{"id": "a"}\n{"id": "c"}\n'


def test_rows_come_in_the_order_that_is_asked_for(tmp_path: Path) -> None:
    results = Results(tmp_path)
    for name in ("b", "a"):
        results.add({"id": name})
    assert results.among(["a", "x", "b"]) == [{"id": "a"}, {"id": "b"}]


def test_the_summary_is_written_when_finished(tmp_path: Path) -> None:
    path = Results(tmp_path).finish({"tasks": 1})
    assert json.loads(path.read_text()) == {"tasks": 1}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["results.jsonl", "summary.json"]
