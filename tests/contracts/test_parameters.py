"""Parameters of modes: what does not fit is refused by name, what fits becomes the input."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from aurora.contracts.parameters import Parameter, parameters_of, read_parameters
from aurora.model.errors import BadInputError
from aurora.model.mode import described


@dataclass(frozen=True)
class Cut:
    files: Mapping[str, str] = field(metadata=described("the texts"))
    width: float = field(default=1.0, metadata=described("in cells"))
    names: tuple[str, ...] = ()
    deep: bool = False
    limit: int | None = None


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "the parameter 'files' is missing. the texts"),
        ({"files": {}, "wide": 1}, "there is no parameter 'wide'. It takes files, width, names, deep, limit."),
        ({"files": "x"}, "the parameter 'files' is 'x'; expected object of text."),
        ({"files": {"a": 1}}, "the parameter 'files' is 1; expected text."),
        ({"files": {}, "width": True}, "the parameter 'width' is True; expected number."),
        ({"files": {}, "names": "abc"}, "the parameter 'names' is 'abc'; expected list of text."),
        ({"files": {}, "names": [None]}, "the parameter 'names' is null; expected text."),
        ({"files": {}, "limit": [1]}, "the parameter 'limit' is a list; expected whole number."),
        ({"files": [], "deep": {}}, "the parameter 'files' is a list; expected object of text."),
        ({"files": {}, "deep": {}}, "the parameter 'deep' is an object; expected true or false."),
    ],
)
def test_what_does_not_fit_is_refused_by_name(given: dict[str, object], message: str) -> None:
    with pytest.raises(BadInputError) as caught:
        read_parameters(Cut, given)
    assert caught.value.sentence == message


def test_json_values_become_the_input() -> None:
    given = {"files": {"a": "b"}, "width": 2, "names": ["x"], "deep": True, "limit": None}
    assert read_parameters(Cut, given) == Cut({"a": "b"}, 2.0, ("x",), True, None)
    assert read_parameters(Cut, {"files": {}, "limit": 3}) == Cut({}, limit=3)


def test_parameters_are_described() -> None:
    assert parameters_of(Cut)[:2] == (
        Parameter("files", "object of text", "the texts", True),
        Parameter("width", "number", "in cells", False, 1.0),
    )
    assert parameters_of(Cut)[4] == Parameter("limit", "whole number or null", "", False)
