"""Supervision as one story: lock, adopt what an earlier supervisor left, keep alive, and end in order."""

import contextlib
import os
import signal
from collections.abc import Callable
from functools import partial
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from aurora.adapters.process.beside import Beside
from aurora.adapters.process.control import Handler, Server
from aurora.adapters.process.files import held, write_anew
from aurora.adapters.process.machine import Machine
from aurora.adapters.process.succession import Succession
from aurora.adapters.services.read import services_in
from aurora.adapters.services.source import read_text
from aurora.adapters.services.whole import read_whole
from aurora.contracts.processes import Usage
from aurora.contracts.supervision import Breached, Resumed
from aurora.engines.luminar.state import Unit, lasting
from aurora.engines.luminar.supervisor import Supervisor
from aurora.engines.monitor.forecast import Forecast
from aurora.engines.monitor.watch import Monitor
from aurora.flows.aftercare import Aftercare
from aurora.flows.customs import Customs
from aurora.flows.housekeeping import Housekeeping
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.service import JOURNAL, Service

READING = 2.0  # seconds in which the service file must have been read
SAMPLING = 1.0  # seconds between two samples of what every service uses
PERSISTENCE = 1.0  # seconds between two tries to get the port of the API back
UPGRADE = 75  # exit status that asks the keeper for a new supervisor
RELOAD, BREAK = getattr(signal, "SIGHUP", None), getattr(signal, "SIGBREAK", None)  # here, and on Windows
ORPHANED = 76  # the keeper is gone: this process takes its place


class Luminar:
    """One supervisor at work on a service file; `folder` holds what outlives it."""

    def __init__(self, file: Path, folder: Path) -> None:
        self.file = file
        self._lock = _locked(folder)
        self._taken_over = folder / "services.toml"  # the last text of the file that could be used
        self.succession = Succession(folder)
        self._kept = JOURNAL
        self.beside = Beside(folder)
        services, refused = self._services()
        self.machine = Machine(
            folder,
            kept=self._kept,
            mailbox=self.succession.mailbox(),
            reaper=self.succession.reaper,
            beside=self.beside,
        )
        if refused:
            self.machine.journal.append("luminar.refused", "luminar", {"why": refused})
        self.supervisor = Supervisor(self.machine, services, self._remember)
        self.usage: dict[str, Usage] = {}
        self.descriptors: dict[str, int] = {}  # of services that have a limit of them
        self.monitor = Monitor(
            lambda name, facts: self.machine.journal.append("service.predicted", name, facts), self.machine.say
        )
        self.customs = Customs(folder, lambda name, facts: self.machine.journal.append("service.shifted", name, facts))
        if self.customs.trouble:
            self.machine.journal.append("luminar.refused", "luminar", {"why": self.customs.trouble})
        self.aftercare = Aftercare(self.machine.journal, file, folder, beside=self.beside)
        self.housekeeping = Housekeeping(file, self.machine.journal.append)
        self._server: Server | None = None
        self._ending = False  # what is stopped for the end of the supervisor is wanted again by the next one
        self.leaving: int | None = None  # the exit status, once the end was asked for

    def listen(self, port: int, handler: Callable[["Luminar"], Handler]) -> None:
        """Answer by the socket that the keeper holds, or on a port of the loopback.

        Raises `OSError` when that is taken, unless services may run already: then they come first, and the port is
        tried again.
        """
        try:
            self._server = Server(self.machine.loop, port, handler(self), listening=self.succession.listening())
        except OSError:
            if not self.succession.round:
                raise
            self.machine.loop.at(self.machine.now() + PERSISTENCE, lambda: self.listen(port, handler))

    def serve(self) -> int:
        """Keep the services alive until the end; returns the exit status."""
        facts = {"pid": os.getpid(), "port": self._server.port if self._server else None}
        self.machine.journal.append("luminar.started", "luminar", facts)
        self.machine.loop.on_signals(filter(None, (signal.SIGTERM, signal.SIGINT, RELOAD, BREAK)), self._signalled)
        self.succession.watch(self.machine.loop, self._orphaned)
        self.adopt()
        self._sample()
        while not (self.leaving in {UPGRADE, ORPHANED} or (self.leaving is not None and self._idle)):
            self.supervisor.step(SAMPLING)
        self.aftercare.look()
        self.aftercare.close()
        self.customs.save()
        self.machine.journal.append("luminar.ended", "luminar", {"status": self.leaving})
        listening = self._server.hand_over() if self._server else None
        mailbox, adopted = self.machine.mailbox.hand_over(), self.machine.hand_over()
        self.machine.close()
        if self.leaving == ORPHANED:
            self.succession.become_keeper(listening, mailbox, adopted)
        return self.leaving

    def adopt(self) -> None:
        """Take over what runs, and start again what should run and does not."""
        known, units = self.machine.known(), self.supervisor.state.units
        needs = {name: [each.name for each in unit.service.depends_on] for name, unit in units.items()}
        for name in TopologicalSorter(needs).static_order():
            record = known.get(name)
            if record:
                facts = {field: getattr(record, field) for field in ("epoch", *lasting(units[name]))}
                self.supervisor.restore(name, **facts)
            for stimulus in self.machine.adopt(units[name].service):
                self.supervisor.tell(stimulus)
        self.machine.leftovers.abandon(self.machine.kin.values(), units)
        self.supervisor.tell(Resumed())

    def leave(self, status: int = 0) -> None:
        """End: with status 0 after all services have ended; with `UPGRADE` or `ORPHANED` at once while they run on."""
        self.leaving = status
        if not status:
            self._ending = True
            self.machine.held.close()
            self.supervisor.stop()

    def reload(self) -> None:
        """Read the service file again; raises `AuroraError` and changes nothing when it cannot be used."""
        services = self._take_over()
        self.machine.journal.rule = self._kept
        self.supervisor.reload(services)
        self.machine.renew(services)
        for name in set(self.machine.known()) - {service.name for service in services}:
            self.machine.records.forget(name)
            self.customs.forget(name)
            self.machine.held.release(name)

    @property
    def warning(self) -> str:
        """What little room puts at risk; empty when all that is known would outlive this process."""
        journal, low = self.machine.journal, self.housekeeping.warning
        if journal.seq == journal.told:
            return low
        lost = (
            "what is asked for now is done, and forgotten" if self.machine.memory.unsaved else "what they tell is lost"
        )
        waiting = f"The disk is full: {journal.seq - journal.told} events wait in memory"
        return f"{low} {waiting}; if Luminar ends before there is room, {lost}.".lstrip()

    def status(self) -> list[dict[str, Any]]:
        """Every service with what it uses."""
        return [dict(each) | self._measured(str(each["name"])) for each in self.supervisor.status()]

    def _measured(self, name: str) -> dict[str, Any]:
        instance = self.machine.instances.get(name)
        used = self.usage.get(name) if instance else None
        answered = instance.responded if instance else None
        return {
            **_used(used, self.descriptors.get(name)),
            "response_ms": None if answered is None else round(1_000 * answered, 2),
            "said": instance.signs.said if instance else "",
            "conflict": self.machine.conflicts.get(name, ""),
        }

    @property
    def predictions(self) -> dict[str, dict[str, Forecast]]:
        """When what services have a limit of will be full, by what that is."""
        return self.monitor.forecasts

    def _services(self) -> tuple[tuple[Service, ...], str]:
        """The services of the file; when it cannot be used and services may run already, the last ones that could.

        Also why the file was refused, if it was.
        """
        try:
            return self._take_over(), ""
        except AuroraError as error:
            if not self.succession.round or not self._taken_over.exists():
                raise
            return services_in(read_text(self._taken_over), self.file), error.sentence

    def _take_over(self) -> tuple[Service, ...]:
        try:
            text, services, self._kept = self.beside.now(self.file, partial(read_whole, self.file), READING, apart=True)
        except TimeoutError as error:
            raise BadInputError(f"it cannot be read: {error.strerror}.", where=str(self.file)) from None
        with contextlib.suppress(OSError):  # a full disk: the text of before is as good as it gets
            write_anew(self._taken_over, text)
        return services

    @property
    def _idle(self) -> bool:
        return self.supervisor.idle and not self.machine.leftovers.waiting

    def _remember(self, unit: Unit) -> None:
        if not self._ending:
            self.machine.keep(unit.service.name, **lasting(unit))

    def _orphaned(self) -> None:
        self.machine.journal.append("luminar.orphaned", "luminar", {"did": "take the place of the keeper"})
        self.leave(ORPHANED)

    def _signalled(self, number: int) -> None:
        if number == RELOAD:
            try:
                self.reload()
            except AuroraError as error:
                self.machine.journal.append("luminar.refused", "luminar", {"why": error.sentence})
        else:
            self.leave()

    def _sample(self) -> None:
        now = self.machine.now()
        self.usage, self.descriptors = {}, {}
        for name, instance in list(self.machine.instances.items()):
            try:
                used = self.usage[name] = instance.meter.sample()
            except ProcessLookupError:
                continue
            unit = self.supervisor.state.units.get(name)
            service = unit.service if unit else instance.service  # the file may have changed since the start
            if service.ceiling.descriptors:
                self.descriptors[name] = instance.meter.descriptors()
            response = instance.response_time()
            self.customs.feed((name, instance.epoch), now, used, self.descriptors.get(name), response)
            broken = self.monitor.breach(service, instance.epoch, now, used, self.descriptors.get(name, 0))
            if broken:
                self.machine.say(Breached(name, instance.epoch, *broken))
        live = [(name, instance.epoch) for name, instance in self.machine.instances.items()]
        self.monitor.keep(live)
        self.customs.keep(live, now)
        self.aftercare.look()
        self.machine.save()
        services = [unit.service for unit in self.supervisor.state.units.values()]
        folders = [self.machine.folder, *(each.folder for each in services)]
        self.housekeeping.look(now, [self.machine.log(each) for each in services], folders)
        self.machine.loop.at(now + SAMPLING, self._sample)


def _used(usage: Usage | None, descriptors: int | None) -> dict[str, Any]:
    if usage is None:
        return {"memory_mb": None, "cpu_seconds": None, "threads": None, "descriptors": None}
    return {
        "memory_mb": round(usage.memory_mb, 1),
        "cpu_seconds": round(usage.cpu_seconds, 2),
        "threads": usage.threads,
        "descriptors": descriptors,
    }


def _locked(folder: Path) -> int:
    """Hold the state folder for as long as this process lives; raises `AuroraError` when another one holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = held(folder / "lock")
    if file is None:
        next_step = "Use it by `aurora ps`, or end it by `aurora down`."
        raise AuroraError("another Luminar is at work here.", where=str(folder), next_step=next_step)
    return file
