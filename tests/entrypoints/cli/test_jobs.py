import os
import re
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from aurora.adapters.sandbox.interrupts import Interrupts
from aurora.adapters.store.opening import open_store
from aurora.app import open_office
from aurora.flows.office import Door, Office
from aurora.flows.tools import Tools
from aurora.model.finding import Finding
from aurora.model.job import JobState
from tests.doubles import tools_with
from tests.entrypoints.cli.conftest import Ran

Aurora = Callable[..., Ran]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    (tmp_path / "shop.py").write_text("import os\n")
    return tmp_path


def _tools(house: Path) -> Tools:
    """Scripted engines over a real database of this test's own."""
    tools = tools_with(house, findings=[Finding("shop.py", 1, 8, "F401", "unused")])

    def open_it() -> Office:
        return open_office(tools.settings, Interrupts(), 1, open_store(tools.settings.database))

    door = Door(open_it, lambda _path, _force: pytest.fail("restored"))
    return replace(tools, work=door)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("submit", "cook"), "no kind of job 'cook'"),
        (("submit", "analyze"), "path is missing"),
        (("submit", "analyze", "shop.py"), "is not NAME=VALUE"),
        (("submit", "analyze", "path=shop.py", "--priority", "10"), "priority 10"),
        (("submit", "analyze", "path=shop.py", "--every", "often"), "not a schedule"),
        (("show", "nothing"), "no job 'nothing'"),
        (("cancel",), "either ids or --all"),
        (("schedules", "--remove", "none"), "no schedule 'none'"),
    ],
)
def test_what_cannot_be_done_is_told_with_status_two(
    aurora: Aurora, house: Path, words: tuple[str, ...], sentence: str
) -> None:
    ran = aurora("jobs", *words, tools=_tools(house))
    assert ran.status == 2
    assert sentence in " ".join(ran.err.split())


def test_a_job_is_handed_over_listed_worked_on_and_shown(aurora: Aurora, house: Path) -> None:
    submitted = aurora("jobs", "submit", "analyze", f"path={house / 'shop.py'}", "--json", tools=_tools(house))
    assert (submitted.status, submitted.json["state"]) == (0, "queued")
    job = submitted.json["id"]
    listed = aurora("jobs", "list", "--json", tools=_tools(house)).json
    assert [each["id"] for each in listed["jobs"]] == [job]
    assert listed["traffic"]["waiting"] == 1
    assert aurora("jobs", "work", "--once", "--slots", "2", tools=_tools(house)).status == 0
    assert re.search(r"submitted  20\d\d-\d\d-\d\d ", aurora("jobs", "show", job, tools=_tools(house)).out)
    shown = aurora("jobs", "show", job, "--json", tools=_tools(house)).json
    assert (shown["state"], shown["slot"], shown["attempts"]) == ("done", 1, 1)
    assert shown["result"]["findings"][0]["rule"] == "F401"
    watched = aurora("jobs", "watch", job, tools=_tools(house))
    assert watched.status == 0
    assert watched.out.splitlines()[-1].split()[1] == "job.done"
    assert job in aurora("jobs", "list", "--state", "done", tools=_tools(house)).out


def test_a_waiting_job_is_cancelled_and_retried(aurora: Aurora, house: Path) -> None:
    job = aurora("jobs", "submit", "analyze", f"path={house / 'shop.py'}", "--json", tools=_tools(house)).json["id"]
    assert aurora("jobs", "cancel", job, "--json", tools=_tools(house)).json == {"cancelled": 1}
    assert aurora("jobs", "show", job, "--json", tools=_tools(house)).json["state"] == JobState.CANCELLED
    assert aurora("jobs", "retry", job, "--json", tools=_tools(house)).json["state"] == JobState.QUEUED
    assert aurora("jobs", "cancel", "--all", tools=_tools(house)).out == "Cancelled 1.\n"


def test_a_schedule_is_made_shown_and_removed(aurora: Aurora, house: Path) -> None:
    words = ("submit", "analyze", f"path={house / 'shop.py'}", "--every", "0 3 * * *", "--key", "nightly")
    assert aurora("jobs", *words, tools=_tools(house)).status == 0
    shown = aurora("jobs", "schedules", "--json", tools=_tools(house)).json
    assert [(each["name"], each["cron"], each["request"]["kind"]) for each in shown] == [
        ("nightly", "0 3 * * *", "analyze")
    ]
    assert aurora("jobs", "schedules", "--remove", "nightly", "--json", tools=_tools(house)).json == []


def test_a_worker_ends_when_it_is_asked_to(aurora: Aurora, house: Path) -> None:
    asked = threading.Timer(1.0, lambda: os.kill(os.getpid(), signal.SIGTERM))
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    asked.start()
    try:
        assert aurora("jobs", "work", tools=_tools(house)).status == 0
    finally:
        asked.join()
        signal.signal(signal.SIGTERM, before)


def test_a_job_that_failed_for_its_input_ends_as_the_command_itself_would(aurora: Aurora, house: Path) -> None:
    job = aurora("jobs", "submit", "mode", "mode=cook", "--json", tools=_tools(house)).json["id"]
    assert aurora("jobs", "work", "--once", tools=_tools(house)).status == 0
    ran = aurora("jobs", "watch", job, tools=_tools(house))
    direct = aurora("mode", "run", "cook", "--json", tools=_tools(house))
    assert (ran.status, ran.err) == (direct.status, direct.err)
    assert ran.err.startswith("Not found: there is no mode 'cook'.")
