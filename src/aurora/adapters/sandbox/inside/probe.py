"""Finds out which protections hold by trying to break each of them from inside."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from aurora.adapters.sandbox.inside import places
from aurora.model.errors import SandboxError
from aurora.model.execution import Limits, Outcome, Program, Protection, Status

_LIMITS = Limits(wall_seconds=60.0, cpu_seconds=5.0, memory_mb=64, processes=2, output_kb=16, file_mb=1)
_ATTEMPTS = """
import ctypes, mmap, os, socket, time
holes = {}

def tried(kind, what, attempt, *arguments):
    holes.setdefault(kind, [])
    try:
        attempt(*arguments)
    except (OSError, ValueError, OverflowError, MemoryError, AttributeError):
        return
    holes[kind].append(what)

def connect():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("127.0.0.1", 9))

def write(folder):
    path = os.path.join(folder, ".aurora-probe")
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY))
    os.unlink(path)

def fork_past_limit():
    for _ in range(2):
        if os.fork() == 0:
            time.sleep(60)

def write_much():
    with open("much", "wb") as file:
        file.truncate(2 << 20)

def leave_user_namespace():
    if ctypes.CDLL(None).unshare(0x10000000) != 0:
        raise OSError("refused")

tried("network", "connecting to 127.0.0.1", connect)
for folder in WRITE:
    tried("filesystem", f"writing to {folder}", write, folder)
for folder in READ:
    tried("filesystem", f"reading {folder}", os.listdir, folder)
tried("processes", "signalling the host", os.kill, HOST, 0)
tried("processes", "forking past the limit", fork_past_limit)
tried("memory", "mapping more than the limit", mmap.mmap, -1, 65 << 20)
tried("file size", "writing more than the limit", write_much)
tried("privileges", "making a user namespace", leave_user_namespace)
tried("privileges", "becoming root", os.setuid, 0)
result = holes
"""
_FOREVER = "while True: pass"
_FLOOD = "import os\nwhile True: os.write(1, bytes(4096))"

Run = Callable[[Program], Outcome]


def probe(run: Run, means: Mapping[str, Sequence[str]], host: int, home: str) -> tuple[Protection, ...]:
    """Try the escapes in programs like any other; `host` is the host's process id, `home` its user's home folder.

    `means` says by what each protection is enforced if it is. Raises `SandboxError` when a probe does not end.
    """
    granted = places.readable()
    outside = [p for p in ("/var", "/home", "/root", "/proc", "/sys", "/boot", home) if not _leads_to(p, granted)]
    given = {"WRITE": ["/", "/tmp", "/var/tmp", "/etc", home], "READ": outside, "HOST": host}
    names = "".join(f"{name} = {value!r}\n" for name, value in given.items())
    told = run(Program(source=names + _ATTEMPTS, limits=_LIMITS))
    if not isinstance(told.value, dict):
        raise SandboxError(f"the probe ended with {told.status.value}: {told.raised or told.stderr}.", where="sandbox")
    holes: dict[str, Any] = told.value
    if run(Program(source=_FOREVER, limits=Limits(wall_seconds=0.005))).status is not Status.WALL_TIME:
        holes["time"] = ["running past the wall-clock limit"]
    if run(Program(source=_FLOOD, limits=Limits(output_kb=1))).status is not Status.OUTPUT:
        holes["output"] = ["writing more than the limit"]
    return tuple(_protection(name, holes.get(name, []), means[name]) for name in means)


def _leads_to(folder: str, granted: tuple[str, ...]) -> bool:
    return any(path.startswith(f"{folder.rstrip('/')}/") or path == folder for path in granted)


def _protection(name: str, holes: list[str], means: Sequence[str]) -> Protection:
    return Protection(
        name, not holes, ", ".join(means) or "nothing", f"not refused: {', '.join(holes)}" if holes else ""
    )
