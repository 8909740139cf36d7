"""What stands in the way of a service: who holds its port, who answers in its place, pid files of the dead."""

import contextlib
import os
import signal
import time
from functools import partial
from pathlib import Path

from aurora.adapters.process import identity, ports
from aurora.adapters.process.beside import Beside
from aurora.adapters.process.census import here
from aurora.model.service import Service

PATIENCE = 0.2  # seconds until the port of what was killed is free


def port_for(service: Service, home: str) -> tuple[int, str, dict[str, object]]:
    """The port for a new instance; if the preferred one was taken, also the type and the facts of the event about it.

    What an earlier instance of the same service left behind is ended; anybody else keeps the port.
    """
    port = service.port
    if not port or ports.free(port):
        return port, "", {}
    holder = ports.holder(port)
    if holder and identity.belongs(holder, home, service.name):
        with contextlib.suppress(ProcessLookupError):
            os.kill(holder, getattr(signal, "SIGKILL", signal.SIGTERM))
        until = time.monotonic() + PATIENCE
        while not ports.free(port) and time.monotonic() < until:
            time.sleep(0.001)
        if ports.free(port):
            return port, "port.freed", {"port": port, "ended": holder}
    other = port if service.fixed_port else ports.any_free()
    return other, "port.conflict", {"port": port, "holder": holder, "instead": other}


def impostor(port: int, who: identity.Identity, token: str) -> str:
    """Who answers on the port of an instance in its place, as a sentence; empty when all is well or cannot be seen.

    Only a program that is older than the instance and not of it: a younger one may have been started on its behalf.
    """
    if here().listens(who.pid, port) is not False:
        return ""
    holder = identity.of(ports.holder(port) or 0)
    if holder is None or holder.ticks >= who.ticks or holder in identity.bearers(token):
        return ""
    return f"another program, pid {holder.pid}, answers on port {port}"


def remove_stale(service: Service, beside: Beside) -> list[Path]:
    """Remove the pid files of a service whose process is gone; returns them.

    Others stay, and what is no pid, or on a disk that does not answer.
    """
    removed = []
    for path in (service.folder / each for each in service.pid_files):
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if beside.now(path, partial(_removed, path)):
                removed.append(path)
    return removed


def _removed(path: Path) -> bool:
    first = path.read_text("utf-8").split(maxsplit=1)[:1]
    dead = bool(first) and first[0].isdigit() and identity.of(int(first[0])) is None
    if dead:
        path.unlink()
    return dead
