"""One key against all of many says what comparing them one by one says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aurora.engines.recall.signatures import signature_likeness, signature_likenesses

TYPES = st.sampled_from(["int", "str", "list[int]", "dict[str, int]", "Any"])
KEYS = st.just("") | st.builds(lambda some, result: f"{','.join(some)}->{result}", st.lists(TYPES, max_size=3), TYPES)


def test_no_keys_have_no_likeness() -> None:
    assert list(signature_likenesses("int->int", ())) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", 0.0),
        ("int->int", "", 0.0),
        ("int->int", "int->int", 1.0),
        ("int->int", "str->int", 0.5),
        ("int,int->str", "int->str", 0.75),
        ("int->int", "str->str", 0.0),
        ("dict[str, int]->int", "dict[str, int]->str", 0.5),
    ],
)
def test_signatures_are_alike_by_result_and_parameters(one: str, other: str, expected: float) -> None:
    assert signature_likeness(one, other) == signature_likeness(other, one) == expected


@given(KEYS, st.lists(KEYS, unique=True, max_size=20))
@settings(max_examples=60, deadline=None)
def test_many_at_once_are_as_alike_as_one_by_one(one: str, others: list[str]) -> None:
    found = signature_likenesses(one, others)
    assert [round(float(each), 9) for each in found] == [round(signature_likeness(one, each), 9) for each in others]
