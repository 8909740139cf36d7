"""What parts are worth: measurements that may be cut, and the tasks that they are made of."""

import json
from collections import Counter
from pathlib import Path

import pytest
from bench.ablation import synthesis
from bench.ablation.repair import Kept, parts_of
from bench.ablation.repair import switches as repairing
from bench.ablation.synthesis import LENDERS, State, everyday, probes, switches, write

MEASUREMENTS = Path(__file__).parents[1] / "bench" / "measurements.jsonl"
RETRIEVAL, OTHER = LENDERS[0], "modules.autonomy.synthesis.divide"


@pytest.fixture
def state(tmp_path: Path) -> State:
    state = State(tmp_path / "state", ["a", "b", "c"], 2.0)
    state.add("", {"id": "a", "solved": True, "uses": [OTHER, "units.knowledge.lists"]})
    state.add("", {"id": "b", "solved": True, "uses": ["modules.autonomy.synthesis.accumulate"]})
    state.add("", {"id": "c", "solved": False, "uses": [OTHER]})
    return state


def test_a_part_is_switched_off_for_the_solved_tasks_whose_answer_used_it(state: State) -> None:
    assert state.touched(OTHER) == state.touched("units.knowledge.lists") == ["a"]
    assert state.touched("units.knowledge.sets") == []


def test_a_strategy_that_lends_what_it_makes_is_switched_off_for_all_solved_tasks(state: State) -> None:
    assert state.touched(RETRIEVAL) == ["a", "b"]


def test_what_is_not_solved_without_a_part_is_lost_without_it(state: State) -> None:
    assert not state.finished(RETRIEVAL)
    state.add(RETRIEVAL, {"id": "a", "solved": True, "uses": []})
    state.add(RETRIEVAL, {"id": "b", "solved": False, "uses": []})
    assert state.finished(RETRIEVAL)
    assert state.lost(RETRIEVAL) == ["b"]
    assert state.finished("units.knowledge.sets")
    assert state.lost("units.knowledge.sets") == []


def test_a_measurement_goes_on_where_it_was_cut_by_the_same_sources_only(state: State, tmp_path: Path) -> None:
    assert set(State(tmp_path / "state", ["a", "b"], 2.0).rows("")) == {"a", "b"}
    with pytest.raises(SystemExit, match="another budget or commit"):
        State(tmp_path / "state", ["a", "b", "c"], 3.0)


def test_a_new_figure_takes_the_place_of_the_older_one_of_the_same_flow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(synthesis, "_MEASUREMENTS", tmp_path / "rows.jsonl")
    write("one", 3, {"x": (3, 1)})
    write("two", 3, {"x": (3, 3)})
    write("one", 3, {"x": (3, 2)})
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text("utf8").splitlines()]
    assert [(row["flow"], row["on"], row["off"]) for row in rows] == [("one", 3, 2), ("two", 3, 3)]
    assert all({"tasks", "commit", "date", "command"} <= set(row) for row in rows)


def test_every_pack_and_every_strategy_has_probes() -> None:
    counts = Counter(probe.id.partition("/")[0] for probe in probes())
    assert set(counts) == {part.rpartition(".")[2] for part in switches()}
    assert min(counts.values()) >= 2


def test_probes_are_tasks_of_their_own() -> None:
    tasks = [*probes(), *everyday()]
    assert len({task.id for task in tasks}) == len(tasks)
    for task in tasks:
        name = task.task.name
        assert task.hidden, task.id
        assert all(name in text for text in (*task.task.asserts, *task.hidden)), task.id
        assert set(task.task.asserts).isdisjoint(task.hidden), task.id


def test_every_pack_and_every_strategy_was_measured() -> None:
    measured = {json.loads(line)["id"] for line in MEASUREMENTS.read_text("utf8").splitlines()}
    assert set(switches()) <= measured


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    kept = Kept(tmp_path / "repairs", ["a", "b", "c", "d"], 20.0)
    kept.add("", {"id": "a", "solved": True, "uses": ["modules.autonomy.repair.lift"]})
    kept.add("", {"id": "b", "solved": True, "uses": ["modules.autonomy.repair.lift", "modules.autonomy.repair.name"]})
    kept.add("", {"id": "c", "solved": False, "uses": ["modules.autonomy.repair.lift"]})
    kept.add("", {"id": "d", "solved": None, "uses": []})
    return kept


def test_an_operator_is_switched_off_for_all_tasks_for_which_it_made_what_passes(kept: Kept) -> None:
    assert kept.touched("modules.autonomy.repair.lift") == ["a", "b", "c"]
    assert kept.touched("modules.autonomy.repair.name") == ["b"]
    assert kept.touched("modules.autonomy.repair.wrap") == []


def test_what_is_solved_only_without_an_operator_is_counted_against_it(kept: Kept) -> None:
    for name, solved in (("a", None), ("b", True), ("c", True)):
        kept.add("modules.autonomy.repair.lift", {"id": name, "solved": solved, "uses": []})
    assert kept.finished("modules.autonomy.repair.lift")
    assert kept.lost("modules.autonomy.repair.lift") == ["a"]
    assert kept.gained("modules.autonomy.repair.lift") == ["c"]


def test_a_patch_is_made_by_all_parts_of_its_steps() -> None:
    assert list(parts_of("")) == []
    assert list(parts_of("a.fixers.tabs, then a.repair.name")) == ["a.fixers.tabs", "a.repair.name"]


def test_operators_and_fixers_can_be_switched_off() -> None:
    parts = repairing()
    assert {"modules.autonomy.repair.name", "modules.autonomy.fixers.tabs"} < set(parts)
    assert not any(part.startswith("modules.autonomy.synthesis") for part in parts)
