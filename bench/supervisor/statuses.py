"""How each contestant is asked for the state of all its services: by one request, and by its command."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from bench.supervisor.contestants import Course

REQUESTS = 30
CALLS = 5
Words = tuple[list[str], dict[str, str]]  # a command, and what is added to its environment

_XML = "<?xml version='1.0'?><methodCall><methodName>supervisor.getAllProcessInfo</methodName></methodCall>"


def asked(name: str, course: Course) -> dict[str, float]:
    """The medians of the milliseconds that a contestant takes to tell; only of the ways that it has."""
    found = {}
    if name in _REQUESTS:
        found["status_ms"] = 1000 * median(_lasted(lambda: _REQUESTS[name](course)) for _ in range(REQUESTS))
    if name in _COMMANDS:
        words, environment = _COMMANDS[name](course)
        whole = {**os.environ, **environment}
        found["command_ms"] = 1000 * median(_lasted(lambda: _told(words, whole, course)) for _ in range(CALLS))
    return found


def _lasted(ask: Callable[[], bytes]) -> float:
    began = time.monotonic()
    answer = ask()
    took = time.monotonic() - began
    if not answer:
        raise OSError("no state was told")
    return took


def _told(words: list[str], environment: dict[str, str], course: Course) -> bytes:
    """What the command prints, if it has the last service in it."""
    done = subprocess.run(words, env=environment, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return done.stdout if f"s{course.ports[-1]}".encode() in done.stdout else b""


def _read(connection: socket.socket, request: str) -> bytes:
    with connection:
        connection.sendall(request.encode())
        parts = []
        while part := connection.recv(65_536):
            parts.append(part)
    return b"".join(parts)


def _by_http(port: int, path: str) -> bytes:
    return _read(socket.create_connection(("127.0.0.1", port), 10), f"GET {path} HTTP/1.0\r\n\r\n")


def _by_xml(course: Course) -> bytes:
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(f"{course.folder}/socket")
    head = f"POST /RPC2 HTTP/1.0\r\nContent-Type: text/xml\r\nContent-Length: {len(_XML)}\r\n\r\n"
    return _read(connection, head + _XML)


def _tool(course: Course, name: str) -> str:
    return str(course.tools / "deb/usr/bin" / name)


def _scan(course: Course) -> list[str]:
    return [str(course.folder / "scan" / f"s{port}") for port in course.ports]


def _ours(course: Course) -> Words:
    aurora = Path(sys.executable).with_name("aurora")
    return [str(aurora), "ps"], {"AURORA_LUMINAR_PORT": str(course.facts["api"])}


def _s6(course: Course) -> Words:
    """It tells of one service at a time, by a number of its own, so its name is said before."""
    libraries = {"LD_LIBRARY_PATH": str(course.tools / "deb/usr/lib/x86_64-linux-gnu")}
    each = f'for s in "$@"; do echo "$s"; {_tool(course, "s6-svstat")} "$s"; done'
    return ["sh", "-c", each, "sh", *_scan(course)], libraries


_REQUESTS: dict[str, Callable[[Course], bytes]] = {
    "ours": lambda course: _by_http(course.facts["api"], "/api/autonomous/status"),
    "supervisord": _by_xml,
    "monit": lambda course: _by_http(course.facts["monit"], "/_status?format=xml"),
}
_COMMANDS: dict[str, Callable[[Course], Words]] = {
    "ours": _ours,
    "runit": lambda course: ([_tool(course, "sv"), "status", *_scan(course)], {}),
    "s6": _s6,
    "pm2": lambda course: (
        [str(course.tools / "node_modules/.bin/pm2"), "jlist"], {"PM2_HOME": str(course.folder / "home")}
    ),
    "supervisord": lambda course: (
        [str(course.tools / "v/bin/supervisorctl"), "-c", str(course.folder / "supervisord.conf"), "status"], {}
    ),
    "circus": lambda course: (
        [str(course.tools / "v/bin/circusctl"), "--endpoint", f"tcp://127.0.0.1:{course.facts['circus']}", "status"], {}
    ),
    "monit": lambda course: ([course.monit(), "-c", str(course.folder / "monitrc"), "status"], {}),
}  # fmt: skip
