"""The keeper: a process that outlives the supervisor, starts it again, and writes down how its orphans ended.

It imports nothing of Aurora and runs by `python -I -S`, so that it is small and has nothing that could fail.
As a child subreaper (Linux) it becomes the parent of the services when the supervisor dies; elsewhere it starts the
supervisor again and does no more.
"""

import _thread
import contextlib
import ctypes
import json
import os
import select
import signal
import struct
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
PIDFD_GET_INFO, PIDFD_INFO_EXIT, PIDFD_INFO = 0xC040FF0B, 8, struct.Struct("=Q52xi")  # linux/pidfd.h, since 6.15
QUICK = 1.0  # seconds that a supervisor must have lived to be well
PAUSE = 0.5  # seconds before the next start, after several in a row that were not
AGAIN = 1  # seconds until the next one is told what the last did not live to do
LONGEST = 8.0  # seconds between two tries to start it, while the system refuses
PATIENT = 3  # so many
SOON, LATE = 0.002, 2.0  # seconds between two looks at how a process ended, and after which it is given up
KEEPER = "AURORA_KEEPER"  # told to the supervisor: the keeper's pid
ROUND = "AURORA_ROUND"  # how often it was started before
ROOM, BYTES = "AURORA_ROOM", 1024  # told to the supervisor: nothing, in which its forks show who they are
SOCKET = "AURORA_SOCKET"  # the socket of its API, which lives as long as the keeper: no request is refused meanwhile
NOTIFY = "AURORA_NOTIFY"  # where the sockets wait that services speak to, which lives as long: see `parked`
HELD = "AURORA_HELD"  # told to the keeper: descriptors of processes that are nobody's children here, FILE:PID:TICKS,...
BINARY = getattr(os, "O_BINARY", 0)  # on Windows line ends would be changed without it
SESSION, START = 3, 19  # fields of /proc/PID/stat after the command
TOKEN = "AURORA_SERVICE_TOKEN"  # in the environment of every instance: which one it is


def main(exits: str, command: list[str]) -> int:
    """Keep the supervisor alive until it ends by itself with status 0; returns its status."""
    if sys.platform != "linux":
        return restart(command)
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    known, named = held(os.environ.pop(HELD, "")), set[int]()
    keeping = Keeping(command, int(os.environ.get(ROUND, "0")))
    for number in (signal.SIGTERM, signal.SIGALRM):
        signal.signal(number, lambda *_: keeping.end())
    keeping.start(exits, named)
    while True:
        known = {} if hold(exits, known) else known
        status = next_end(exits, keeping.supervisor, named)
        if status == 0:
            return 0
        if status is not None:
            keeping.ended()
            keeping.start(exits, named)


class Keeping:
    """The supervisor that runs, and how those before it did; `supervisor` is its pid, 0 while there is none."""

    def __init__(self, command: list[str], number: int) -> None:
        self.supervisor = 0
        self._command, self._number = command, number
        self._begun, self._quick, self._asked = time.monotonic(), 0, False

    def end(self) -> None:
        """Ask the supervisor to end, and each that follows, as long as one dies before it did so."""
        self._asked = True
        if self.supervisor:
            os.kill(self.supervisor, signal.SIGTERM)

    def ended(self) -> None:
        """It is gone: wait if it and those before it did not live long."""
        self.supervisor = 0
        self._number += 1
        self._quick = self._quick + 1 if time.monotonic() - self._begun < QUICK else 0
        if self._quick >= PATIENT:
            time.sleep(PAUSE)

    def start(self, exits: str, named: set[int]) -> None:
        """Start it, again and again while the system refuses; it asks at once how orphans ended."""
        pause = PAUSE
        while not self.supervisor:
            bury(exits, named)
            self._begun = time.monotonic()
            try:
                self.supervisor = start(self._command, self._number)
            except OSError as error:  # too many processes, or too little memory
                pause = refused(pause, error)
        if self._asked:
            signal.alarm(AGAIN)


def restart(command: list[str]) -> int:
    """The same where nobody becomes the parent of orphans: the next supervisor is told by the system how they end."""
    import subprocess

    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    number, quick, pause = int(os.environ.get(ROUND, "0")), 0, PAUSE
    while True:
        begun = time.monotonic()
        try:
            supervisor = subprocess.Popen(command, env={**os.environ, **told(number)})
        except OSError as error:
            pause = refused(pause, error)
            continue
        signal.signal(signal.SIGTERM, lambda *_, child=supervisor: child.terminate())
        if supervisor.wait() == 0:
            return 0
        quick = quick + 1 if time.monotonic() - begun < QUICK else 0
        if quick >= PATIENT:
            time.sleep(PAUSE)
        number, pause = number + 1, PAUSE


def refused(pause: float, error: OSError) -> float:
    """Wait after the system refused to start the supervisor; returns how long the next time, if it does so again."""
    with contextlib.suppress(OSError):  # a full disk must not end the keeper
        os.write(2, f"Luminar cannot be started, and is tried again in {pause:g} s: {error.strerror}\n".encode())
    time.sleep(pause)
    return min(2 * pause, LONGEST)


def next_end(exits: str, supervisor: int, named: set[int]) -> "int | None":
    """Wait until a child ends: the status of the supervisor; None after it was written down how another one ended."""
    ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    if ended is None:
        return None
    if ended.si_pid != supervisor:
        put_down(exits, ended, named)
        return None
    name_orphans(exits, named)
    os.waitpid(supervisor, 0)
    return status_of(ended)


def bury(exits: str, named: set[int]) -> None:
    """Write down how the orphans ended that have done so by now."""
    with contextlib.suppress(ChildProcessError):
        while ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT | os.WNOHANG):
            put_down(exits, ended, named)


def put_down(exits: str, ended: os.waitid_result, named: set[int]) -> None:
    """Write down how an orphan ended, and bury it.

    One that ended before its token could be read is written down with an empty one if it leads a session, as every
    instance does.
    """
    pid, status = ended.si_pid, status_of(ended)
    fields = stat(pid)
    ticks = int(fields[START]) if fields else 0
    if pid not in named and fields and fields[SESSION] == str(pid):
        note(exits, pid=pid, ticks=ticks, status=status, token="")
    else:
        note(exits, pid=pid, ticks=ticks, status=status)
    named.discard(pid)
    os.waitpid(pid, 0)


def status_of(ended: os.waitid_result) -> int:
    """The exit code, or minus the number of the signal."""
    return ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status


def start(command: list[str], number: int) -> int:
    """Start the supervisor for the `number`-th time after the first; its pid."""
    return os.posix_spawn(command[0], command, {**os.environ, **told(number)})


def told(number: int) -> dict[str, str]:
    """What the `number`-th supervisor after the first hears."""
    return {KEEPER: str(os.getpid()), ROUND: str(number), ROOM: " " * BYTES}


def start_ticks(pid: int) -> int:
    """When a process started, in clock ticks since the boot; 0 when that cannot be known."""
    fields = stat(pid)
    return int(fields[START]) if fields else 0


def stat(pid: int) -> list[str]:
    """What the kernel tells of a process after its command; nothing when there is none."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - pathlib would double the memory
            return file.read().rpartition(b")")[2].decode("ascii").split()
    except OSError:
        return []


def name_orphans(exits: str, named: set[int]) -> None:
    """Write down which instance each new orphan is: the supervisor may have died before it could record a start.

    `named` becomes the orphans of which that is written.
    """
    with contextlib.suppress(OSError):
        with open(f"/proc/self/task/{os.getpid()}/children", "rb") as file:  # noqa: PTH123
            orphans = {int(pid) for pid in file.read().split()}
        begin = TOKEN.encode() + b"="
        named &= orphans
        for pid in orphans - named:
            with contextlib.suppress(OSError), open(f"/proc/{pid}/environ", "rb") as file:  # noqa: PTH123
                for entry in file.read().split(b"\0"):
                    if entry.startswith(begin):
                        note(exits, pid=pid, ticks=start_ticks(pid), token=os.fsdecode(entry[len(begin) :]))
                        named.add(pid)


def held(entries: str) -> "dict[int, tuple[int, int]]":
    """The processes whose parent this one is not, pid and start by descriptor: FILE:PID:TICKS,..."""
    known = {}
    for entry in filter(None, entries.split(",")):
        file, pid, ticks = map(int, entry.split(":"))
        os.set_inheritable(file, False)
        known[file] = pid, ticks
    return known


def hold(exits: str, known: "dict[int, tuple[int, int]]") -> bool:
    """Write down, in a thread, how these processes end; False when no thread is to be had."""
    try:
        if known:
            _thread.start_new_thread(watch, (exits, dict(known)))
    except RuntimeError:
        return False
    return True


def watch(exits: str, known: "dict[int, tuple[int, int]]") -> None:
    """Write down how these processes end."""
    poll = select.poll()
    for file in known:
        poll.register(file, select.POLLIN)
    while known:
        for file, _ in poll.poll():
            poll.unregister(file)
            pid, ticks = known.pop(file)
            until, status = time.monotonic() + LATE, kernel_status(file)
            while status is None and time.monotonic() < until:  # its parent has to bury it first
                time.sleep(SOON)
                status = kernel_status(file)
            os.close(file)
            if status is not None:
                note(exits, pid=pid, ticks=ticks, status=status)


def kernel_status(file: int) -> "int | None":
    """How a buried process ended, by the descriptor of it that was open then; None where the kernel does not tell."""
    import fcntl  # Linux asks by it alone

    answer = bytearray(PIDFD_INFO.pack(PIDFD_INFO_EXIT, 0))
    try:
        fcntl.ioctl(file, PIDFD_GET_INFO, answer)
    except OSError:
        return None
    mask, code = PIDFD_INFO.unpack(answer)
    return os.waitstatus_to_exitcode(code) if mask & PIDFD_INFO_EXIT else None


def note(path: str, **facts: "int | str") -> None:
    """Write down what is known of a process; a full disk must not end the keeper."""
    with contextlib.suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | BINARY, 0o600)
        line = json.dumps(facts).encode() + b"\n"
        try:
            written = os.write(file, line)
            if written < len(line):  # the next line must not follow half of this one
                os.ftruncate(file, os.lseek(file, 0, os.SEEK_END) - written)
        finally:
            os.close(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
