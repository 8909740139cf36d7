import pytest

from aurora.engines.recall.wishes import wished
from aurora.model.memory import Source


@pytest.mark.parametrize("text", ["", "port taken", "prefix of a name", "suffixes", "jobless"])
def test_a_question_that_names_no_source_wishes_none(text: str) -> None:
    assert list(wished(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("past fixes for port conflict errors", [Source.FIX]),
        ("Jobs that were parked", [Source.JOB]),
        ("what I said of invoices", [Source.CONVERSATION]),
        ("services that were restarted", [Source.HEALTH, Source.HEALING]),
        ("the repair of the service", [Source.FIX, Source.HEALTH]),
    ],
)
def test_the_words_of_a_source_wish_for_it(text: str, expected: list[Source]) -> None:
    assert list(wished(text)) == expected
