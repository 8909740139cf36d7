"""Job objects, with a simulated kernel: nothing here has ever run on Windows."""

from pathlib import Path
from typing import Any

import pytest

from aurora.adapters.process.windows import (
    CREATE_NEW_PROCESS_GROUP,
    CREATE_NO_WINDOW,
    CREATE_SUSPENDED,
    KILLED,
    JobObjects,
    job_name,
)
from aurora.contracts.processes import Processes
from aurora.model.service import Service

SERVICE = Service("a", ("app.exe", "--port", "{port}"), environment={"MODE": "fast"})


class SimulatedChild:
    """What `subprocess.Popen` returns."""

    returncode: int | None = None

    def __init__(self, windows: "SimulatedWindows", pid: int) -> None:
        self.windows, self.pid, self._handle = windows, pid, 1000 + pid

    def kill(self) -> None:
        self.windows.end(self.pid, 1)

    def wait(self, timeout: float | None = None) -> int:
        self.returncode = self.windows.statuses[self.pid]
        return self.returncode


class SimulatedWindows:
    """kernel32 and ntdll over processes that are numbers; a job lives while it has a handle or a process."""

    def __init__(self) -> None:
        self.running, self.suspended, self.statuses = set[int](), set[int](), dict[int, int]()
        self.jobs: dict[str, set[int]] = {}
        self.handles: dict[int, str] = {}
        self.consoles, self.attached, self.own_console = dict[int, list[int]](), 0, True
        self.ignores = False
        self.refuses = ""
        self.started: list[tuple[list[str] | str, dict[str, Any]]] = []

    def start(self, command: list[str] | str, **facts: Any) -> SimulatedChild:
        pid = 10 + len(self.started)
        self.started.append((command, facts))
        self.running.add(pid)
        assert facts["creationflags"] == CREATE_SUSPENDED | CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW
        self.suspended.add(pid)
        self.consoles[pid] = []
        return SimulatedChild(self, pid)

    def end(self, pid: int, status: int) -> None:
        self.running.discard(pid)
        self.statuses.setdefault(pid, status)
        for name in [name for name, pids in self.jobs.items() if pid in pids]:
            self.jobs[name].discard(pid)
            self._forget(name)

    def _forget(self, name: str) -> None:
        if not self.jobs[name] and name not in self.handles.values():
            del self.jobs[name]

    def _handle(self, name: str) -> int:
        self.handles[number := 1 + max(self.handles, default=0)] = name
        return number

    def CreateJobObjectW(self, security: None, name: str) -> int:  # noqa: N802
        assert "\\" not in name.removeprefix("Local\\")
        self.jobs.setdefault(name, set())
        return self._handle(name)

    def OpenJobObjectW(self, access: int, inherit: bool, name: str) -> int:  # noqa: N802
        return self._handle(name) if name in self.jobs else 0

    def AssignProcessToJobObject(self, job: int, process: int) -> int:  # noqa: N802
        assert process - 1000 in self.suspended, "it could have started others already"
        self.jobs[self.handles[job]].add(process - 1000)
        return int(self.refuses != "assign")

    def NtResumeProcess(self, process: int) -> int:  # noqa: N802
        self.suspended.discard(process - 1000)
        return int(self.refuses == "resume")

    def TerminateJobObject(self, job: int, status: int) -> int:  # noqa: N802
        for pid in list(self.jobs[self.handles[job]]):
            self.end(pid, status)
        return 1

    def CloseHandle(self, handle: int) -> int:  # noqa: N802
        name = self.handles.pop(handle)
        if name in self.jobs:
            self._forget(name)
        return 1

    def FreeConsole(self) -> int:  # noqa: N802
        self.attached, self.own_console = 0, False
        return 1

    def AttachConsole(self, pid: int) -> int:  # noqa: N802
        assert not self.own_console, "a process has one console at most"
        self.attached = pid if pid in self.consoles and pid in self.running else 0
        return self.attached

    def SetConsoleCtrlHandler(self, routine: None, add: bool) -> int:  # noqa: N802
        self.ignores = add
        return 1

    def GenerateConsoleCtrlEvent(self, event: int, group: int) -> int:  # noqa: N802
        assert self.attached == group
        assert self.ignores, "it would end the supervisor too"
        self.consoles[group].append(event)
        return 1

    def GetLastError(self) -> int:  # noqa: N802
        return 5


@pytest.fixture
def windows() -> SimulatedWindows:
    return SimulatedWindows()


@pytest.fixture
def jobs(windows: SimulatedWindows) -> Processes:
    return JobObjects(windows, windows, windows.start)


@pytest.mark.parametrize("refuses", ["assign", "resume"])
def test_what_cannot_be_put_into_its_job_does_not_run(
    jobs: Processes, windows: SimulatedWindows, tmp_path: Path, refuses: str
) -> None:
    windows.refuses = refuses
    with pytest.raises(OSError, match="it cannot be"):
        jobs.spawn(SERVICE, tmp_path / "log", {}, "token")
    assert (windows.running, windows.handles, windows.jobs) == (set(), {}, {})


def test_an_instance_runs_in_a_job_of_its_own_without_a_console_window(
    jobs: Processes, windows: SimulatedWindows, tmp_path: Path
) -> None:
    child = jobs.spawn(SERVICE, tmp_path / "log", {"PORT": "8000"}, "C:\\home|a|1|x")
    command, facts = windows.started[0]
    assert command == ["app.exe", "--port", "8000"]
    assert (facts["env"]["MODE"], facts["env"]["AURORA_SERVICE_TOKEN"]) == ("fast", "C:\\home|a|1|x")
    assert (windows.running, windows.suspended) == ({child.pid}, set())
    assert windows.jobs == {job_name("C:\\home|a|1|x"): {child.pid}}
    assert windows.handles == {}


def test_another_supervisor_ends_by_the_token_all_that_an_instance_started(
    jobs: Processes, windows: SimulatedWindows, tmp_path: Path
) -> None:
    child = jobs.spawn(SERVICE, tmp_path / "log", {}, "one")
    other = jobs.spawn(SERVICE, tmp_path / "log", {}, "other")
    windows.jobs[job_name("one")].add(99)  # what it started is in its job
    windows.running.add(99)
    later = JobObjects(windows, windows, windows.start)
    later.kill(child.pid, "one")
    later.kill(child.pid, "one")
    assert windows.running == {other.pid}
    assert (windows.statuses[child.pid], windows.statuses[99], windows.handles) == (KILLED, KILLED, {})


def test_an_instance_is_asked_to_end_by_ctrl_break_and_the_supervisor_is_spared(
    jobs: Processes, windows: SimulatedWindows, tmp_path: Path
) -> None:
    child = jobs.spawn(SERVICE, tmp_path / "log", {}, "token")
    jobs.ask_to_end(child.pid, "TERM")
    assert windows.consoles[child.pid] == [1]
    assert (windows.attached, windows.ignores) == (0, False)
    jobs.kill(child.pid, "token")
    jobs.ask_to_end(child.pid, "TERM")
    assert windows.consoles[child.pid] == [1]


def test_a_command_that_asks_has_a_job_of_its_own_and_is_ended_with_all_that_it_started(
    jobs: Processes, windows: SimulatedWindows, tmp_path: Path
) -> None:
    child = jobs.run('check "a b"', tmp_path, {"PORT": "8000"})
    command, facts = windows.started[0]
    assert (command, facts["env"]) == ('cmd.exe /d /s /c "check "a b""', {"PORT": "8000"})
    ((job, pids),) = windows.jobs.items()
    windows.jobs[job].add(99)
    windows.running.add(99)
    assert pids == {child.pid, 99}
    jobs.stop(child.pid)
    assert (windows.running, windows.handles, windows.jobs) == (set(), {}, {})
