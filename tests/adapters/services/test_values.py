"""Single values of a service's table."""

import pytest

from aurora.adapters.services.values import READERS, RefusedError
from aurora.model.service import Ceiling, Check, Foresight, LogRule, Policy


def test_a_check_may_be_one_line() -> None:
    assert READERS["health"]("health", "exec test -f up") == Check("exec", "test -f up")


def test_limits_and_log_rules_are_tables() -> None:
    assert READERS["limits"]("limits", {"memory_mb": 100}) == Ceiling(memory_mb=100.0)
    assert READERS["log"]("log", {"files": 2, "compress": False}) == LogRule(files=2, compress=False)


def test_what_is_foreseen_keeps_what_is_not_said_and_needs_a_sample() -> None:
    assert READERS["foreseen"]("foreseen", {"margin": 120}) == Foresight(margin=120.0)
    with pytest.raises(RefusedError, match="checks is 0"):
        READERS["foreseen"]("foreseen", {"checks": 0})
    with pytest.raises(RefusedError, match="unknown key 'when'"):
        READERS["foreseen"]("foreseen", {"when": "night"})


def test_a_policy_keeps_what_is_not_said() -> None:
    assert READERS["restart"]("restart", {"retries": 9}) == Policy(retries=9)


def test_a_refusal_says_what_was_expected() -> None:
    with pytest.raises(RefusedError) as caught:
        READERS["limits"]("limits", {"memory": 1})
    assert (caught.value.key, caught.value.expected) == ("limits", "one of memory_mb, descriptors, threads, soon")
