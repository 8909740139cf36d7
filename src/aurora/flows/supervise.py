"""Supervision as one story: lock, adopt what an earlier supervisor left, keep alive, and end in order."""

import contextlib
import fcntl
import os
import signal
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import Any

from aurora.adapters.process.control import Handler, Server
from aurora.adapters.process.logs import Log
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.usage import Usage
from aurora.adapters.services.read import read_services
from aurora.contracts.supervision import Breached
from aurora.engines.luminar.state import Unit
from aurora.engines.luminar.supervisor import Supervisor
from aurora.engines.monitor.ceiling import Watcher
from aurora.engines.monitor.forecast import Forecast, Forecaster
from aurora.model.errors import AuroraError

SAMPLING = 1.0  # seconds between two samples of what every service uses
UPGRADE = 75  # exit status that asks the keeper for a new supervisor


class Luminar:
    """One supervisor at work on a service file; `folder` holds what outlives it."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file = file
        self._lock = _locked(folder)
        services = read_services(file)
        self.machine = Machine(folder)
        self.supervisor = Supervisor(self.machine, services, self._remember)
        self.usage: dict[str, Usage] = {}
        self._watchers: dict[tuple[str, int], Watcher] = {}
        self._forecasters: dict[tuple[str, int], Forecaster] = {}
        self.predictions: dict[str, Forecast] = {}  # of the memory of services that have a limit
        self._ending = False  # what is stopped for the end of the supervisor is wanted again by the next one
        self._rotating: Thread | None = None
        self.leaving: int | None = None  # the exit status, once the end was asked for

    def serve(self, port: int, handler: Callable[["Luminar"], Handler]) -> int:
        """Answer on a port of the loopback and keep the services alive, until the end; returns the exit status."""
        server = Server(self.machine.loop, port, handler(self))
        self.machine.journal.append("luminar.started", "luminar", {"pid": os.getpid(), "port": server.port})
        self.machine.loop.on_signals((signal.SIGTERM, signal.SIGINT, signal.SIGHUP), self._signalled)
        self.adopt()
        self._sample()
        while not (self.leaving == UPGRADE or (self.leaving is not None and self.supervisor.idle)):
            self.supervisor.step(SAMPLING)
        self.machine.journal.append("luminar.ended", "luminar", {"status": self.leaving})
        server.close()
        self.machine.close()
        return self.leaving

    def adopt(self) -> None:
        """Take over what runs, and start again what should run and does not."""
        known = self.machine.known()
        for name, unit in list(self.supervisor.state.units.items()):
            record = known.get(name)
            if record is None:
                continue
            self.supervisor.restore(name, wanted=record.wanted, epoch=record.epoch, failures=record.failures)
            for stimulus in self.machine.adopt(unit.service):
                self.supervisor.tell(stimulus)
        wanted = [name for name, unit in self.supervisor.state.units.items() if unit.wanted]
        if wanted:
            self.supervisor.start(wanted)

    def leave(self, status: int = 0) -> None:
        """End: with status 0 after all services have ended, with `UPGRADE` at once while they run on."""
        self.leaving = status
        if status != UPGRADE:
            self._ending = True
            self.supervisor.stop()

    def reload(self) -> None:
        """Read the service file again; raises `AuroraError` and changes nothing when it cannot be used."""
        services = read_services(self.file)
        self.supervisor.reload(services)
        for name in set(self.machine.known()) - {service.name for service in services}:
            self.machine.records.forget(name)

    def status(self) -> list[dict[str, Any]]:
        """Every service with what it uses."""
        return [dict(each) | _used(self.usage.get(str(each["name"]))) for each in self.supervisor.status()]

    def _remember(self, unit: Unit) -> None:
        if not self._ending:
            self.machine.want(unit.service.name, unit.wanted, unit.failures)

    def _signalled(self, number: int) -> None:
        if number == signal.SIGHUP:
            try:
                self.reload()
            except AuroraError as error:
                self.machine.journal.append("luminar.refused", "luminar", {"why": error.sentence})
        else:
            self.leave()

    def _sample(self) -> None:
        now = self.machine.now()
        self.usage = {}
        for name, instance in list(self.machine.instances.items()):
            try:
                used = self.usage[name] = instance.meter.sample()
            except ProcessLookupError:
                continue
            ceiling = instance.service.ceiling
            watcher = self._watchers.setdefault((name, instance.epoch), Watcher(ceiling, now))
            descriptors = instance.meter.descriptors() if ceiling.descriptors else 0
            broken = watcher.breach(now, used.memory_mb, descriptors, used.threads)
            if broken:
                self.machine.say(Breached(name, instance.epoch, *broken))
            if ceiling.memory_mb:
                self._predict(name, instance.epoch, ceiling.memory_mb, used.memory_mb)
        live = {(name, instance.epoch) for name, instance in self.machine.instances.items()}
        self._watchers = {key: watcher for key, watcher in self._watchers.items() if key in live}
        self._forecasters = {key: each for key, each in self._forecasters.items() if key in live}
        self.predictions = {name: each for name, each in self.predictions.items() if name in self.machine.instances}
        self._rotate()
        self.machine.loop.at(now + SAMPLING, self._sample)

    def _rotate(self) -> None:
        """Start the rotation of what is due beside the loop, one at a time: copying and packing take a while."""
        if self._rotating and self._rotating.is_alive():
            return
        for unit in self.supervisor.state.units.values():
            log = self.machine.log(unit.service)
            if log.due():
                self._rotating = Thread(target=_rotated, args=(log,), daemon=True)
                self._rotating.start()
                return

    def _predict(self, name: str, epoch: int, limit: float, used: float) -> None:
        forecaster = self._forecasters.setdefault((name, epoch), Forecaster(limit))
        told = forecaster.feed(self.machine.now(), used)
        if told is None:
            self.predictions.pop(name, None)
            return
        if name not in self.predictions:
            self.machine.journal.append("service.predicted", name, {"what": "memory full", **asdict(told)})
        self.predictions[name] = told


def _rotated(log: Log) -> None:
    with contextlib.suppress(OSError):  # a full disk: the next sample tries again
        log.rotate()


def _used(usage: Usage | None) -> dict[str, Any]:
    if usage is None:
        return {"memory_mb": None, "cpu_seconds": None, "threads": None}
    return {
        "memory_mb": round(usage.memory_mb, 1),
        "cpu_seconds": round(usage.cpu_seconds, 2),
        "threads": usage.threads,
    }


def _locked(folder: Path) -> int:
    """Hold the state folder for as long as this process lives; raises `AuroraError` when another one holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = os.open(folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        next_step = "Use it by `aurora ps`, or end it by `aurora down`."
        raise AuroraError("another Luminar is at work here.", where=str(folder), next_step=next_step) from None
    return file
