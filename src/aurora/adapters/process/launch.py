"""Starting and ending the processes of a service, each in a session of its own: `Processes` where there are signals."""

import contextlib
import os
import signal as signals
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from aurora.adapters.process.files import appending
from aurora.adapters.process.held import SOCKET
from aurora.adapters.process.identity import TOKEN, bearers
from aurora.adapters.process.keeper import KEEPER, NOTIFY, ROOM, ROUND
from aurora.adapters.process.keeper import SOCKET as API
from aurora.adapters.process.sharing import fork, possible
from aurora.contracts.processes import Child
from aurora.model.service import Service

OURS = frozenset({KEEPER, ROUND, ROOM, API, NOTIFY, SOCKET})  # what only a supervisor is told, or its instance
SYSTEMD = frozenset({"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"})  # is for the one whom systemd started


def spawn(service: Service, log: Path, told: Mapping[str, str], token: str) -> Child:
    """Start an instance in a session of its own, its output at the end of `log`; raises `OSError` when it cannot be.

    `{port}` in the command is replaced by the port it was told, `{python}` by the interpreter that runs Aurora,
    `{socket}` by the number of the listening socket that it was told, which it is handed.
    """
    command, environment = prepared(service, told, token)
    output = appending(log)
    try:
        if service.shared and possible(command, service.folder, environment):
            return fork(command, service.folder, environment, output)
        return subprocess.Popen(
            command,
            cwd=service.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            pass_fds=[int(told[SOCKET])] if SOCKET in told else [],
        )
    finally:
        os.close(output)


def prepared(service: Service, told: Mapping[str, str], token: str) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of an instance."""
    inherited = {name: value for name, value in os.environ.items() if name not in OURS | SYSTEMD}
    filled = {"{port}": told.get("PORT", ""), "{python}": sys.executable, "{socket}": told.get(SOCKET, "")}
    command = [_filled(word, filled) for word in service.command]
    return command, {**inherited, **service.environment, **told, TOKEN: token}


def _filled(word: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        word = word.replace(name, value)
    return word


def ask_to_end(pid: int, signal: str) -> None:
    """Send the stop signal to a process, then wake and tell its whole group: one that is stopped takes no signal."""
    number = getattr(signals, f"SIG{signal.removeprefix('SIG')}")
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)
    for each in (signals.SIGCONT, number):
        _to_group(pid, each)


def kill(pid: int, token: str) -> None:
    """Kill a process, its group, and whoever else carries its token."""
    _to_group(pid, signals.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signals.SIGKILL)
    for straggler in bearers(token):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(straggler.pid, signals.SIGKILL)


def run(line: str, folder: Path, environment: Mapping[str, str]) -> Child:
    """Start a command line by the shell, in a group of its own: only an instance leads a session."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        ["/bin/sh", "-c", line],
        cwd=folder,
        env=environment,
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        process_group=0,
    )


def stop(pid: int) -> None:
    """Kill the group of what was started by `run`."""
    _to_group(pid, signals.SIGKILL)


def _to_group(pid: int, number: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, number)
