import threading
from pathlib import Path

from aurora.flows.systems.ledger import REMEMBERED, Kept, Ledger, Wanted


def test_counts_and_the_last_activity_outlive_the_process(tmp_path: Path) -> None:
    first = Ledger(tmp_path, "hub")
    assert (first.totals, first.last_activity) == (dict.fromkeys(first.totals, 0), None)
    first.decide("a", "wait", "too early")
    first.decide("a", "go", "due")
    first.processed("a", "done")
    first.healed("a", "it passes now")
    active = first.last_activity
    first.close()
    second = Ledger(tmp_path, "hub")
    assert second.totals == {"tasks_processed": 1, "decisions_made": 2, "systems_healed": 1}
    assert second.last_activity is not None
    assert active is not None
    assert second.last_activity[:19] == active[:19]
    assert [each["data"]["did"] for each in second.events("decision.made")] == ["wait", "go"]
    assert [each["data"]["did"] for each in second.events("decision.made", most=1)] == ["go"]
    second.close()


def test_a_line_that_was_cut_off_by_death_costs_that_line_only(tmp_path: Path) -> None:
    first = Ledger(tmp_path, "hub")
    first.processed("a", "done")
    first.close()
    with (tmp_path / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"seq": 9, "type": "task.proc')
    second = Ledger(tmp_path, "hub")
    assert second.totals["tasks_processed"] == 1
    second.close()


def test_values_are_kept_and_a_broken_file_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    Kept(path).put("seen", 7)
    assert Kept(path).get("seen") == 7
    path.write_text("[1", "utf-8")
    assert Kept(path).get("seen", "none") == "none"


def test_changes_of_several_threads_are_all_kept(tmp_path: Path) -> None:
    wanted = Wanted(Kept(tmp_path / "kept.json"), "goals")

    def ask(first: int) -> None:
        for number in range(first, first + 20):
            wanted.add({"id": str(number), "state": "waiting"})

    threads = [threading.Thread(target=ask, args=(20 * number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(each["id"]) for each in Wanted(Kept(tmp_path / "kept.json"), "goals").all()) == list(range(80))


def test_what_has_not_ended_is_never_forgotten(tmp_path: Path) -> None:
    wanted = Wanted(Kept(tmp_path / "kept.json"), "goals")
    for number in range(REMEMBERED + 3):
        wanted.add({"id": str(number), "state": "waiting" if number == 1 else "done"})
    kept = [each["id"] for each in wanted.all()]
    assert "1" in kept
    assert "0" not in kept
