"""Everything goes wrong at once: `python -m bench.supervisor.chaos [SECONDS] [COUNT] [SEED]` (`make chaos`: 600).

Services are killed, hung (SIGSTOP), made to leak and robbed of their ports, the disk of the state folder is full for
seconds (a tmpfs of its own, where one may be mounted), Luminar and its keeper are killed. At the end everything must be
up, once each, nothing left over, no event lost, and every restart must be the end of a chain that says why.
"""

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.supervisor.kills import judge, killed
from bench.supervisor.stage import Stage

from aurora.adapters.process.client import SupervisorError

TABLE = """
health = { kind = "http", target = "/", interval = 0.5, timeout = 0.5, failures = 2, window = 3 }
restart = { retries = 1000000, delay = 0.05, cap = 0.5, stable = 1 }
limits = { memory_mb = 60 }
"""
FIRST = 23_000
THEFT = 1.0  # seconds that a port is held
FULL = 2.0  # seconds that the disk is full
STILL = 5.0  # seconds without a change: a hang is told by two or three missed checks
PATIENCE = 120.0  # seconds until all must be up at the end
RESTARTS = {"service.restarted", "service.started"}
REASONS = {"service.failed", "service.restarting", "service.stopped", "service.breached", "service.hung"}


class Chaos:
    """What can be done to a stage; each deed is counted."""

    def __init__(self, stage: Stage, chance: random.Random, *, disk: bool) -> None:
        self.stage, self.chance = stage, chance
        self.deeds: dict[str, int] = {}
        self._all = [self.kill] * 6 + [self.hang, self.leak, self.rob, self.kill_luminar, self.kill_keeper]
        self._all += [self.fill] * disk

    def do(self) -> None:
        """One deed."""
        deed = self.chance.choice(self._all)
        with contextlib.suppress(SupervisorError):
            deed()
            self.deeds[deed.__name__] = self.deeds.get(deed.__name__, 0) + 1

    def kill(self) -> None:
        """A service ends by a signal."""
        self._signal(self.chance.choice((signal.SIGKILL, signal.SIGTERM, signal.SIGSEGV)))

    def hang(self) -> None:
        """A service does not answer any more."""
        self._signal(signal.SIGSTOP)

    def leak(self) -> None:
        """A service takes more memory than it may."""
        self._signal(signal.SIGUSR1)

    def rob(self) -> None:
        """Somebody takes the port of a service in the moment that it dies."""
        service = self._one()
        with socket.socket() as thief:
            thief.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            killed(service["pid"])
            with contextlib.suppress(OSError):
                thief.bind(("127.0.0.1", service["port"]))
                thief.listen()
                time.sleep(THEFT)

    def fill(self) -> None:
        """The disk of the state folder is full while services die, and perhaps the supervisor."""
        with filled(self.stage.folder / "state"):
            self.kill()
            if self.chance.random() < 0.5:
                self.kill_luminar()
            time.sleep(FULL)

    def kill_luminar(self) -> None:
        """The supervisor dies, perhaps just after a service."""
        if self.chance.random() < 0.5:
            self.kill()
        pid = self.stage.supervisor()
        if pid and killed(pid):
            self.stage.succeeded(pid)

    def kill_keeper(self) -> None:
        """The supervisor's keeper dies."""
        pid = self.stage.supervisor()
        if pid:
            keeper = int(Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[1])
            if b"keeper.py" in Path(f"/proc/{keeper}/cmdline").read_bytes() and killed(keeper):
                self.stage.succeeded(pid)

    def _one(self) -> dict[str, Any]:
        running = [each for each in self.stage.services().values() if each["pid"]]
        if not running:
            raise SupervisorError("nothing runs.")
        return self.chance.choice(running)

    def _signal(self, number: int) -> None:
        killed(self._one()["pid"], number)


def main(seconds: float, count: int, seed: int) -> int:
    """Run, print, and return how many claims do not hold."""
    with tempfile.TemporaryDirectory(prefix="aurora-chaos-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with small_disk(folder / "state") as disk:
            stage = Stage(folder, count, FIRST, TABLE, shared=True)
            try:
                deeds, wrong = trial(stage, seconds, random.Random(seed), disk=disk)
            finally:
                stage.end()
    print(f"{count} services, {seconds:g} s, seed {seed}{'' if disk else ', no small disk could be mounted'}: {deeds}")
    for line in wrong:
        print("WRONG:", line)
    return len(wrong)


def trial(stage: Stage, seconds: float, chance: random.Random, *, disk: bool) -> tuple[dict[str, int], list[str]]:
    """Do harm for so long, wait for health, and say how often what was done, and what is wrong."""
    stage.client.post("start-all")
    stage.healthy(PATIENCE)
    chaos, acknowledged = Chaos(stage, chance, disk=disk), dict[int, dict[str, Any]]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        chaos.do()
        time.sleep(chance.random() * 0.3)
        with contextlib.suppress(SupervisorError):
            acknowledged |= {event["seq"]: event for event in stage.client.get("events")["events"]}
    stage.settled(PATIENCE, STILL)
    return chaos.deeds, judge(stage, acknowledged) + unexplained(stage.events())


def unexplained(events: list[dict[str, Any]]) -> list[str]:
    """Restarts whose chain of causes has no reason in it."""
    known = {event["seq"]: event for event in events}
    wrong = []
    for event in events:
        if event["type"] in RESTARTS and event["data"].get("epoch", 0) > 1:
            chain = list(_causes(known, event))
            if not any(each["type"] in REASONS for each in chain):
                wrong.append(f"event {event['seq']} has no reason: {[each['type'] for each in chain]}")
    return wrong


def _causes(known: dict[int, dict[str, Any]], event: dict[str, Any]) -> Iterator[dict[str, Any]]:
    while event["cause"] in known:
        event = known[event["cause"]]
        yield event


@contextmanager
def filled(folder: Path) -> Iterator[None]:
    """No room at all on the disk of a folder."""
    path = folder / "ballast"
    try:
        for size in (65_536, 1):
            with contextlib.suppress(OSError), path.open("ab", buffering=0) as ballast:
                while ballast.write(b"x" * size):
                    pass
        yield
    finally:
        path.unlink(missing_ok=True)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A file system of 4 MiB at a folder, if one may be mounted."""
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=4m", "none", str(folder)]
    mounted = sys.platform == "linux" and os.getuid() == 0 and subprocess.run(words, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "-l", str(folder)], check=False)


if __name__ == "__main__":
    given = sys.argv[1:] + ["600", "30", "0"][len(sys.argv) - 1 :]
    sys.exit(main(float(given[0]), int(given[1]), int(given[2])))
