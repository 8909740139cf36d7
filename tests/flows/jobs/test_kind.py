from pathlib import Path

import pytest

from aurora.flows.jobs.kind import Field, Kind
from aurora.model.errors import BadInputError
from aurora.model.execution import Json

KIND = Kind(
    "for tests",
    {
        "path": Field(Path, "a path", required=True),
        "budget": Field(float, "seconds", None),
        "dry": Field(bool, "only show", default=False),
        "names": Field(tuple, "some", ()),
    },
    lambda _tools, _journal, _given: None,
)


@pytest.mark.parametrize(
    ("payload", "words"),
    [
        ({}, "path is missing"),
        ({"path": "a", "colour": 1}, "no field 'colour'"),
        ({"path": 7}, "path is 7, not a path"),
        ({"path": "a", "budget": "soon"}, "budget is 'soon', not a number"),
        ({"path": "a", "budget": True}, "budget is True, not a number"),
        ({"path": "a", "dry": "yes"}, "not true or false"),
        ({"path": "a", "names": "one"}, "not a list"),
    ],
)
def test_a_bad_payload_is_refused_by_field(payload: dict[str, Json], words: str) -> None:
    with pytest.raises(BadInputError, match=words):
        KIND.prepared(payload, "kind")


def test_paths_are_stored_absolute_since_a_worker_stands_elsewhere() -> None:
    assert KIND.prepared({"path": "shop"}, "kind") == {"path": str(Path("shop").absolute())}


def test_every_field_is_given_in_its_own_type() -> None:
    given = KIND.given({"path": "/shop", "budget": 3, "names": ["a"]}, "kind")
    assert given == {"path": Path("/shop"), "budget": 3.0, "dry": False, "names": ("a",)}
