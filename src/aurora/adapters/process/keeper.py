"""The keeper: a process that outlives the supervisor, starts it again, and writes down how its orphans ended.

It imports nothing of Aurora and runs by `python -I -S`, so that it is small and has nothing that could fail.
As a child subreaper (Linux) it becomes the parent of the services when the supervisor dies.
"""

import contextlib
import ctypes
import json
import os
import signal
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
QUICK = 1.0  # seconds that a supervisor must have lived to be well
PAUSE = 0.5  # seconds before the next start, after several in a row that were not
PATIENT = 3  # so many
KEEPER, ROUND = (
    "AURORA_KEEPER",
    "AURORA_ROUND",
)  # told to the supervisor: the keeper's pid, and how often it was started


def main(exits: str, command: list[str]) -> int:
    """Keep the supervisor alive until it ends by itself with status 0; returns its status."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    number = int(os.environ.get(ROUND, "0"))
    supervisor, begun, quick = start(command, number), time.monotonic(), 0
    signal.signal(signal.SIGTERM, lambda *_: os.kill(supervisor, signal.SIGTERM))
    while True:
        ended = os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
        if ended is None:
            continue
        ticks = start_ticks(ended.si_pid)
        os.waitpid(ended.si_pid, 0)
        status = ended.si_status if ended.si_code == os.CLD_EXITED else -ended.si_status
        if ended.si_pid != supervisor:
            note(exits, ended.si_pid, ticks, status)
        elif status == 0:
            return 0
        else:
            quick = quick + 1 if time.monotonic() - begun < QUICK else 0
            if quick >= PATIENT:
                time.sleep(PAUSE)
            number += 1
            supervisor, begun = start(command, number), time.monotonic()


def start(command: list[str], number: int) -> int:
    """Start the supervisor for the `number`-th time after the first; its pid."""
    return os.posix_spawn(command[0], command, {**os.environ, KEEPER: str(os.getpid()), ROUND: str(number)})


def start_ticks(pid: int) -> int:
    """When a process started, in clock ticks since the boot; 0 when that cannot be known."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - pathlib would double the memory
            return int(file.read().rpartition(b")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return 0


def note(path: str, pid: int, ticks: int, status: int) -> None:
    """Write down how a process ended; a full disk must not end the keeper."""
    line = json.dumps({"pid": pid, "ticks": ticks, "status": status}) + "\n"
    with contextlib.suppress(OSError):
        file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.write(file, line.encode())
        os.close(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
