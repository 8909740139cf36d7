"""Which process is which: a pid alone is reused, a pid with its start and the boot of the machine is not."""

import os
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aurora.adapters.process import keeper

TOKEN = keeper.TOKEN


@dataclass(frozen=True, slots=True)
class Identity:
    """One process of one boot; `ticks` is its start in clock ticks since the boot."""

    pid: int
    ticks: int
    boot: str


@cache
def boot() -> str:
    """The id of this boot of the machine."""
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()


def ticks_now() -> int:
    """This moment in clock ticks since the boot: no process that starts from now on has fewer."""
    return time.clock_gettime_ns(time.CLOCK_BOOTTIME) * os.sysconf("SC_CLK_TCK") // 10**9


def of(pid: int) -> Identity | None:
    """The identity of a process that runs now (a zombie counts as none); None when there is none."""
    fields = keeper.stat(pid)
    return None if not fields or fields[0] in "ZX" else Identity(pid, int(fields[keeper.START]), boot())


def of_child(pid: int) -> Identity:
    """The identity of a child that was not waited for, though it may have ended already."""
    return Identity(pid, keeper.start_ticks(pid), boot())


def runs(identity: Identity) -> bool:
    """Whether exactly this process still runs."""
    return of(identity.pid) == identity


def bearers(token: str) -> list[Identity]:
    """The processes whose environment carries a token, as far as they may be read, the eldest first."""
    wanted = f"{TOKEN}={token}".encode()
    pids = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    found = [of(pid) for pid in pids if wanted in _environment(pid)]
    return sorted((each for each in found if each is not None), key=lambda each: (each.ticks, each.pid))


def kin(home: str) -> dict[str, tuple[int, str, Identity]]:
    """By service, the newest instance whose token begins with `home`: its epoch, token and eldest process.

    It needs no record, so it finds what was started while the disk was full.
    """
    begin, found = f"{TOKEN}={home}|".encode(), dict[str, tuple[int, str, Identity]]()
    pids = (int(folder.name) for folder in Path("/proc").iterdir() if folder.name.isdigit())
    for pid in sorted(pids):
        for entry in _environment(pid):
            parts = entry.removeprefix(begin).decode("utf-8", "replace").split("|")
            who = of(pid) if entry.startswith(begin) else None
            if who is None or len(parts) != 3 or not parts[1].isdigit():
                continue
            name, epoch, _ = parts
            known = found.get(name)
            if known is None or (-int(epoch), who.ticks) < (-known[0], known[2].ticks):
                found[name] = int(epoch), token(home, name, int(epoch), parts[2]), who
    return found


def belongs(pid: int, home: str, name: str) -> bool:
    """Whether a process is of an instance of a service, present or past, by the token that it carries."""
    begin = f"{TOKEN}={home}|{name}|".encode()
    return any(entry.startswith(begin) for entry in _environment(pid))


def token(home: str, name: str, epoch: int, secret: str) -> str:
    """What an instance carries in its environment."""
    return f"{home}|{name}|{epoch}|{secret}"


def _environment(pid: int) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return []
