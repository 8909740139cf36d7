"""Starts one server: leaves the host's namespaces, forks process 1 of the new ones, and waits for it."""

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

from aurora.adapters.sandbox import wire
from aurora.adapters.sandbox.inside import kernel, namespaces, places, preload  # noqa: F401 - loaded for the programs
from aurora.adapters.sandbox.inside.server import Server
from aurora.adapters.sandbox.inside.supervision import HostGoneError


def main(control_fd: int, host: int, home: str, scratch: str) -> NoReturn:
    """Serve the host process `host` over `control_fd` until it is gone; never returns."""
    sys.dont_write_bytecode = True  # in programs; the imports of this module are over
    control = socket.socket(fileno=control_fd)
    try:
        watched = os.pidfd_open(host)
        if os.getppid() != host:
            os._exit(0)
        left = namespaces.enter()
        server = os.fork()
        if server == 0:
            _serve(control, left, (watched, host), home, scratch)
        control.detach()
        os.close(control_fd)
        _, status = os.waitpid(server, 0)
        os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
    except OSError as error:
        _refuse(control, error)


def _serve(
    control: socket.socket, left: namespaces.Namespaces, host: tuple[int, int], home: str, scratch: str
) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # a program that may signal process 1 finds no handler there
    kernel.die_with_parent(signal.SIGKILL)
    watched, pid = host
    try:
        Server(control, left, watched, scratch).serve(pid, home)
    except HostGoneError:
        if Path(scratch).is_dir():  # it lies on the host only where there is no root of our own
            places.empty(Path(scratch))
            Path(scratch).rmdir()
        os._exit(0)
    except Exception as error:  # noqa: BLE001 - the host is told why, whatever it is
        _refuse(control, error)


def _refuse(control: socket.socket, error: Exception) -> NoReturn:
    answer: dict[str, Any] = {"broken": f"{type(error).__name__}: {error}"}
    try:
        control.sendall(wire.framed(answer))
    finally:
        os._exit(1)
