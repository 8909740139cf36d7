"""Tells services which of their features are off, and where what they need is: by files, a signal or over HTTP."""

import contextlib
import json
import os
import signal
import socket
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from aurora.adapters.process import identity
from aurora.adapters.process.files import write_anew
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import READ, WRITE, Loop, drained
from aurora.adapters.process.loopback import HOST

PATIENCE = 1.0  # seconds for a service to take what it is told
SOON = 0.05  # seconds between two looks whether it takes a signal


class Notices:
    """What services were told; `folder` has a file for each, with a feature that is off in each line.

    A service with dependencies has a second file, with the port of one of them in each line: `DB_PORT=5432`.
    """

    def __init__(self, folder: Path, loop: Loop) -> None:
        self._folder, self._loop = folder, loop
        self._posts = set[_Post]()
        folder.mkdir(parents=True, exist_ok=True)

    def file(self, name: str) -> Path:
        """Where a service reads what is off."""
        return self._folder / name

    def ports_file(self, name: str) -> Path:
        """Where a service reads the ports of what it needs."""
        return self._folder / f"{name}.ports"

    def tell(self, name: str, off: tuple[str, ...], instance: Instance | None) -> None:
        """Write what is off, and let the instance know; a full disk does not keep it from the signal or request."""
        _write(self.file(name), "".join(f"{each}\n" for each in off))
        self._notify(instance, {"off": list(off)})

    def put_ports(self, name: str, ports: Mapping[str, str]) -> bool:
        """Write where the dependencies of a service are; whether the file said something else."""
        path, text = self.ports_file(name), "".join(f"{each}={port}\n" for each, port in ports.items())
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if path.read_text("utf-8") == text:
                return False
        _write(path, text)
        return True

    def tell_ports(self, instance: Instance, ports: Mapping[str, str]) -> None:
        """Let an instance know that its file says where its dependencies are now."""
        self._notify(instance, {"ports": dict(ports)})

    def _notify(self, instance: Instance | None, facts: Mapping[str, object]) -> None:
        notice = instance.service.tell if instance else None
        if instance is None or notice is None:
            return
        if notice.kind == "signal":
            number = getattr(signal, f"SIG{notice.target.removeprefix('SIG')}", None)
            if number is not None and hasattr(os, "killpg"):  # on Windows what `os.kill` sends ends
                self._signal(instance, number, self._loop.now() + instance.service.ready_within)
        elif instance.port:
            body = json.dumps(facts)
            self._posts.add(_Post(self._loop, instance.port, notice.target, body, self._posts.discard))

    def _signal(self, instance: Instance, number: int, until: float) -> None:
        """Signal an instance as soon as it takes this signal: until then it would end it, and its file says all."""
        now = self._loop.now()
        if not identity.runs(instance.identity):
            return
        if takes(instance.pid, number):
            _send(instance, number)
        elif now < until:
            self._loop.at(now + SOON, partial(self._signal, instance, number, until))

    def close(self) -> None:
        """Give up what was not taken yet."""
        for post in list(self._posts):
            post.close()


def takes(pid: int, number: int) -> bool:
    """Whether a process catches or ignores a signal; True where that cannot be seen (not Linux)."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("utf-8", "replace").splitlines()
    except OSError:
        return True
    masks = (line.partition(":")[2] for line in lines if line.startswith(("SigCgt:", "SigIgn:")))
    return any(int(mask, 16) >> (number - 1) & 1 for mask in masks)


def _write(path: Path, text: str) -> None:
    with contextlib.suppress(OSError):
        write_anew(path, text)


def _send(instance: Instance, number: int) -> None:
    """Signal exactly this process: its descriptor, where there is one, never means another."""
    with contextlib.suppress(ProcessLookupError):
        if instance.file >= 0:
            signal.pidfd_send_signal(instance.file, number)
        else:
            os.kill(instance.pid, number)


class _Post:
    """One request that nobody waits for."""

    def __init__(self, loop: Loop, port: int, path: str, body: str, over: "Callable[[_Post], None]") -> None:
        self._loop, self._over, self._open = loop, over, True
        self._text = (
            f"POST {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body.encode())}\r\nConnection: close\r\n\r\n{body}"
        ).encode()
        self._socket = socket.socket()
        self._socket.setblocking(False)
        self._socket.connect_ex((HOST, port))
        loop.watch(self._socket.fileno(), WRITE, self._writable)
        loop.at(loop.now() + PATIENCE, self.close)

    def _writable(self, _events: int) -> None:
        try:
            self._text = self._text[os.write(self._socket.fileno(), self._text) :]
        except BlockingIOError:
            return
        except OSError:
            self.close()
            return
        if not self._text:
            self._loop.watch(self._socket.fileno(), READ, self._readable)

    def _readable(self, _events: int) -> None:
        """Its answer does not matter, but closing before it would take the request back."""
        if drained(self._socket):
            self.close()

    def close(self) -> None:
        """Let the connection go; may be called twice."""
        if self._open:
            self._open = False
            self._over(self)
            self._loop.forget(self._socket.fileno())
            self._socket.close()
