from datetime import UTC, datetime

import pytest

from aurora.engines.jobs.serializer import JsonSerializer
from aurora.model.errors import BadInputError, JobError, NotFoundError

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_what_is_no_json_is_refused_and_never_pickled() -> None:
    with pytest.raises(TypeError, match="object is not JSON"):
        JsonSerializer().serialize(object())


@pytest.mark.parametrize("value", [None, 1, "größer", [1, {"a": None}], MOMENT])
def test_values_come_back_as_they_were(value: object) -> None:
    serializer = JsonSerializer()
    assert serializer.deserialize(serializer.serialize(value)) == value


def test_an_error_comes_back_with_its_words() -> None:
    serializer = JsonSerializer()
    back = serializer.deserialize(serializer.serialize(KeyError("colour")))
    assert isinstance(back, JobError)
    assert "colour" in str(back)


def test_an_error_of_aurora_s_comes_back_with_its_class_and_facts() -> None:
    serializer = JsonSerializer()
    back = serializer.deserialize(serializer.serialize(NotFoundError("mode", "x", next_step="Look.")))
    assert type(back) is NotFoundError
    assert (back.what, back.where, back.next_step) == ("there is no mode 'x'.", "", "Look.")


def test_an_error_that_was_stored_before_facts_were_is_still_read() -> None:
    back = JsonSerializer().deserialize('{"__error__":"BadInputError","words":"a.py: is not Python."}')
    assert isinstance(back, JobError)
    assert not isinstance(back, BadInputError)
    assert str(back) == "a.py: is not Python."
