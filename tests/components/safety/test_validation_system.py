"""A change passes when it makes no text worse than it was."""

import pytest

from aurora.components.safety.validation_system import Gates, python_gates

GOOD, BROKEN, UNKNOWN = "x = 1\n", "x = (\n", "x = nothing_known\n"


@pytest.mark.parametrize(("after", "gate"), [(BROKEN, "syntax"), (UNKNOWN, "names")])
def test_a_text_that_was_good_may_not_become_bad(after: str, gate: str) -> None:
    gates = Gates(python_gates())
    assert gates.worse(GOOD, after).startswith(f"{gate}: ")
    assert gates.worse("", after).startswith(f"{gate}: ")
    assert (gates.passed, gates.stopped) == (0, 2)


@pytest.mark.parametrize(("before", "after"), [(GOOD, GOOD), (BROKEN, GOOD), (UNKNOWN, UNKNOWN), ("", GOOD)])
def test_a_text_that_gets_no_worse_passes(before: str, after: str) -> None:
    gates = Gates(python_gates())
    assert gates.worse(before, after) == ""
    assert (gates.passed, gates.stopped) == (1, 0)
