"""Which process is which: a pid alone is reused, a pid with its start and the boot of the machine is not."""

import os
from collections.abc import Iterable
from dataclasses import dataclass

from aurora.adapters.process import keeper
from aurora.adapters.process.census import here
from aurora.contracts.processes import Census

TOKEN = keeper.TOKEN


@dataclass(frozen=True, slots=True)
class Identity:
    """One process of one boot; `ticks` is its start, in the units of the system's `Census`."""

    pid: int
    ticks: int
    boot: str


def boot(census: Census | None = None) -> str:
    """The id of this boot of the machine."""
    return (census or here()).boot()


def ticks_now(census: Census | None = None) -> int:
    """This moment as a start: no process that starts from now on has fewer."""
    return (census or here()).now()


def of(pid: int, census: Census | None = None) -> Identity | None:
    """The identity of a process that runs now (a zombie counts as none); None when there is none."""
    census = census or here()
    start = census.start(pid)
    return None if start is None else Identity(pid, start, census.boot())


def of_child(pid: int, census: Census | None = None) -> Identity:
    """The identity of a child that was not waited for, though it may have ended already."""
    census = census or here()
    return Identity(pid, census.start(pid, ended=True) or 0, census.boot())


def runs(identity: Identity, census: Census | None = None) -> bool:
    """Whether exactly this process still runs."""
    return of(identity.pid, census) == identity


def bearers(token: str, census: Census | None = None) -> list[Identity]:
    """The processes whose environment carries a token, as far as they may be read, the eldest first."""
    census = census or here()
    wanted = f"{TOKEN}={token}".encode()
    found = [of(pid, census) for pid in census.pids() if wanted in census.environment(pid)]
    return sorted((each for each in found if each is not None), key=lambda each: (each.ticks, each.pid))


@dataclass(frozen=True, slots=True)
class Bearer:
    """A process that carries a token: of which instance it is."""

    name: str
    epoch: int
    token: str
    who: Identity


def family(home: str, census: Census | None = None) -> list[Bearer]:
    """The processes whose token begins with `home`, as far as they may be read.

    Not this one and its keeper, which may have been started by a service.
    """
    census = census or here()
    begin, found = f"{TOKEN}={home}|".encode(), []
    for pid in sorted({*census.pids()} - {os.getpid(), os.getppid()}):
        for entry in census.environment(pid):
            parts = entry.removeprefix(begin).decode("utf-8", "replace").split("|")
            who = of(pid, census) if entry.startswith(begin) else None
            if who and len(parts) == 3 and parts[1].isdigit():
                name, epoch, secret = parts
                found.append(Bearer(name, int(epoch), token(home, name, int(epoch), secret), who))
    return found


def kin(family: Iterable[Bearer]) -> dict[str, Bearer]:
    """By service, the eldest process of the newest instance.

    It needs no record, so it finds what was started while the disk was full.
    """
    found = dict[str, Bearer]()
    for each in family:
        known = found.get(each.name)
        if known is None or (-each.epoch, each.who.ticks) < (-known.epoch, known.who.ticks):
            found[each.name] = each
    return found


def belongs(pid: int, home: str, name: str, census: Census | None = None) -> bool:
    """Whether a process is of an instance of a service, present or past, by the token that it carries."""
    begin = f"{TOKEN}={home}|{name}|".encode()
    return any(entry.startswith(begin) for entry in (census or here()).environment(pid))


def named(token: str) -> str:
    """The service whose instance carries a token; empty when it is none."""
    return token.rsplit("|", 3)[-3] if token.count("|") > 2 else ""


def token(home: str, name: str, epoch: int, secret: str) -> str:
    """What an instance carries in its environment."""
    return f"{home}|{name}|{epoch}|{secret}"
