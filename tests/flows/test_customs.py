"""What services are used to, beyond the lives of their supervisors."""

import json
from pathlib import Path

import pytest

from aurora.contracts.processes import Usage
from aurora.flows.customs import EVERY, FILE, Customs


def fed(customs: Customs, begin: int, end: int, memory: float) -> None:
    for second in range(begin, end, 20):
        customs.feed(("a", 1), float(second), Usage("S", second * 0.1, memory, 3), 12)
        customs.keep([("a", 1)], float(second))


def test_it_is_kept_now_and_then_and_the_next_life_goes_on_with_it(tmp_path: Path) -> None:
    customs = Customs(tmp_path, lambda *_: None, lambda: 0.0)
    fed(customs, 20, int(EVERY), 100.0)
    assert not (tmp_path / FILE).exists()
    fed(customs, int(EVERY), int(2 * EVERY), 100.0)
    kept = json.loads((tmp_path / FILE).read_text("utf-8"))
    assert sorted(kept["a"]) == ["descriptors", "memory", "processor", "threads"]
    again = Customs(tmp_path, lambda *_: None)
    again.save()
    assert json.loads((tmp_path / FILE).read_text("utf-8")) == kept


def test_another_level_is_told(tmp_path: Path) -> None:
    told = list[tuple[str, object]]()
    customs = Customs(tmp_path, lambda name, facts: told.append((name, facts["what"])), lambda: 0.0)
    fed(customs, 20, 3_000, 100.0)
    fed(customs, 3_000, 6_000, 190.0)
    assert told == [("a", "memory")]


def test_a_file_that_cannot_be_used_or_written_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("nonsense", "utf-8")
    customs = Customs(tmp_path / "nowhere", lambda *_: None)
    fed(customs, 20, 1_000, 100.0)
    customs.save()
    Customs(tmp_path, lambda *_: None).save()
    assert (tmp_path / FILE).read_text("utf-8") == "nonsense"


@pytest.mark.parametrize("text", ["nonsense", "3", '{"a": 3}', '{"a": {"memory": "?"}}', "[" * 100_000, "\udcff"])
def test_what_cannot_be_used_is_passed_over_with_the_reason(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert f"{FILE} cannot be used" in Customs(tmp_path, lambda *_: None).trouble
    assert Customs(tmp_path / "none", lambda *_: None).trouble == ""


def test_what_a_service_that_there_is_no_more_was_used_to_is_not_kept(tmp_path: Path) -> None:
    customs = Customs(tmp_path, lambda *_: None, lambda: 0.0)
    fed(customs, 20, 1_000, 100.0)
    for second in range(20, 1_000, 20):
        customs.feed(("b", 1), float(second), Usage("S", 0.0, 50.0, 1), None)
    customs.save()
    assert sorted(json.loads((tmp_path / FILE).read_text("utf-8"))) == ["a", "b"]
    customs.forget("a")
    customs.forget("nobody")
    customs.save()
    assert sorted(json.loads((tmp_path / FILE).read_text("utf-8"))) == ["b"]


def test_what_was_told_lately_can_be_asked_for(tmp_path: Path) -> None:
    customs = Customs(tmp_path, lambda *_: None, lambda: 0.0)
    fed(customs, 20, 3_000, 100.0)
    assert customs.news == {}
    fed(customs, 3_000, 4_000, 190.0)
    assert list(customs.news["a"]) == ["memory"]


def test_the_time_of_answers_is_one_of_the_figures(tmp_path: Path) -> None:
    told = list[tuple[str, object]]()
    customs = Customs(tmp_path, lambda name, facts: told.append((name, facts["what"])), lambda: 0.0)
    for second in range(20, 6_000, 20):
        response = None if second % 40 else 0.01 if second < 3_000 else 0.5
        customs.feed(("a", 1), float(second), Usage("S", 0.0, 50.0, 1), None, response)
    assert told == [("a", "response time")]
