"""What a fresh interpreter does: limits itself as far as the system can, runs its program or guest, tells its end."""

import json
import math
import os
import queue
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import audit, candidate, places
from aurora.adapters.sandbox.inside.conclusion import CONFINED
from aurora.adapters.sandbox.inside.direct import DirectGuest, Inbox
from aurora.model.execution import Json, Limits

try:
    import resource
except ImportError:  # not a POSIX system
    resource = None  # type: ignore[assignment]  # then every limit is one that this system has not

_MB = 1024 * 1024


def main(words: str) -> NoReturn:
    """Run the request that is the first line of the file `words` in the current folder; tell the end there."""
    pipe = os.open(words, os.O_RDWR | os.O_APPEND)
    request = json.loads(Path(words).read_text(encoding="ascii").partition("\n")[0])
    scratch = str(Path.cwd())
    limit(wire.unpack_limits(request["limits"]))
    os.write(pipe, CONFINED)
    if request["do"] == "run" and request["command"] is not None:
        candidate.tell(pipe, lambda: candidate.execute(request["command"]), scratch)
    sys.path.insert(0, scratch)
    if request["do"] == "run":
        audit.Explainer(scratch, places.readable()).attach(pipe)
        candidate.tell(pipe, lambda: candidate.run_source(request["source"]), scratch)
    candidate.tell(pipe, lambda: _serve(request, scratch), scratch)


def limit(limits: Limits) -> None:
    """Set the resource limits that this system has."""
    cpu = math.ceil(limits.cpu_seconds)
    space = _address_space() + limits.memory_mb * _MB
    wanted = {
        "RLIMIT_CORE": (0, 0),
        "RLIMIT_AS": (space, space),
        "RLIMIT_CPU": (cpu, cpu + 1),
        "RLIMIT_FSIZE": (limits.file_mb * _MB,) * 2,
        "RLIMIT_NOFILE": (limits.open_files,) * 2,
    }
    for name, pair in wanted.items():
        try:
            resource.setrlimit(getattr(resource, name), pair)
        except (AttributeError, ValueError, OSError):
            continue  # this system has no such limit, or a lower one


def _address_space() -> int:
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGESIZE")
    except OSError:
        return 0


def _serve(request: Any, scratch: str) -> None:
    """Be a guest: lines of JSON in on standard input, out on what was standard output."""
    out = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    inbox: Inbox = queue.Queue()

    def read() -> None:
        for line in sys.stdin.buffer:
            inbox.put(json.loads(line))
        inbox.put(None)

    def send(message: Json) -> None:
        candidate.write(out.fileno(), message)

    threading.Thread(target=read, daemon=True).start()
    module, _, function = request["entry"].partition(":")
    getattr(import_module(module), function)(DirectGuest(send, inbox, scratch), request["payload"])
