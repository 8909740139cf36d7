import asyncio
import threading
from pathlib import Path

import pytest

from aurora.entrypoints.http.house import House, aside
from aurora.flows.levels import Levels, Surveyed
from aurora.model.job import JobRequest, JobState
from tests.entrypoints.http.conftest import house_tools


def test_a_house_that_was_not_opened_has_no_office(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    with pytest.raises(AssertionError, match="not started"):
        _ = House(tools, Levels(lambda: Surveyed((), ()))).office


def test_an_open_house_does_jobs_and_a_closed_one_does_not(tmp_path: Path) -> None:
    tools = house_tools(tmp_path)
    (tmp_path / "a.py").write_text("x = 1\n")
    house = House(tools, Levels(lambda: Surveyed((), ())))

    async def story() -> None:
        async with house.opened():
            request = JobRequest("analyze", {"path": str(tmp_path / "a.py")})
            job = await aside(lambda: house.office.queue.submit(request))
            job = await aside(lambda: house.office.queue.wait(job.id, 60.0))
            assert job.state is JobState.DONE
            assert house.workers == tools.settings.slots
        assert house.workers == 0

    asyncio.run(story())
    tools.close()


def test_what_blocks_is_done_in_another_thread() -> None:
    assert asyncio.run(aside(threading.current_thread)) is not threading.main_thread()
