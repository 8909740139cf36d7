"""A job that is cancelled while its search is in the sandbox: the process that ran for it is killed."""

import sys
import time
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from aurora.app import join
from aurora.flows.jobs.kinds import handlers, request
from aurora.model.execution import Json
from aurora.model.job import JobState
from aurora.model.settings import Settings
from tests.faults.conftest import LONG, until

NEVER_RIGHT = [f"f({number}) == {number * number % 7919 ^ 5 * number}" for number in range(12)]


@pytest.mark.timeout(600)
def test_the_sandboxed_process_of_a_cancelled_synthesis_is_killed_long_before_its_budget_ends(tmp_path: Path) -> None:
    with closing(join(Settings(state=tmp_path, database_url=f"sqlite:///{tmp_path / 'aurora.db'}", jobs=1))) as tools:
        queue = tools.work().queue
        executor = tools.work().executor(handlers(tools), 1)
        executor.start()
        asked: dict[str, Json] = {
            "words": "a secret of its own",
            "name": "f",
            "examples": [*NEVER_RIGHT],
            "budget": 3 * LONG,
        }
        job = queue.submit(request("synthesize", asked))
        until(lambda: bool(_busy()))
        searching = _busy()
        cancelled = time.monotonic()
        assert queue.cancel(job.id) == 1
        gone, alive = psutil.wait_procs(searching, timeout=LONG)
        sys.stdout.write(f"killed after {time.monotonic() - cancelled:.2f} s\n")  # within a second, on an idle machine
        assert gone
        assert alive == []
        assert queue.wait(job.id, LONG).state is JobState.CANCELLED
        executor.stop()


def _busy() -> list[psutil.Process]:
    """The children that have worked for a while and have no children: what runs the search."""
    found = psutil.Process().children(recursive=True)
    return [child for child in found if _worked(child)]


def _worked(child: psutil.Process) -> bool:
    try:
        return child.cpu_times().user > 0.5 and not child.children()
    except psutil.NoSuchProcess:
        return False
