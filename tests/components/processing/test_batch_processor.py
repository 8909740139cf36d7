"""Each input has its own outcome."""

import pytest

from aurora.components.processing.batch_processor import Batches
from aurora.model.errors import BadInputError, CancelledJobError
from aurora.model.execution import Json


def halved(number: int) -> Json:
    if number < 0:
        raise CancelledJobError("j")
    if number % 2:
        raise BadInputError("is odd.")
    return number // 2


def test_a_failure_costs_only_itself() -> None:
    batches = Batches()
    found = batches.do({"a": 4, "b": 3, "c": 6}, halved)
    assert found["a"] == {"answer": 2}
    assert found["c"] == {"answer": 3}
    assert isinstance(found["b"], dict)
    assert "is odd" in str(found["b"]["error"])
    assert batches.figures() == {"batches": 1, "inputs": 3, "failed": 1}


def test_a_cancelled_batch_is_over() -> None:
    with pytest.raises(CancelledJobError):
        Batches().do({"a": 4, "b": -1, "c": 6}, halved)
