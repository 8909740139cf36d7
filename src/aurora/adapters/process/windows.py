"""Processes on Windows: each in a job object of its own, asked to end by CTRL+BREAK, without a console window.

The calls of `kernel32` and `ntdll` go through the objects that are handed in, so that tests can stand in for them.
"""

import hashlib
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from aurora.adapters.process.launch import prepared
from aurora.contracts.processes import Child
from aurora.model.service import Service

CREATE_SUSPENDED, CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW = 0x4, 0x200, 0x08000000  # <WinBase.h>
JOB_OBJECT_TERMINATE, CTRL_BREAK_EVENT = 0x8, 1
KILLED = 137  # exit status of what was killed


class Kernel32(Protocol):
    """What is used of kernel32.dll: 0 means failure."""

    def CreateJobObjectW(self, security: None, name: str) -> int: ...  # noqa: N802, D102
    def OpenJobObjectW(self, access: int, inherit: bool, name: str) -> int: ...  # noqa: N802, D102
    def AssignProcessToJobObject(self, job: int, process: int) -> int: ...  # noqa: N802, D102
    def TerminateJobObject(self, job: int, status: int) -> int: ...  # noqa: N802, D102
    def CloseHandle(self, handle: int) -> int: ...  # noqa: N802, D102
    def FreeConsole(self) -> int: ...  # noqa: N802, D102
    def AttachConsole(self, pid: int) -> int: ...  # noqa: N802, D102
    def SetConsoleCtrlHandler(self, routine: None, add: bool) -> int: ...  # noqa: N802, D102
    def GenerateConsoleCtrlEvent(self, event: int, group: int) -> int: ...  # noqa: N802, D102
    def GetLastError(self) -> int: ...  # noqa: N802, D102


class Ntdll(Protocol):
    """What is used of ntdll.dll: 0 means success."""

    def NtResumeProcess(self, process: int) -> int: ...  # noqa: N802, D102


class JobObjects:
    """Starts instances suspended, puts them into a job, and lets them run: nothing that they start escapes it.

    A job is not closed with its last handle while a process is in it, so it outlives the supervisor; the next one finds
    it by its name, which is made of the token.
    """

    def __init__(self, kernel32: Kernel32, ntdll: Ntdll, start: Callable[..., Any] = subprocess.Popen) -> None:
        self._kernel32, self._ntdll, self._start = kernel32, ntdll, start

    def spawn(self, service: Service, log: Path, told: Mapping[str, str], token: str) -> Child:
        """See `Processes`."""
        command, environment = prepared(service, told, token)
        with log.open("ab") as output:
            return self._started(command, token, cwd=service.folder, env=environment, stdout=output, stderr=output)

    def _started(self, command: list[str] | str, token: str | None, **facts: Any) -> Child:
        """Start something in the job of a token, or in one that is known by its pid."""
        child = self._start(
            command,
            stdin=subprocess.DEVNULL,
            creationflags=CREATE_SUSPENDED | CREATE_NEW_PROCESS_GROUP | CREATE_NO_WINDOW,
            **facts,
        )
        wrong = self._release(int(child._handle), job_name(token or _asked(child.pid)))
        if wrong:
            child.kill()
            child.wait()
            raise OSError(self._kernel32.GetLastError(), wrong, str(command))
        found: Child = child
        return found

    def run(self, line: str, folder: Path, environment: Mapping[str, str]) -> Child:
        """See `Processes`: by `cmd`, in a job of its own."""
        nothing = subprocess.DEVNULL
        return self._started(
            f'cmd.exe /d /s /c "{line}"', None, cwd=folder, env=environment, stdout=nothing, stderr=nothing
        )

    def stop(self, pid: int) -> None:
        """See `Processes`."""
        self.kill(pid, _asked(pid))

    def _release(self, process: int, name: str) -> str:
        """Put a suspended process into a job and let it run; returns what is wrong."""
        job = self._kernel32.CreateJobObjectW(None, name)
        if not job:
            return "there can be no job for it"
        held = self._kernel32.AssignProcessToJobObject(job, process)
        self._kernel32.CloseHandle(job)
        if not held:
            return "it cannot be put into its job"
        return "it cannot be resumed" if self._ntdll.NtResumeProcess(process) else ""

    def ask_to_end(self, pid: int, signal: str) -> None:  # noqa: ARG002 - there is only one that can be sent
        """See `Processes`: CTRL+BREAK through the hidden console of the instance; without one it waits to be killed."""
        self._kernel32.FreeConsole()  # a process has one console at most
        if self._kernel32.AttachConsole(pid):
            self._kernel32.SetConsoleCtrlHandler(None, True)
            self._kernel32.GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, pid)
            self._kernel32.FreeConsole()
            self._kernel32.SetConsoleCtrlHandler(None, False)

    def kill(self, pid: int, token: str) -> None:  # noqa: ARG002 - the job is all of it
        """See `Processes`."""
        job = self._kernel32.OpenJobObjectW(JOB_OBJECT_TERMINATE, False, job_name(token))
        if job:  # it is gone with its last process
            self._kernel32.TerminateJobObject(job, KILLED)
            self._kernel32.CloseHandle(job)


def _asked(pid: int) -> str:
    """The token of what was started by `run`."""
    return f"asked|{os.getpid()}|{pid}"


def job_name(token: str) -> str:
    """The name of the job of an instance in this session: a token has characters that a name may not have."""
    return f"Local\\aurora-{hashlib.sha256(token.encode()).hexdigest()}"
