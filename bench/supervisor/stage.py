"""A supervisor with small services of its own, for measurements: started, watched from outside, ended."""

import contextlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aurora.adapters.process import segments
from aurora.adapters.process.client import Client, SupervisorError, start
from aurora.adapters.process.identity import TOKEN

SERVER = Path(__file__).with_name("server.py")  # answers every request with 200 and {}
JOURNAL = "[journal]\nsize_mb = 0.02\nfiles = 100000\n"  # rotated every hundred events
Services = dict[str, dict[str, Any]]


class Stage:
    """One supervisor on services `s0`, `s1`, ...; `more` are further lines of each one's table.

    With `shared` every other one is a fork of the supervisor.
    """

    def __init__(self, folder: Path, count: int, first_port: int, more: str = "", *, shared: bool = False) -> None:
        self.folder = folder
        self.names = [f"s{number}" for number in range(count)]
        self.file = folder / "aurora.toml"
        self._told = list[dict[str, Any]]()
        self._journal = segments.follow(folder / "state" / "events.jsonl", 0)
        tables = [
            _table(name, first_port + number, str(folder), more, shared=shared and number % 2 == 1)
            for number, name in enumerate(self.names)
        ]
        self.file.write_text(JOURNAL + "".join(tables), "utf-8")
        self.client = Client(first_port - 1)  # not one that the kernel gives to connections: they would keep it taken
        start(self.file, folder / "state", self.client.port)

    def services(self) -> Services:
        """What the supervisor says."""
        return {each["name"]: each for each in self.client.get("status")["services"]}

    def until(self, condition: Callable[[Services], object], patience: float = 60.0) -> Services:
        """The services once a condition holds; supervisors may die meanwhile. Raises `TimeoutError`."""
        deadline, services = time.monotonic() + patience, Services()
        while time.monotonic() < deadline:
            with contextlib.suppress(SupervisorError):
                services = self.services()
                if condition(services):
                    return services
            time.sleep(0.002)
        raise TimeoutError(services)

    def healthy(self, patience: float = 60.0) -> Services:
        """The services once all are healthy."""
        return self.until(lambda now: all(each["phase"] == "healthy" for each in now.values()), patience)

    def settled(self, patience: float, still: float) -> Services:
        """The services once all have been healthy for so many seconds, none of them started anew meanwhile.

        One that was harmed a moment ago is called healthy until its next checks fail.
        """
        since, last = time.monotonic(), dict[str, int]()

        def quiet(now: Services) -> bool:
            nonlocal since, last
            pids = {name: each["pid"] for name, each in now.items() if each["phase"] == "healthy"}
            if pids != last or len(pids) < len(now):
                since, last = time.monotonic(), pids
            return time.monotonic() - since > still

        return self.until(quiet, patience)

    def supervisor(self) -> int:
        """The pid of the supervisor that runs now; 0 while there is none."""
        for event in reversed(self.events()):
            if event["type"] == "luminar.started":
                pid = int(event["data"]["pid"])
                return pid if Path(f"/proc/{pid}/cmdline").exists() else 0
        return 0

    def succeeded(self, pid: int) -> Services:
        """The services as another supervisor than this one knows them."""
        return self.until(lambda _: self.supervisor() not in {pid, 0})

    def events(self) -> list[dict[str, Any]]:
        """All events, as one hears them who follows the journal through its rotations."""
        while more := next(self._journal):
            self._told += more
        return list(self._told)

    def kept(self) -> list[dict[str, Any]]:
        """All events, read from the files anew."""
        return list(segments.after(self.folder / "state" / "events.jsonl", 0))

    def copies(self) -> dict[str, int]:
        """How many processes of each service there are, by the ports on their command lines; read from /proc."""
        found = dict.fromkeys(self.names, 0)
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                with contextlib.suppress(OSError):
                    environment = (folder / "environ").read_bytes().split(b"\0")
                    named = {entry.partition(b"=")[0]: entry.partition(b"=")[2].decode() for entry in environment}
                    if named.get(b"STAGE") == str(self.folder) and TOKEN.encode() in named:
                        found[named[b"NAME"]] += 1
        return found

    def end(self) -> None:
        """Shut everything down and wait for it."""
        with contextlib.suppress(SupervisorError):
            self.client.post("shutdown")
        deadline = time.monotonic() + 60
        while self.client.answers and time.monotonic() < deadline:
            time.sleep(0.01)


def _table(name: str, port: int, folder: str, more: str, *, shared: bool) -> str:
    command = ["{python}", "-m", "bench.supervisor.server"] if shared else [sys.executable, "-I", "-S", str(SERVER)]
    environment = {"NAME": name, "STAGE": folder} | ({"PYTHONPATH": str(SERVER.parents[2])} if shared else {})
    return f"""
[services.{name}]
command = {json.dumps([*command, "{port}"])}
shared = {json.dumps(shared)}
port = {port}
ready = {{ kind = "tcp", interval = 0.05 }}
environment = {{ {", ".join(f"{key} = {json.dumps(value)}" for key, value in environment.items())} }}
{more}
"""
