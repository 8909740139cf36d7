"""Which protections must be in force."""

import pytest

from aurora.adapters.sandbox.required import NAMES, insist
from aurora.model.errors import UnprotectedError
from aurora.model.execution import Protection


def found(**in_force: bool) -> list[Protection]:
    return [Protection(name, in_force=in_force.get(name, True), by="x") for name in NAMES]


def test_one_that_is_missing_is_refused() -> None:
    with pytest.raises(UnprotectedError) as caught:
        insist(found(network=False, memory=False), frozenset({"time"}))
    assert caught.value.missing == ("memory", "network")
    assert "AURORA_SANDBOX_WITHOUT=memory,network" in str(caught.value)


def test_one_that_nobody_spoke_of_is_missing() -> None:
    with pytest.raises(UnprotectedError):
        insist([], frozenset())


def test_all_in_force_or_done_without_is_accepted() -> None:
    insist(found(), frozenset())
    insist(found(network=False), frozenset({"network"}))
    insist([], NAMES)
