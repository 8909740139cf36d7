"""What instances that ended have left behind: processes that carry the token of a service and outlived its instance."""

import os
import signal
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from functools import partial

from aurora.adapters.process import identity, keeper
from aurora.adapters.process.census import here
from aurora.adapters.process.identity import Bearer
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.loop import Loop
from aurora.contracts.processes import Processes
from aurora.model.service import Ending

PATIENCE = 0.2  # seconds until what was killed is gone
SOON = 0.001  # seconds between two looks
LOOK = 0.05  # the same at what was asked to end with its instance
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
PARENT = 1  # field of /proc/PID/stat after the command


class Stragglers:
    """Finds them and ends them; nothing else than what carries the token of the service.

    All orphans are children of the `reaper`, which are few, and no other process is looked at. Without one, and for a
    service that had processes of a `family` apart from it when this began, all are.
    """

    def __init__(self, home: str, reaper: int = 0, family: Iterable[Bearer] = ()) -> None:
        self._home, self._reaper = home, reaper
        found = list(family) if reaper else []
        below = {reaper, *(each.who.pid for each in found)}
        self._apart = {each.name for each in found if _parent(each.who.pid) not in below}

    def of(self, name: str, live: Collection[int]) -> list[int]:
        """What earlier instances of a service left; `live` are the instances that run, of whatever service."""
        return [pid for pid in self._suspects(name, live) if identity.belongs(pid, self._home, name)]

    def end(self, name: str, live: Collection[int]) -> list[int]:
        """End them, as far as they can be; returns their pids."""
        ended, until = dict[int, None](), time.monotonic() + PATIENCE
        while found := self.of(name, live):
            known = list(filter(None, map(identity.of, found)))
            for each in found:
                with suppress(ProcessLookupError, PermissionError):
                    os.kill(each, KILL)
                    ended[each] = None
            while any(map(identity.runs, known)) and time.monotonic() < until:
                time.sleep(SOON)
            if time.monotonic() >= until:
                break
        self._apart.discard(name)
        return list(ended)

    def _suspects(self, name: str, live: Collection[int]) -> list[int]:
        known = {os.getpid(), os.getppid(), *live}
        if self._reaper == os.getppid() and name not in self._apart:
            with suppress(OSError):
                return _below(self._reaper, known)
        return [pid for pid in here().pids() if pid not in known]


class Leftovers:
    """What is left of instances that end: it ends at once or, when it was asked to with its instance, within the grace.

    `waiting` are the services of which something has to end yet.
    """

    def __init__(
        self,
        loop: Loop,
        instances: Mapping[str, Instance],
        processes: Processes,
        stragglers: Stragglers,
        tell: Callable[[str, str, dict[str, object]], object],
    ) -> None:
        self._loop, self._instances, self._processes = loop, instances, processes
        self._stragglers, self._tell = stragglers, tell
        self.waiting = set[str]()

    def after(self, instance: Instance) -> None:
        """An instance has ended."""
        self._within(instance.service.name, instance.service.ending.grace if instance.asked_to_end else 0.0)

    def abandon(self, kin: Iterable[Bearer], services: Collection[str]) -> None:
        """Stop what runs of services that are none of these: it was taken out of the file while nobody saw it."""
        for each in kin:
            if each.name not in services:
                self._tell("service.removed", each.name, {"pid": each.who.pid, "epoch": each.epoch})
                self._processes.ask_to_end(each.who.pid, Ending().signal)
                self._within(each.name, Ending().grace)

    def _within(self, name: str, grace: float) -> None:
        now = self._loop.now()
        self.waiting.add(name)
        self._loop.at(now, partial(self.end, name, now + grace))

    def end(self, name: str, until: float = 0.0) -> None:
        """End what instances of a service left, unless another one runs by now; at that moment at the latest."""
        self.waiting.discard(name)
        live, now = [each.pid for each in self._instances.values()], self._loop.now()
        if name in self._instances:
            return
        if now < until and self._stragglers.of(name, live):
            self.waiting.add(name)
            self._loop.at(now + LOOK, partial(self.end, name, until))
            return
        ended = self._stragglers.end(name, live)
        if ended:
            self._tell("service.cleared", name, {"ended": ended})


def _below(pid: int, known: Collection[int]) -> list[int]:
    """The descendants of a process, but for those that are known and theirs. Raises `OSError` where it has no list."""
    found, ahead = list[int](), _children(pid)
    while ahead:
        each = ahead.pop()
        if each not in known:
            found.append(each)
            with suppress(OSError):  # it ended this moment
                ahead += _children(each)
    return found


def _children(pid: int) -> list[int]:
    found = list[int]()
    for thread in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208 - before each start
        with open(f"/proc/{pid}/task/{thread}/children", "rb") as file:  # noqa: PTH123
            found += map(int, file.read().split())
    return found


def _parent(pid: int) -> int:
    fields = keeper.stat(pid)
    return int(fields[PARENT]) if fields else 0
