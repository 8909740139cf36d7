import json
from typing import Any

import pytest

from aurora.model.record import Rival, from_plain, to_plain
from tests.records import record

WHOLE = record("one", candidates=(Rival("def f(): ...", "s", 2.5, ("a",)),))


def changed(**changes: Any) -> dict[str, Any]:
    return json.loads(json.dumps(to_plain(WHOLE))) | changes  # type: ignore[no-any-return]


@pytest.mark.parametrize("plain", [None, 3, "text", [], [1]])
def test_what_is_no_object_is_no_record(plain: object) -> None:
    with pytest.raises(ValueError, match="not a JSON object"):
        from_plain(plain)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"id": "7"}, "not a UUID"),
        ({"id": None}, "'id' that is not a text"),
        ({"passed": "2"}, "'passed' that is not a number"),
        ({"passed": 1.5}, "not a whole number"),
        ({"passed": True}, "not a number"),
        ({"score": float("nan")}, "not a number"),
        ({"total": float("inf")}, "not a number"),
        ({"passed": 3}, "3 passed of 2"),
        ({"passed": -1}, "-1 passed of 2"),
        ({"tests": "assert"}, "'tests' that is not a list"),
        ({"tests": [1]}, "'tests' that is not a text"),
        ({"verdict": "certain"}, "verdict 'certain'"),
        ({"candidates": [3]}, "not a list of objects"),
        ({"candidates": [{}]}, "'candidates' that is not a text"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        from_plain(changed(**changes))


def test_a_missing_field_is_named() -> None:
    plain = changed()
    del plain["snippet"]
    with pytest.raises(ValueError, match="has no 'snippet'"):
        from_plain(plain)


def test_a_record_survives_json_and_unknown_fields_are_left_out() -> None:
    assert from_plain(changed(colour="red")) == WHOLE


def test_what_later_versions_added_may_be_missing() -> None:
    plain = changed()
    del plain["candidates"], plain["components"], plain["evidence"]
    read = from_plain(plain)
    assert (read.candidates, read.components, read.evidence) == ((), (), {})
    with pytest.raises(ValueError, match="evidence"):
        from_plain(changed(evidence=["words"]))
    assert from_plain(changed(evidence={"words": 1})).evidence == {"words": 1.0}


def test_only_the_verdict_says_verified() -> None:
    assert WHOLE.verified
    assert not record(verdict="consistent").verified
