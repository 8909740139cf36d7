from collections.abc import Iterator
from pathlib import Path

import pytest

from aurora.contracts.memory import Entry
from aurora.engines.recall.features import of_memory, words
from aurora.flows.recall import Keeping, ask, catch_up, forget_session, past_repairs, purge, purge_daily, renew, say
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.memory import FAILED, SUCCEEDED, Query, Source
from tests.doubles import tools_with
from tests.records import entry, memory


@pytest.fixture
def tools(tmp_path: Path) -> Iterator[Tools]:
    joined = tools_with(tmp_path)
    yield joined
    joined.close()


def titles(tools: Tools, words: str, *sources: Source) -> list[str]:
    return [each.memory.title for each in ask(tools, Query(words, sources))]


@pytest.mark.parametrize("words", ["", "   ", "\n"])
def test_a_question_without_words_is_refused(tools: Tools, words: str) -> None:
    with pytest.raises(BadInputError, match="nothing to look for"):
        ask(tools, Query(words))


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (Query("port", outcome="good"), "no outcome 'good'"),
        (Query("port", since="yesterday"), "'yesterday' is no day"),
        (Query("port", since="2026-13-01"), "is no day"),
    ],
)
def test_a_filter_that_nothing_can_pass_is_refused(tools: Tools, query: Query, said: str) -> None:
    with pytest.raises(BadInputError, match=said):
        ask(tools, query)


def test_nothing_happened_yet(tools: Tools) -> None:
    assert titles(tools, "port conflict") == []
    assert past_repairs(tools, "KeyError") == past_repairs(tools, "") == ()


def test_events_of_services_healings_and_jobs_are_found_once(tools: Tools) -> None:
    events = tools.store().events
    events.append("service.failed", source="luminar", subject="web", data={"error": "Address already in use"})
    events.append("heal.restarted", source="luminar", subject="web", data={"port": 5001})
    events.append("job.parked", source="jobs", subject="nightly", data={"reason": "three process deaths"})
    events.append("something.else", source="x", subject="web")
    assert catch_up(tools.store()) == 3
    assert catch_up(tools.store()) == 0
    found = ask(tools, Query("port conflict of web"))
    assert {each.memory.title for each in found[:2]} == {"service.failed web", "heal.restarted web"}
    assert {(str(each.memory.source), each.memory.outcome) for each in found} >= {("health", FAILED)}
    (healed,) = [each.memory for each in ask(tools, Query("restarted web", (Source.HEALING,)))]
    assert (healed.outcome, healed.link) == (SUCCEEDED, "event 2")
    assert titles(tools, "three deaths", Source.JOB) == ["job.parked nightly"]


def test_features_that_an_earlier_version_made_are_made_again_a_bounded_number_at_a_time(tools: Tools) -> None:
    store = tools.store()
    old = [memory(f"k{number}", "sorted upside down", "a text") for number in range(1200)]
    store.memories.add(Entry(each, words(each.title), frozenset({1})) for each in old)
    assert renew(store, 500) == 500
    assert renew(store, 1000) == 700
    assert renew(store) == 0
    features = [each.features for each in store.memories.read(range(1, 3000))]
    assert len(features) == 1200
    assert set(features) == {of_memory(old[0])}


def test_events_that_come_later_are_found_later(tools: Tools) -> None:
    assert titles(tools, "stale lock") == []
    tools.store().events.append("heal.failed", source="luminar", subject="web", data={"why": "stale lock"})
    assert titles(tools, "stale lock") == ["heal.failed web"]


def test_past_repairs_are_fixes_alone(tools: Tools) -> None:
    tools.store().memories.add(
        [entry(memory("fix", "KeyError: price")), entry(memory("job", "KeyError: price", source=Source.JOB))]
    )
    assert [each.memory.key for each in past_repairs(tools, "KeyError: 'price'")] == ["fix"]
    assert past_repairs(tools, "KeyError: 'price'", before="2026-01-01") == ()


def test_asking_purges_by_rule_once_a_day(tools: Tools) -> None:
    def old(key: str) -> None:
        moment = "2020-01-01T00:00:00+00:00"
        tools.store().memories.add([entry(memory(key, "an old outage", source=Source.HEALTH, moment=moment))])

    old("first")
    assert titles(tools, "old outage") == []
    old("second")
    assert purge_daily(tools) is False
    assert titles(tools, "old outage") == ["an old outage"]


def test_a_conversation_is_kept_found_and_forgotten(tools: Tools) -> None:
    say(tools, "anna", "user", "Why does the invoice round down?\nIt should not.")
    assert titles(tools, "invoice rounding", Source.CONVERSATION) == ["Why does the invoice round down?"]
    assert forget_session(tools, "anna") == 1
    assert titles(tools, "invoice rounding") == []
    assert forget_session(tools, "anna") == 0


@pytest.mark.parametrize(("session", "text"), [("", "hello"), ("  ", "hello"), ("anna", "x" * 20_001)])
def test_a_turn_without_session_or_beyond_measure_is_refused(tools: Tools, session: str, text: str) -> None:
    with pytest.raises(BadInputError):
        say(tools, session, "user", text)


def test_old_memories_go_by_rule_and_fixes_stay(tools: Tools) -> None:
    old = "2020-01-01T00:00:00+00:00"
    say(tools, "anna", "user", "hello there")
    tools.store().memories.add(entry(memory(str(source), "an old one", source=source, moment=old)) for source in Source)
    assert purge(tools) == {"health": 1, "healing": 1, "job": 1, "conversation": 1, "sessions": 0}
    assert tools.store().memories.count_sources() == {"conversation": 1, "corpus": 1, "fix": 1}
    assert purge(tools, Keeping(conversations=-1))["sessions"] == 2  # her turn, and the day of the last purge
