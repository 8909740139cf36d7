from datetime import UTC, datetime
from pathlib import Path

import pytest

from aurora.adapters.runs.folder import Runs
from aurora.flows.compare import compare_runs, keep_baseline
from aurora.model.errors import BadInputError, NotFoundError


def run(runs: Runs, hour: int, **verdicts: str) -> str:
    folder = runs.start(datetime(2026, 1, 1, hour, tzinfo=UTC))
    folder.write_json("scores.json", {name: {"verdict": verdict, "score": 1.0} for name, verdict in verdicts.items()})
    folder.write_json("call_graph.json", {name: ["helper"] for name in verdicts})
    folder.finish({"id": folder.id})
    return folder.id


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


@pytest.mark.parametrize("id", ["none", "../escape", "", "/", "..", "baselines"])
def test_a_run_that_is_not_there_is_not_found(runs: Runs, id: str) -> None:
    known = run(runs, 1, f="verified")
    with pytest.raises(NotFoundError):
        compare_runs(runs, known, id)


def test_scores_that_are_damaged_are_named(runs: Runs) -> None:
    one, two = run(runs, 1, f="verified"), run(runs, 2, f="verified")
    (runs.find(two) / "scores.json").write_text("{")
    with pytest.raises(BadInputError, match=r"scores\.json: is not JSON"):
        compare_runs(runs, one, two)


def test_a_run_is_no_worse_than_itself(runs: Runs) -> None:
    one = run(runs, 1, f="verified")
    found = compare_runs(runs, one, "latest")
    assert (found.badge, found.worse, found.verdicts) == ("No regressions", False, {})


def test_what_changed_is_told_by_function(runs: Runs) -> None:
    one, two = run(runs, 1, f="verified", g="abstained", old="verified"), run(runs, 2, f="consistent", g="verified")
    found = compare_runs(runs, "previous", "latest")
    assert (found.old, found.new) == (one, two)
    assert (found.badge, found.worse) == ("Regressions 1", True)
    assert found.verdicts == {"f": ("verified", "consistent"), "g": ("abstained", "verified")}
    assert found.scores["removed"] == ["old"]
    assert found.calls == {"added": [], "removed": [["old", "helper"]]}


def test_a_baseline_stays_while_runs_go_on_and_is_replaced_by_name(runs: Runs) -> None:
    one = run(runs, 1, f="verified")
    keep_baseline(runs, one, "release")
    two = run(runs, 2, f="consistent")
    assert compare_runs(runs, "release", "latest").worse
    keep_baseline(runs, two, "release")
    assert not compare_runs(runs, "release", "latest").worse
    assert runs.baselines() == ["release"]


@pytest.mark.parametrize("name", ["", "latest", "previous", "../x", "a/b", ".hidden", "x" * 81])
def test_a_name_that_is_none_is_refused(runs: Runs, name: str) -> None:
    one = run(runs, 1, f="verified")
    with pytest.raises(BadInputError, match="cannot name a baseline"):
        keep_baseline(runs, one, name)
    with pytest.raises(BadInputError):
        keep_baseline(runs, one, one)
