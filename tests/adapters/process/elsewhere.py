"""A small life of Luminar on a simulated Windows, as a process of its own: `elsewhere.py FOLDER` prints what happened.

What Windows does not have is hidden before Aurora is imported, so that a use of it fails here as it would there.
"""

# ruff: noqa: N802 - the names are those of Windows

import ctypes
import importlib
import json
import os
import pkgutil
import select
import selectors
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread
from types import ModuleType, SimpleNamespace
from typing import Any

PACKAGES = "aurora.adapters.process", "aurora.engines.luminar", "aurora.engines.monitor"
LINUX_ONLY = "aurora.adapters.process.procfs"  # which only `census.here` imports, and only there
HIDDEN = {
    os: "O_CLOEXEC O_DIRECTORY SEEK_DATA SEEK_HOLE pread pwrite waitid pidfd_open killpg fork setsid getuid geteuid "
    "getgid sysconf posix_spawn P_PID P_ALL P_PIDFD WEXITED WNOWAIT WNOHANG CLD_EXITED getloadavg uname statvfs "
    "set_blocking posix_fallocate getpgid setpgid sched_getaffinity mkfifo chown",
    signal: "SIGKILL SIGHUP SIGCHLD SIGUSR1 SIGUSR2 SIGCONT SIGSTOP SIGALRM SIGPIPE pthread_sigmask pthread_kill "
    "pidfd_send_signal SIG_BLOCK SIG_SETMASK",
    select: "poll epoll",
    socket: "SO_PASSCRED SCM_CREDENTIALS CMSG_SPACE",
    time: "clock_gettime clock_gettime_ns CLOCK_BOOTTIME CLOCK_MONOTONIC",
}
MODULES = "fcntl", "resource", "pwd", "grp", "termios", "pty", "posix", "_posixsubprocess"
SECOND = 10**7  # in the unit of FILETIME
BREAK = 0xC000013A  # exit status of what CTRL+BREAK ends


class Child:
    """What `subprocess.Popen` returns."""

    def __init__(self, windows: "Windows", pid: int) -> None:
        self._windows, self.pid, self._handle = windows, pid, 1_000 + pid
        self.returncode: int | None = None

    def wait(self) -> int | None:
        self.returncode = self._windows.ended.get(self.pid)
        return self.returncode

    def kill(self) -> None:
        self._windows.end(self.pid, 1)


class Windows:
    """Its libraries: processes are numbers, a handle of one is a thousand more, jobs are sets."""

    def __init__(self) -> None:
        self.started: list[Any] = []
        self.begun, self.ended = dict[int, int](), dict[int, int]()
        self.jobs, self.waits = dict[str, set[int]](), dict[int, Any]()
        self.attached, self.rows = 0, list[int]()

    def start(self, command: Any, **facts: Any) -> Child:
        self.started.append(command)
        pid = len(self.started)
        self.begun[pid] = time.time_ns() // 100
        return Child(self, pid)

    def end(self, pid: int, status: int) -> None:
        self.ended.setdefault(pid, status)
        for job in self.jobs.values():
            job.discard(pid)
        if pid in self.waits:
            self.tell(self.waits.pop(pid))

    @staticmethod
    def tell(call: Any) -> None:
        thread = Thread(target=call, args=(None, 0))
        thread.start()
        thread.join()

    def CreateJobObjectW(self, security: None, name: str) -> int:
        self.jobs.setdefault(name, set())
        return 5_000 + list(self.jobs).index(name)

    def OpenJobObjectW(self, access: int, inherit: bool, name: str) -> int:
        return 5_000 + list(self.jobs).index(name) if self.jobs.get(name) else 0

    def AssignProcessToJobObject(self, job: int, process: int) -> int:
        list(self.jobs.values())[job - 5_000].add(process - 1_000)
        return 1

    def TerminateJobObject(self, job: int, status: int) -> int:
        for pid in tuple(list(self.jobs.values())[job - 5_000]):
            self.end(pid, status)
        return 1

    def NtResumeProcess(self, process: int) -> int:
        pid = process - 1_000
        if isinstance(self.started[pid - 1], str):  # a check, which is well
            self.end(pid, 0)
        return 0

    def CloseHandle(self, handle: int) -> int:
        return 1

    def FreeConsole(self) -> int:
        self.attached = 0
        return 1

    def AttachConsole(self, pid: int) -> int:
        self.attached = pid
        return 1

    def SetConsoleCtrlHandler(self, routine: None, add: bool) -> int:
        return 1

    def GenerateConsoleCtrlEvent(self, event: int, group: int) -> int:
        assert (event, self.attached) == (1, group)
        self.end(group, BREAK)
        return 1

    def GetLastError(self) -> int:
        return 5

    def OpenProcess(self, access: int, inherit: bool, pid: int) -> int:
        return 1_000 + pid if pid in self.begun else 0

    def GetProcessTimes(self, process: int, start: Any, end: Any, kernel: Any, user: Any) -> int:
        pid = process - 1_000
        start._obj.value, end._obj.value = self.begun[pid], SECOND if pid in self.ended else 0
        return 1

    def GetExitCodeProcess(self, process: int, answer: Any) -> int:
        answer._obj.value = self.ended.get(process - 1_000, 259)
        return 1

    def K32GetProcessMemoryInfo(self, process: int, answer: Any, size: int) -> int:
        answer._obj.resident = 96 << 20
        return 1

    def GetProcessHandleCount(self, process: int, answer: Any) -> int:
        answer._obj.value = 41
        return 1

    def GetSystemTimePreciseAsFileTime(self, answer: Any) -> None:
        answer._obj.value = time.time_ns() // 100

    def CreateToolhelp32Snapshot(self, what: int, pid: int) -> int:
        self.rows = [each for each in self.begun if each not in self.ended]
        return 9

    def Process32FirstW(self, snapshot: int, entry: Any) -> int:
        return self.Process32NextW(snapshot, entry)

    def Process32NextW(self, snapshot: int, entry: Any) -> int:
        if not self.rows:
            return 0
        entry._obj.pid, entry._obj.threads = self.rows.pop(), 7
        return 1

    def GetExtendedTcpTable(self, answer: Any, size: Any, ordered: bool, family: int, table: int, reserved: int) -> int:
        size._obj.value = max(size._obj.value, 4)
        return 0 if answer is not None else 122

    def RegisterWaitForSingleObject(
        self, wait: Any, process: int, call: Any, context: None, milliseconds: int, flags: int
    ) -> int:
        ctypes.cast(wait, ctypes.POINTER(ctypes.c_void_p))[0] = 9_000 + process
        if process - 1_000 in self.ended:
            self.tell(call)
        else:
            self.waits[process - 1_000] = call
        return 1

    def UnregisterWaitEx(self, wait: Any, over: int) -> int:
        self.waits.pop(wait.value - 10_000, None)
        return 1


def modules() -> list[str]:
    """All that is to be imported."""
    found = ["aurora.flows.supervise", "aurora.entrypoints.daemon.__main__"]
    for name in PACKAGES:
        found += [each.name for each in pkgutil.iter_modules(importlib.import_module(name).__path__, f"{name}.")]
    return [name for name in found if name != LINUX_ONLY]


def become(windows: Windows) -> list[str]:
    """Hide what is not there, and import Aurora anew; returns what was imported."""
    names = modules()
    for name in names:
        importlib.import_module(name)  # with all that it needs of the standard library
    for name in [name for name in sys.modules if name.partition(".")[0] == "aurora"]:
        del sys.modules[name]
    for module, attributes in HIDDEN.items():
        for name in attributes.split():
            vars(module).pop(name, None)
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    msvcrt = sys.modules["msvcrt"] = ModuleType("msvcrt")
    vars(msvcrt).update(LK_NBLCK=2, locking=lambda file, mode, size: None)
    vars(signal)["SIGBREAK"] = signal.SIGTERM
    vars(selectors)["DefaultSelector"] = selectors.SelectSelector
    vars(subprocess)["Popen"] = windows.start
    vars(ctypes)["windll"] = SimpleNamespace(kernel32=windows, ntdll=windows, iphlpapi=windows)
    vars(sys)["platform"] = "win32"
    for name in names:
        importlib.import_module(name)
    return names


def main(folder: Path) -> None:
    """Start, ready, crash, restart, hand over to the next supervisor, crash, restart, stop."""
    windows = Windows()
    names = become(windows)
    luminar_of = importlib.import_module("aurora.flows.supervise").Luminar
    (folder / "aurora.toml").write_text(
        '[services.a]\ncommand = ["app.exe"]\nready = { kind = "exec", target = "ask" }\ntell = "signal USR1"\n'
        "restart = { delay = 0.01 }\nlimits = { memory_mb = 500, descriptors = 100 }\n",
        "utf-8",
    )

    def until(luminar: Any, phase: str) -> None:
        deadline = time.monotonic() + 60
        while luminar.supervisor.state.units["a"].phase != phase:
            assert time.monotonic() < deadline, luminar.status()
            luminar.supervisor.step(0.05)

    def crash(luminar: Any, status: int) -> None:
        pid = luminar.supervisor.state.units["a"].pid
        windows.end(pid, status)
        while luminar.supervisor.state.units["a"].pid == pid:
            luminar.supervisor.step(0.05)
        until(luminar, "healthy")

    first = luminar_of(folder / "aurora.toml", folder / "state")
    first.supervisor.start(["a"])
    until(first, "healthy")
    first._sample()
    crash(first, 3)
    pid = first.supervisor.state.units["a"].pid
    memory = first.status()[0]["memory_mb"] or first._sample() or first.status()[0]["memory_mb"]
    first.machine.close()
    second = luminar_of(folder / "aurora.toml", folder / "state")
    second.adopt()
    adopted = second.supervisor.state.units["a"].pid == pid
    until(second, "healthy")
    crash(second, 7)
    second.supervisor.stop(["a"])
    until(second, "stopped")
    events = [f"{each['type']} {each['data'].get('why', '')}".strip() for each in second.machine.journal.since(0)]
    second.machine.close()
    started = [each for each in windows.started if isinstance(each, list)]
    sys.stdout.write(
        json.dumps({"modules": names, "events": events, "memory": memory, "adopted": adopted, "started": started})
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
