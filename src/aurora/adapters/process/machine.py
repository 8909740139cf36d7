"""The world of a supervisor: real processes, questions that wait for nobody, records that outlive it."""

import contextlib
import os
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from aurora.adapters.process import identity, obstacles, system
from aurora.adapters.process.beside import Beside, Patient
from aurora.adapters.process.ends import ends
from aurora.adapters.process.exits import Exits, status_of
from aurora.adapters.process.held import Held
from aurora.adapters.process.instance import Instance
from aurora.adapters.process.journal import Journal
from aurora.adapters.process.logs import Log, last_lines
from aurora.adapters.process.loop import Loop
from aurora.adapters.process.mailbox import Mailbox
from aurora.adapters.process.notices import Notices
from aurora.adapters.process.questions import Questions
from aurora.adapters.process.records import Record, Records
from aurora.adapters.process.remembered import Memory
from aurora.adapters.process.signs import Signs
from aurora.adapters.process.starts import Starts
from aurora.adapters.process.stragglers import Leftovers, Stragglers
from aurora.adapters.process.usage import Meter
from aurora.adapters.process.whereabouts import Whereabouts
from aurora.contracts.processes import Ends, Processes
from aurora.contracts.supervision import (
    Action,
    Adopted,
    Ask,
    End,
    Exited,
    Rang,
    Report,
    SetTimer,
    Spawn,
    Spawned,
    SpawnFailed,
    Stimulus,
    Tell,
)
from aurora.model.service import JOURNAL, LogRule, Service

PATIENCE = 2.0  # seconds for the keeper to write down how an adopted instance ended
SOON = 0.002  # seconds between the looks at what the keeper wrote
GIVEN_UP = frozenset({"tripped", "parked", "done"})  # phases after which no instance comes soon
AMID_START = "Luminar ended amid the start, and if there was a process, nobody saw how it ended"


class Machine:
    """Carries out what a supervisor decides; `folder` holds the records, logs, events and exit statuses.

    `reaper` is the process that gets the orphans of what is started here, 0 when that is not known.
    """

    def __init__(
        self,
        folder: Path,
        loop: Loop | None = None,
        *,
        processes: Processes | None = None,
        ends: Callable[[Loop], Ends] = ends,
        kept: LogRule = JOURNAL,
        mailbox: socket.socket | None = None,
        reaper: int = 0,
        beside: Beside | None = None,
    ) -> None:
        self.folder = folder
        self.loop = loop or Loop()
        self.beside = beside or Beside(folder)
        self._processes: Processes = Patient(processes or system.processes(), self.beside)
        self._ends = ends(self.loop)
        self._begun = self.loop.now()
        self.journal = Journal(folder / "events.jsonl", rule=kept)
        self.records = Records(folder / "records.jsonl")
        self.instances: dict[str, Instance] = {}
        self._questions = Questions(self.loop, self.instances, self.say, self._processes, self._ends, self.beside)
        self.mailbox = Mailbox(folder, self.loop, self.instances, self.journal.append, self.keep, mailbox)
        self.conflicts: dict[str, str] = {}  # services whose port was taken at their last start, and by whom
        self.memory = Memory(self.records, self.journal)
        self._known, self._remember = self.memory.known, self.memory.change
        self._home = str(folder.resolve())
        family = identity.family(self._home)
        self.kin, stragglers = identity.kin(family), Stragglers(self._home, reaper, family)
        self.leftovers = Leftovers(self.loop, self.instances, self._processes, stragglers, self.journal.append)
        self._exits = Exits(folder / "exits.jsonl")
        self._exits.shorten()
        self._notices = Notices(folder / "features", self.loop)
        self._whereabouts = Whereabouts(self._notices, self.instances, self._known)
        self.held = Held()
        self._logs = folder / "logs"
        self._logs.mkdir(parents=True, exist_ok=True)
        self._pending: list[Stimulus] = []
        self._starts = Starts(self._spawn, self.now)
        self._ended_now: list[Instance] = []  # told of, and perhaps not yet decided upon

    def now(self) -> float:
        """Seconds since the boot."""
        return self.loop.now()

    def log(self, service: Service) -> Log:
        """Where the output of a service goes."""
        return Log(self._logs / f"{service.name}.log", service.log)

    def say(self, stimulus: Stimulus) -> None:
        """Let something be among the next stimuli."""
        self._pending.append(stimulus)

    def stimuli(self, timeout: float) -> list[Stimulus]:
        """What happened; waits for something unless there is something already. What was told before is decided."""
        self._bury()
        self._starts.turn()
        self.loop.turn(0.0 if self._pending or self._starts.waiting else timeout)
        self._starts.go_on()
        if self._starts.waiting:  # those that are started together are told of and asked together, which costs least
            return []
        found, self._pending = self._pending, []
        return found

    def do(self, actions: Iterable[Action]) -> None:
        """Carry actions out in order."""
        for action in actions:
            match action:
                case Spawn(service, epoch):
                    self._starts.add(service, epoch)
                case End(service, epoch, force):
                    self._end(service, epoch, force)
                case Ask():
                    self._questions.ask(action)
                case SetTimer(name, epoch, alarm, at):
                    self.loop.at(at, partial(self.say, Rang(name, epoch, alarm)))
                case Tell(name, off, quietly):
                    self._notices.tell(name, off, None if quietly else self.instances.get(name))
                case Report():
                    self.journal.append(action.type, action.subject, self._evidence(action), action.after)

    def _evidence(self, action: Report) -> dict[str, object]:
        """What is told; who is asked for help gets the end of the log."""
        if action.type != "heal.escalated":
            return dict(action.data)
        return {**action.data, "log": last_lines(self._logs / f"{action.subject}.log")}

    def keep(self, name: str, **facts: object) -> None:
        """Remember facts of a service beyond this process's death: fields of its record."""
        if not facts.get("wanted", True) or facts.get("phase") in GIVEN_UP:
            self.held.release(name)
        old = self._known.get(name, Record(name))
        if replace(old, **facts) != old:  # type: ignore[arg-type]
            self._remember(name, **facts)
        self._whereabouts.up(name)

    def renew(self, services: Iterable[Service]) -> None:
        """What runs, or soon will, is of changed services from now on, as far as that needs no new instance."""
        named = {service.name: service for service in services}
        self._starts.renew(named)
        for service in named.values():
            instance = self.instances.get(service.name)
            if instance:
                instance.service = service
                self._whereabouts.look(instance)

    def save(self) -> None:
        """Write what a full disk did not take before."""
        self.journal.flush()
        self.memory.save()

    def known(self) -> dict[str, Record]:
        """What an earlier supervisor left."""
        return dict(self._known)

    def adopt(self, service: Service) -> list[Stimulus]:
        """What became of the instance that an earlier supervisor started: it runs, or it ended, or there is none."""
        record = self._with_kin(service.name)
        if not record.token:
            return []
        if self.journal.has_ended(service.name, record.epoch):
            self._remember(service.name, token="", pid=0)
            return []
        record = record if record.pid else self._unrecorded(record)
        found = record.who
        adopted = Adopted(service.name, record.epoch, found.pid, record.port, healthy=record.phase == "healthy")
        if identity.runs(found):
            with contextlib.suppress(ProcessLookupError):  # it ended this moment
                told = {"PORT": str(record.port)}
                instance = self._watch(service, record.epoch, found, record.token, record.port, told)
                self.held.take_back(service, found.pid, record.port, instance.file)
                self._whereabouts.adopted(instance)
                return [adopted]
        adopted = replace(adopted, port=0)
        if not record.pid:
            return [adopted, SpawnFailed(service.name, record.epoch, AMID_START)]
        return [adopted, Exited(service.name, record.epoch, self._seen(found))]

    def _unrecorded(self, record: Record) -> Record:
        """The record of a start that was meant, with the process if there was one: it runs, or the keeper saw it."""
        bearers = identity.bearers(record.token)
        who = bearers[0] if bearers else self._exits.bearer(record.token)
        if who is None and record.boot == identity.boot():
            who = self._exits.nameless(record.ticks, [each.who for each in self._known.values()])
        if who:
            self._remember(record.name, pid=who.pid, ticks=who.ticks)
        return self._known[record.name]

    def _with_kin(self, name: str) -> Record:
        """What is known of a service; an instance that a full disk kept from being recorded is known by its token."""
        record = self._known.get(name, Record(name))
        kin = self.kin.get(name)
        if kin and kin.epoch > record.epoch:
            facts = {"pid": kin.who.pid, "ticks": kin.who.ticks, "boot": kin.who.boot}
            self._remember(name, epoch=kin.epoch, token=kin.token, phase="", **facts)
        return self._known.get(name, record)

    def _seen(self, who: identity.Identity) -> int | None:
        """How a process ended before it could be adopted; the keeper may not have come to it yet."""
        status = self._exits.status(who)
        while status is None and who.boot == identity.boot() and self.now() < self._begun + PATIENCE:
            time.sleep(SOON)
            status = self._exits.status(who)
        return status

    def hand_over(self) -> list[tuple[int, identity.Identity]]:
        """Descriptors, of their own, of the instances that are no children of this process."""
        adopted = [each for each in self.instances.values() if each.child is None and each.file >= 0]
        return [(os.dup(each.file), each.identity) for each in adopted]

    def close(self) -> None:
        """Let everything go; the services run on."""
        self._bury()
        self.save()
        self._notices.close()
        self.held.close()
        self.mailbox.close()
        for instance in self.instances.values():
            instance.close()
        self.records.close()
        self.journal.close()
        self.loop.close()

    def _spawn(self, service: Service, epoch: int) -> None:
        token = identity.token(self._home, service.name, epoch, os.urandom(16).hex())
        port = self._clear(service)
        told = {"AURORA_FEATURES": str(self._notices.file(service.name))}
        told |= {"PORT": str(port)} if port else {}
        told |= self._whereabouts.told(service) | self.mailbox.told(service)
        for earlier in self._ended_now:  # so that none is taken for this one if the start is cut off
            if earlier.child and earlier.service.name == service.name:
                earlier.child.wait()
        meant = {"pid": 0, "ticks": identity.ticks_now(), "boot": identity.boot()}
        self._remember(service.name, epoch=epoch, token=token, port=port, **meant)
        try:
            self.log(service).start_anew()
            told |= self.held.told(service, port)
            child = self._processes.spawn(service, self.log(service).path, told, token)
        except OSError as error:
            self._remember(service.name, token="")
            self.say(SpawnFailed(service.name, epoch, f"{error.strerror}: {error.filename}"))
            return
        who = identity.of_child(child.pid)
        self._watch(service, epoch, who, token, port, told).child = child
        self._remember(service.name, pid=who.pid, ticks=who.ticks)
        self.say(Spawned(service.name, epoch, child.pid, port))
        self._whereabouts.moved(service.name)

    def _watch(
        self, service: Service, epoch: int, who: identity.Identity, token: str, port: int, told: dict[str, str]
    ) -> Instance:
        log = self.log(service).path
        begin = log.stat().st_size if log.exists() else 0
        environment = {**service.environment, **told}
        meter = Meter(who.pid)
        instance = Instance(service, epoch, who, token, -1, meter, log, begin, time.time(), environment, port)
        ready = self._known[service.name].heard == epoch
        instance.signs = Signs(self.now(), service.ending.grace, self.mailbox.deaf(service), ready)
        try:
            instance.file = self._ends.watch(who.pid, lambda: self._ended(instance))
        except ProcessLookupError:
            instance.close()
            raise
        self.instances[service.name] = instance
        return instance

    def _ended(self, instance: Instance) -> None:
        self._ends.forget(instance.pid)
        if instance.child:
            self._gone(instance, status_of(instance.child))
        else:
            self._look_up(instance, self.now() + PATIENCE)

    def _look_up(self, instance: Instance, until: float) -> None:
        """An adopted instance is buried by its parent a moment after its end; then the kernel or the keeper knows."""
        status = self._ends.status(instance.pid, instance.file)
        status = self._exits.status(instance.identity) if status is None else status
        if status is None and self.now() < until:
            self.loop.at(self.now() + SOON, partial(self._look_up, instance, until))
        else:
            self._gone(instance, status)

    def _gone(self, instance: Instance, status: int | None) -> None:
        instance.close()
        del self.instances[instance.service.name]
        self._ended_now.append(instance)
        self.say(Exited(instance.service.name, instance.epoch, status))
        self.leftovers.after(instance)

    def _bury(self) -> None:
        """Forget the instances whose end was told and is in the journal; else the next supervisor tells of it."""
        while self._ended_now and not self._starts.waiting:
            instance = self._ended_now.pop()
            if instance.child:
                instance.child.wait()
            if self._known[instance.service.name].token == instance.token:
                self._remember(instance.service.name, token="", pid=0)

    def _end(self, service: Service, epoch: int, force: bool) -> None:
        if self._starts.withdrawn(service.name, epoch):
            self._remember(service.name, epoch=epoch)
            self.say(Exited(service.name, epoch, None))
        instance = self.instances.get(service.name)
        if instance is None or instance.epoch != epoch:
            return
        if force:
            self._processes.kill(instance.pid, instance.token)
        else:
            instance.asked_to_end = True
            self._processes.ask_to_end(instance.pid, service.ending.signal)

    def _clear(self, service: Service) -> int:
        """Clear the way for an instance; returns its port."""
        self.leftovers.end(service.name)
        for path in obstacles.remove_stale(service, self.beside):
            self.journal.append("pid_file.removed", service.name, {"path": str(path)})
        held = self.held.port(service)
        if held:
            return held
        port, event, facts = obstacles.port_for(service, self._home)
        self.conflicts.pop(service.name, None)
        if event == "port.conflict":
            holder = facts["holder"] or "that cannot be seen"
            self.conflicts[service.name] = f"port {facts['port']} was taken by a process, pid {holder}"
        if event:
            self.journal.append(event, service.name, facts)
        return port
