from datetime import UTC, datetime

import pytest

from aurora.engines.jobs.serializer import JsonSerializer
from aurora.model.errors import JobError

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
