"""Instances that are forked from the supervisor, so that they share the memory of its interpreter and modules.

What the kernel shows as the environment and the command line of a process is memory of its own. A fork inherits the
supervisor's and overwrites it, so that it is found by its token like everybody else (as `setproctitle` does it).
"""

import ctypes
import gc
import os
import signal
import sys
import threading
import traceback
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from aurora.adapters.process.keeper import TOKEN, stat
from aurora.adapters.process.syncing import NAME

ARGUMENTS, ENVIRONMENT = 45, 47  # fields of /proc/PID/stat after the command: where each begins, and behind it ends
BESIDE = "MainThread", NAME  # threads that hold no lock which a fork would miss
FAILED = 1  # exit status after an error that nobody caught


class Forked:
    """A process that was forked by this one: a `Child`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def wait(self) -> int:
        """See `Child`."""
        if self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self.returncode


def possible(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> bool:
    """Whether a command can be forked now; else it is to be started as any other program.

    It is `PYTHON -m MODULE ARGUMENTS` by this Python, and what runs has `main(words) -> int`; its token must have room
    in this environment, as Linux shows it; and a fork is a copy of one thread, so others may not be at work.
    """
    fields = stat(os.getpid())
    if len(command) < 3 or list(command[:2]) != [sys.executable, "-m"] or not fields or not folder.is_dir():
        return False
    begin, end = map(int, fields[ENVIRONMENT : ENVIRONMENT + 2])
    alone = all(each.name in BESIDE for each in threading.enumerate())
    return alone and len(_entry(TOKEN, environment[TOKEN])) < end - begin and _has_main(command[2])


def fork(command: Sequence[str], folder: Path, environment: Mapping[str, str], output: int) -> Forked:
    """Start a command that can be forked, in a session of its own, its output in a file; raises `OSError`."""
    parent, every = os.getpid(), signal.valid_signals()
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, every)  # one for the child must not be heard by this loop
    try:
        pid = os.fork()
        if not pid:
            _live(parent, command, folder, environment, output)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    return Forked(pid)


def _has_main(module: str) -> bool:
    """Import what a command runs, once, so that it is shared by all forks; whether it can be called."""
    known = module in sys.modules
    with suppress(Exception):  # the command tells it in the log of the service
        has = callable(getattr(_run(module), "main", None))
        if not known:
            gc.collect()
            gc.freeze()  # the collector writes to what it looks at, and what is written is shared no longer
        return has
    return False


def _run(module: str) -> ModuleType:
    """What `python -m` runs: a module, or the `__main__` of a package."""
    found = import_module(module)
    return import_module(f"{module}.__main__") if hasattr(found, "__path__") else found


def _live(parent: int, command: Sequence[str], folder: Path, environment: Mapping[str, str], output: int) -> NoReturn:
    """Be the instance until its end."""
    status = FAILED
    try:
        os.setsid()
        os.environ.clear()
        os.environ.update(environment)
        _show(command, environment)
        if os.getppid() == parent:  # else it died before anybody could see whose instance this is: there is none
            _settle(folder, output)
            sys.argv = list(command[2:])
            status = _run(command[2]).main(list(command[3:]))
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - it ends with its last words, as any program does
        traceback.print_exc()
    finally:
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _settle(folder: Path, output: int) -> None:
    """Have what a program that was just started has: three files, the usual signals, a folder."""
    gc.freeze()
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    for file in (1, 2):
        os.dup2(output, file)
    os.closerange(3, os.sysconf("SC_OPEN_MAX"))
    os.chdir(folder)
    signal.set_wakeup_fd(-1)
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _show(command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Let the kernel show this command and, token first, as much of the environment as there is room for."""
    fields = stat(os.getpid())
    first = {TOKEN: environment[TOKEN], **environment}
    shown = (
        (ARGUMENTS, b"".join(os.fsencode(word) + b"\0" for word in command)),
        (ENVIRONMENT, b"".join(_entry(name, value) for name, value in first.items())),
    )
    for field, text in shown:
        begin, end = map(int, fields[field : field + 2])
        kept = text[: end - begin - 1]
        ctypes.memmove(begin, kept.ljust(end - begin, b"\0"), end - begin)


def _entry(name: str, value: str) -> bytes:
    return os.fsencode(f"{name}={value}") + b"\0"
