"""Outcomes of sandboxed programs."""

import pytest

from aurora.model.execution import Outcome, Status


@pytest.mark.parametrize("status", list(Status))
def test_only_a_program_that_ran_to_its_end_is_ok(status: Status) -> None:
    assert Outcome(status).ok is (status is Status.OK)
