"""Outcomes of sandboxed programs."""

import pytest

from aurora.model.execution import LEAN_PYTEST, Outcome, Status, lean_pytest


@pytest.mark.parametrize("status", list(Status))
def test_only_a_program_that_ran_to_its_end_is_ok(status: Status) -> None:
    assert Outcome(status).ok is (status is Status.OK)


def test_the_plugin_for_coroutines_is_left_out_where_no_file_speaks_of_it() -> None:
    assert lean_pytest({"m.py": "import asyncio\n"})[-1] == "no:anyio"
    assert lean_pytest({"m.py": "", "test_m.py": "import pytest\n\npytestmark = pytest.mark.anyio\n"}) == LEAN_PYTEST
