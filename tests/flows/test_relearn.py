"""Learning again: only what still holds teaches, nothing worse is kept, a version is taken back exactly."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.flows.learn import refresh, show, undo_refresh, versions
from aurora.flows.relearn import Relearner
from aurora.flows.route import confirm
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.lesson import Learned, Lesson
from aurora.model.settings import Settings
from tests.doubles import tools_with


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def teach(tools: Tools, count: int, part: str = "a", reward: float = 1.0, subject: str = "int->int") -> None:
    """Lessons as they are kept, with a value that does not follow from them."""
    lessons = [
        Lesson(f"2026-01-01T00:00:{number:02d}", subject, part, reward, 0.0, 0.1, f"{part}{number}", "verified")
        for number in range(count)
    ]
    tools.store().lessons.keep([Learned(subject, part, 0.01, 1, "2026-01-01")], lessons)


def test_nothing_is_learned_again_when_learning_is_off_or_there_is_too_little(tools: Tools) -> None:
    settings = Settings(state=tools.settings.state, learning=0)
    with pytest.raises(BadInputError, match="switched off"):
        Relearner(settings, tools.store, tools.sandbox, ()).refresh()
    teach(tools, 4)
    found = refresh(tools)
    assert [(each.what, each.outcomes, each.kept) for each in found.measured] == [
        ("bias", 4, False),
        ("trust", 0, False),
        ("router", 0, False),
        ("prior", 0, False),
        ("calibration", 0, False),
    ]
    assert (found.version, found.values) == ("", 0)
    assert "too few" in found.measured[0].why
    assert found.measured[3].why.startswith("0 of 30 verified functions")
    assert found.measured[4].why.startswith("0 of 40 answers")


def test_a_version_that_is_no_worse_is_kept_and_taken_back_exactly(tools: Tools) -> None:
    teach(tools, 8)
    before = list(show(tools))
    dry = refresh(tools, dry_run=True)
    assert (dry.version, list(show(tools))) == ("", before)
    found = refresh(tools)
    assert (found.version, found.measured[0].kept, found.measured[0].after) == ("000001", True, 1.0)
    assert show(tools)[0].value > 0.5
    assert refresh(tools).version == ""  # nothing is left to do
    assert [each.id for each in versions(tools)] == ["000001"]
    assert undo_refresh(tools).id == "000001"
    assert list(show(tools)) == before
    with pytest.raises(NotFoundError, match="learn refresh"):
        undo_refresh(tools)


def test_what_was_learned_since_is_not_lost_unless_it_is_forced(tools: Tools) -> None:
    teach(tools, 8)
    before = list(show(tools))
    refresh(tools)
    teach(tools, 1, "b")
    with pytest.raises(BadInputError, match="more was learned since"):
        undo_refresh(tools)
    undo_refresh(tools, force=True)
    assert list(show(tools)) == before


@pytest.mark.parametrize("swapped", [True, False])
def test_a_version_whose_making_was_killed_counts_only_when_its_values_are_in_place(
    tools: Tools, swapped: bool
) -> None:
    teach(tools, 8)
    before = list(show(tools))
    refresh(tools)
    path = next((tools.settings.state / "learned").glob("*.json"))
    row = json.loads(path.read_text())
    path.write_text(json.dumps({**row, "state": "started"}))
    if not swapped:
        lessons = tools.store().lessons
        assert lessons.swap(lessons.of([]), before)
    assert len(versions(tools)) == int(swapped)


def test_values_that_were_changed_meanwhile_are_not_replaced(tools: Tools) -> None:
    teach(tools, 1)
    assert not tools.store().lessons.swap([], [Learned("s", "p", 1.0, 1, "")])
    assert [each.part for each in show(tools)] == ["a"]


def test_confirmed_requests_that_do_harm_go_and_come_back(tools: Tools) -> None:
    teach(tools, 8)
    words = ("find slow code", "where is time lost", "what is slow here", "profile this", "why is it slow")
    for text in words:  # each pulls the others away from where they belong
        confirm(tools, text, "M3")
    found = refresh(tools)
    router = found.measured[2]
    assert router.outcomes == 5
    assert router.kept == (router.after > router.before)
    confirmed = tools.store().sessions.values("aurora", "routing")
    assert len(confirmed) == (0 if router.kept else 5)
    undo_refresh(tools, force=True)
    assert len(tools.store().sessions.values("aurora", "routing")) == 5


def test_a_record_that_was_found_wrong_does_not_teach_any_more(tools: Tools) -> None:
    from aurora.flows.experience import write_function
    from aurora.model.task import Budget, SynthesisTask
    from tests.doubles import ScriptedEngines

    engines = ScriptedEngines({name: f"def {name}(a): return a" for name in "fghijk"})
    joined = replace(tools, search=engines, judge=engines)
    records = [
        write_function(joined, SynthesisTask(name, name, f"def {name}(a: int) -> int"), Budget())[1]
        for name in "fghijk"
    ]
    joined.store().corpus.weigh(records[0].id, 0.0)
    found = refresh(joined)
    assert (found.dropped, found.measured[0].outcomes) == (1, 5)
    assert {each.count for each in show(joined) if each.subject == "int->int"} == {5}
    joined.store().lessons.reset()
    assert refresh(joined).added == 5
