"""Speaks with a supervisor, and starts one that outlives the terminal."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from aurora.adapters.process import keeper, parked
from aurora.adapters.process.control import CLIENTS
from aurora.adapters.process.loopback import HOST
from aurora.model.errors import AuroraError, BadInputError

PATIENCE = 10.0  # seconds for an answer
COLD = 60.0  # seconds for a supervisor to come up, its modules not in memory and the machine busy


class SupervisorError(AuroraError):
    """The supervisor refused, or there is none."""

    title = "Luminar"


class Client:
    """The API of the supervisor on one port of the loopback."""

    def __init__(self, port: int, patience: float = PATIENCE) -> None:
        self.port = port
        self._patience = patience  # seconds

    def get(self, path: str) -> dict[str, Any]:
        """Read something; raises `SupervisorError` when there is no supervisor or it refuses."""
        return self._ask("GET", path)

    def post(self, path: str) -> dict[str, Any]:
        """Ask for something to be done; raises as `get` does."""
        return self._ask("POST", path)

    @property
    def answers(self) -> bool:
        """Whether a supervisor is there."""
        try:
            self.get("status")
        except SupervisorError:
            return False
        return True

    def _ask(self, method: str, path: str) -> dict[str, Any]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=self._patience)
        try:
            connection.request(method, f"/api/autonomous/{path}")
            answer = connection.getresponse()
            given = json.loads(answer.read())
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise SupervisorError(
                f"no supervisor answers on port {self.port} ({error}).", next_step="Start one by `aurora up`."
            ) from None
        finally:
            connection.close()
        if answer.status == http.HTTPStatus.UNPROCESSABLE_ENTITY:
            raise BadInputError(str(given.get("detail", answer.reason)))
        if answer.status == http.HTTPStatus.NOT_FOUND:
            raise BadInputError(f"{given.get('detail', 'not found')}.", next_step="See `aurora ps`.")
        if answer.status >= http.HTTPStatus.BAD_REQUEST:
            raise SupervisorError(str(given.get("detail", answer.reason)))
        return dict(given)


def start(file: Path, folder: Path, port: int) -> None:
    """Start a supervisor and its keeper in a session of their own; returns once its API answers.

    Raises `SupervisorError` with the end of its log when it does not come up.
    """
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "luminar.log"
    try:
        listening = socket.create_server((HOST, port), backlog=CLIENTS)
    except OSError as error:
        raise SupervisorError(f"the supervisor did not come up: port {port}: {error.strerror}.") from None
    heard = parked.made()
    handed, apart = _apart(listening, heard)
    daemon = [sys.executable, "-m", "aurora.entrypoints.daemon", str(file.resolve()), str(folder), str(port)]
    with listening, heard or contextlib.nullcontext(), log.open("ab") as output:
        begin = output.tell()
        child = subprocess.Popen(
            [sys.executable, "-I", "-S", str(keeper.__file__), str(folder / "exits.jsonl"), *daemon],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **handed},
            **apart,
        )
    client = Client(port, patience=1.0)
    deadline = time.monotonic() + COLD
    while time.monotonic() < deadline and child.poll() is None:
        if client.answers:
            child.returncode = 0  # it lives on, and is nobody's child when this process ends
            return
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        _end(child)  # the keeper and what it started, which would hold the state folder
    child.wait()
    with log.open("rb") as output:
        output.seek(begin)
        said = output.read().decode("utf-8", "replace").strip()
    raise SupervisorError(f"the supervisor did not come up: {said or 'it said nothing'}", where=str(log))


def _apart(listening: socket.socket, heard: socket.socket | None) -> tuple[dict[str, str], dict[str, Any]]:
    """What a keeper is told of the API's socket and the place for those of services, and how it is started apart.

    On Windows no socket is inherited: the port is let go, and the supervisor takes it.
    """
    if sys.platform == "win32":
        listening.close()
        return {}, {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    held = {keeper.SOCKET: listening} | ({keeper.NOTIFY: heard} if heard else {})
    told = {name: str(each.fileno()) for name, each in held.items()}
    return told, {"start_new_session": True, "pass_fds": [each.fileno() for each in held.values()]}


def _end(child: "subprocess.Popen[bytes]") -> None:
    if hasattr(os, "killpg"):
        os.killpg(child.pid, signal.SIGKILL)
    else:  # Windows: its supervisor hears of it and becomes a keeper, which finds the state folder in use, or ends
        child.kill()
