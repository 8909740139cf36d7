"""Run folders: `latest` names only what was finished."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from aurora.adapters.runs.folder import Runs, changed_graph, changed_scores
from aurora.model.errors import BadInputError, NotFoundError

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInputError, match="Set AURORA_RUNS"):
        Runs(tmp_path / "file").start(NOW)


@pytest.mark.parametrize("name", ["latest", "20260304-050607-abcdef", ""])
def test_a_run_that_is_not_there_is_not_found(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFoundError):
        Runs(tmp_path).find(name)


def test_a_run_is_named_by_its_time_and_found_when_finished(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    folder = runs.start(NOW)
    assert folder.id.startswith("20260304-050607-")
    assert runs.latest() == ""
    folder.write_json("scores.json", {"f": {"verdict": "verified", "score": 1.0}})
    folder.finish({"id": folder.id})
    assert runs.latest() == folder.id
    assert runs.find("latest") == runs.find(folder.id) == folder.path
    assert runs.scores(folder.id) == {"f": {"verdict": "verified", "score": 1.0}}
    assert runs.graph(folder.id) == {}


def test_an_unfinished_run_does_not_become_the_latest(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    first = runs.start(NOW)
    first.finish({"id": first.id})
    runs.start(NOW).trace({"stage": "search"})
    assert runs.latest() == first.id
    assert [row["id"] for row in runs.history(5)] == [first.id]


def test_a_baseline_is_found_by_its_name(tmp_path: Path) -> None:
    baseline = tmp_path / "baselines" / "good"
    baseline.mkdir(parents=True)
    (baseline / "run.json").write_text("{}")
    assert Runs(tmp_path).find("good") == baseline


def test_the_trace_is_one_json_object_a_line(tmp_path: Path) -> None:
    folder = Runs(tmp_path).start(NOW)
    folder.trace({"stage": "search", "done": 1})
    (row,) = [json.loads(line) for line in (folder.path / "trace.jsonl").read_text().splitlines()]
    assert (row["stage"], row["done"]) == ("search", 1)


def test_scores_are_compared_by_verdict_first_and_then_by_share() -> None:
    old = {"a": ("verified", 1.0), "b": ("consistent", 1.0), "c": ("verified", 0.5), "gone": ("failed", 0.0)}
    new = {"a": ("consistent", 1.0), "b": ("verified", 0.9), "c": ("verified", 0.5), "new": ("verified", 1.0)}
    rows = [{name: {"verdict": v, "score": s} for name, (v, s) in each.items()} for each in (old, new)]
    found = changed_scores(*rows)
    assert (found["regressions"], found["improvements"]) == (["a"], ["b"])
    assert (found["added"], found["removed"]) == (["new"], ["gone"])


def test_time_is_told_when_it_doubled_by_a_second_or_more_and_is_no_regression() -> None:
    def scores(*seconds: float) -> dict[str, dict[str, object]]:
        return {f"f{n}": {"verdict": "verified", "score": 1.0, "seconds": each} for n, each in enumerate(seconds)}

    found = changed_scores(scores(0.1, 1.0, 1.0, 9.0), scores(1.0, 1.9, 2.1, 1.0))
    assert (found["slower"], found["faster"], found["regressions"]) == (["f2"], ["f3"], [])
    assert found["seconds"]["f2"] == [1.0, 2.1]


def test_calls_that_appeared_and_went_are_told() -> None:
    assert changed_graph({"a": ["b", "c"]}, {"a": ["b"], "d": ["a"]}) == {
        "added": [["d", "a"]],
        "removed": [["a", "c"]],
    }


def test_an_older_report_says_which_run_is_newer(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    told = "<p><!--newer-->This is the newest run.<!--/newer--></p>"
    folders = [runs.start(NOW.replace(hour=hour)) for hour in (1, 2, 3)]
    for folder in folders:
        folder.write("report.html", told)
        folder.finish({"id": folder.id})
        runs.point_to(folder.id)
    old, middle, newest = ((folder.path / "report.html").read_text() for folder in folders)
    assert newest == told
    assert old == middle
    assert f'There is a newer run: <a href="../{folders[2].id}/report.html">' in old


def test_a_learning_curve_is_kept_and_one_that_is_damaged_is_named(tmp_path: Path) -> None:
    runs = Runs(tmp_path / "runs")
    assert runs.curve() == {}
    path = runs.keep_curve({"points": [1]})
    assert runs.curve() == {"points": [1]}
    path.write_text("[]")
    with pytest.raises(BadInputError, match="holds no JSON object"):
        runs.curve()


def test_the_facts_and_the_report_of_a_run_are_read(tmp_path: Path) -> None:
    runs = Runs(tmp_path)
    folder = runs.start(NOW)
    folder.finish({"id": folder.id})
    assert runs.facts("latest") == {"id": folder.id}
    with pytest.raises(NotFoundError, match="report"):
        runs.report("latest")
    folder.write("report.html", "<p>")
    assert runs.report(folder.id) == "<p>"
