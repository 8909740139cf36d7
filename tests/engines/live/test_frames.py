import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aurora.engines.live.frames import LONGEST, MalformedError, Wish, logged, read_wish, unlogged, with_seq
from aurora.model.event import Event

BAD: list[tuple[str | None, str]] = [
    (None, "not text"),
    ("", "not json"),
    ("{", "not json"),
    ("[" * 10_000, "not json"),
    ('{"type": "ping", "a": NaN}', "not json"),
    ('{"type": "ping", "a": ' + "9" * 10_000 + "}", "not json"),
    ("[]", "not an object"),
    ("5", "not an object"),
    ("{}", "unknown type"),
    ('{"type": "Subscribe"}', "unknown type"),
    ('{"type": ["subscribe"]}', "unknown type"),
    ('{"type": "subscribe"}', "no channels"),
    ('{"type": "subscribe", "channels": []}', "no channels"),
    ('{"type": "subscribe", "channels": "fix"}', "no channels"),
    ('{"type": "subscribe", "channels": {"fix": 1}}', "no channels"),
    ('{"type": "subscribe", "channels": ["fix", "fix", "fix", "fix", "fix", "fix", "fix", "fix"]}', "no channels"),
    ('{"type": "subscribe", "channels": ["fixes"]}', "unknown channel"),
    ('{"type": "subscribe", "channels": [["fix"]]}', "unknown channel"),
    ('{"type": "subscribe", "channels": [null]}', "unknown channel"),
    ('{"type": "subscribe", "channels": ["fix"], "seq": -1}', "bad seq"),
    ('{"type": "subscribe", "channels": ["fix"], "seq": 1.5}', "bad seq"),
    ('{"type": "subscribe", "channels": ["fix"], "seq": true}', "bad seq"),
    ('{"type": "subscribe", "channels": ["fix"], "seq": "1"}', "bad seq"),
    ('{"type": "subscribe", "channels": ["fix"], "seq": 9223372036854775808}', "bad seq"),
    ("x" * (LONGEST + 1), "too long"),
]


@pytest.mark.parametrize(("text", "code"), BAD, ids=range(len(BAD)))
def test_what_cannot_be_understood_is_said_to_be_so(text: str | None, code: str) -> None:
    with pytest.raises(MalformedError) as caught:
        read_wish(text)
    assert caught.value.code == code


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_no_text_does_more_than_that(text: str) -> None:
    with pytest.raises(MalformedError):
        read_wish(text)


def test_what_a_listener_may_say() -> None:
    assert read_wish('{"type": "ping"}') == Wish("ping")
    both = '{"type": "subscribe", "channels": ["fix", "healing"], "seq": 7}'
    assert read_wish(both) == Wish("subscribe", frozenset({"fix", "healing"}), 7)
    assert read_wish('{"type": "unsubscribe", "channels": ["fix"]}') == Wish("unsubscribe", frozenset({"fix"}))


def test_an_event_keeps_all_that_the_log_has_of_it() -> None:
    event = Event(7, "2026-11-21T00:00:00+00:00", "job.done", "jobs", "a", {"error": "\ud800"}, 5)
    assert json.loads(logged(event, "fix")) == {
        "seq": 7,
        "type": "job.done",
        "timestamp": "2026-11-21T00:00:00+00:00",
        "channel": "fix",
        "data": {"error": "\ud800"},
        "subject": "a",
        "source": "jobs",
        "cause": 5,
    }
    logged(event, "fix").encode()


def test_what_is_not_in_the_log_has_the_seq_of_what_was() -> None:
    found = json.loads(with_seq(unlogged("heartbeat", {}), 12))
    assert (found["seq"], found["type"], found["channel"], found["data"]) == (12, "heartbeat", "", {})
