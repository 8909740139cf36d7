"""The living parts that a server runs on: what it lends each component, and which wait until they are needed."""

import logging
import os
import resource
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from aurora.adapters.process.client import Client
from aurora.adapters.process.usage import Meter
from aurora.adapters.projects.replace import replace_text
from aurora.adapters.webhooks.outbox import Outbox
from aurora.components.core.decision_engine import Decisions
from aurora.components.core.integration_engine import Services
from aurora.components.core.learning_engine import Learning
from aurora.components.core.memory_engine import Remembering
from aurora.components.core.routing_engine import Engine
from aurora.components.integration.database_connector import connected
from aurora.components.memory.cache_layer import Cache
from aurora.components.memory.persistent_storage import Storage
from aurora.components.memory.session_store import Conversations
from aurora.components.memory.state_manager import Standing
from aurora.components.memory.vector_store import Index
from aurora.components.monitoring.error_tracker import Groups
from aurora.components.monitoring.health_monitor import Rounds
from aurora.components.monitoring.resource_monitor import Watched
from aurora.components.processing.event_processor import Follower
from aurora.components.processing.job_scheduler import Plan
from aurora.components.processing.task_queue import Queue
from aurora.components.processing.worker_pool import Crew, Pool
from aurora.components.routing.capability_selector import Selector
from aurora.components.routing.request_router import desk
from aurora.components.routing.tier_selector import weighed
from aurora.components.safety.error_handler import Handler
from aurora.components.safety.security_guard import Guard
from aurora.contracts.living import Drill, Loan
from aurora.engines.living.coordinator import Coordinator, Seen
from aurora.engines.living.patrol import Doubling, Patrol
from aurora.flows.components import living
from aurora.flows.execute import runner_of
from aurora.flows.fix_code import journal_of
from aurora.flows.jobs.kinds import handlers
from aurora.flows.levels import edition
from aurora.flows.route import brought, remade, router
from aurora.flows.synthesize import thinking
from aurora.flows.tools import Tools
from aurora.model.errors import PartError, StoreError
from aurora.model.event import Event
from aurora.model.execution import Json
from aurora.model.service import Ceiling
from aurora.registry.catalogue import power_unit

if TYPE_CHECKING:
    from aurora.adapters.store.opening import OpenStore

VITAL = ("C37", "C22", "C32", "C12", "C17", "C11")  # a server without them cannot work
MONITOR = "C24"  # asks the others; asked by whoever asks whether the server is ready
_DECIDES = "C5"  # when one that is ill is mended
_ROUTER = ("C39", "C40", "C41", "C4")
IDLE = frozenset(
    {
        "C1",
        "C2",
        "C3",
        "C5",
        "C8",
        "C9",
        "C10",
        "C14",
        "C16",
        "C18",
        "C19",
        "C21",
        "C31",
        "C34",
        "C36",
        "C43",
        *_ROUTER,
    }
)
_YOURS: Mapping[str, str] = MappingProxyType(  # what a drill of a server would break
    {
        "C1": "the sandbox in which your requests are answered",
        "C3": "the journal of your runs",
        "C6": "what was learned from your work",
        "C7": "what is remembered of your work",
        "C10": "what is known of your services outside, which would be called no more",
        "C11": "the workers, and with them the jobs that they do for you",
        "C12": "the queue, and with it the jobs that wait in it",
        "C13": "your schedules",
        "C20": "your conversations",
        "C21": "services of yours, which their supervisor would have to restart",
        "C22": "the file of your database",
        "C23": "the index of your functions and fixes",
        "C25": "nothing that it could mend: a slow database stays slow",
        "C27": "the count of your errors, among which false ones would stand",
        "C32": "the keys by which you are let in",
        "C34": "the port by which you are answered, this answer included",
        "C37": "the connections to your database",
        "C38": "the line of messages that your receivers wait for",
        "C42": "all others at one time, as the end of the server does",
    }
)
_LOG = logging.getLogger("aurora.http.household")
_SOON = 2.0  # seconds for an answer of the supervisor
_ONCE = 1.0  # seconds between two questions whether the rounds go on
_FREE = 0.85  # of the descriptors that this process may have open


class Household:
    """The components of one server, started in the order of their needs; closed in reverse."""

    def __init__(self, tools: Tools, hear: Callable[[Event], None], loans: Mapping[str, Loan]) -> None:
        """`hear` is told every event of the log; `loans` are the server's own things, by id of their component."""
        self._tools = tools
        lent = {
            unit: replace(loan, whose=_YOURS.get(unit, "")) for unit, loan in (self._lent(hear) | dict(loans)).items()
        }
        self.coordinator = Coordinator(
            living(),
            tools.settings.state.expanduser() / "components",
            tools.settings.database,
            tools.settings.sandbox_without,
            loans=lent,
            idle=IDLE - ({"C38"} if tools.settings.webhooks else set()),
        )
        self._patrol = Patrol(
            self.coordinator,
            but=frozenset({MONITOR}),
            tell=self._tell,
            feed=self._feed,
            physician=_Decided(self.coordinator),
        )
        self._causes: dict[str, int] = {}  # event that told that a component is ill
        self._taken = _Taken(self.coordinator)
        self._asking, self._due = threading.Lock(), 0.0

    def start(self) -> None:
        """Start what is not idle; raises `PartError` when one that is vital could not be, and stops the others."""
        self.coordinator.start()
        failed = self.coordinator.failed
        for unit, why in failed.items():
            _LOG.error("%s %s could not be started: %s", unit, power_unit(unit).name, why)
        for unit in VITAL:
            if unit in failed:
                self.close()
                raise PartError(f"{unit} {power_unit(unit).name} could not be started: {failed[unit]}.")

    def close(self) -> None:
        """Stop all in reverse order; may be called twice."""
        logging.getLogger("aurora").removeHandler(self._taken)
        if (monitor := self.coordinator.living.get(MONITOR)) is not None:
            monitor.stop()  # nobody is found ill because it was stopped
        self.coordinator.stop()

    def wake_router(self) -> None:
        """Start what routes, or make it anew from what is now known."""
        for unit in _ROUTER:
            if unit in self.coordinator.living:
                self.coordinator.mend(unit)
            else:
                self.coordinator.thing(unit)

    def watched(self) -> Mapping[str, Seen]:
        """How each component was when it was asked last; the one that asks is asked too, and mended when it is ill.

        That takes a step of its rounds, so it is done once a second, however many want to know.
        """
        if time.monotonic() >= self._due and self._asking.acquire(blocking=False):
            try:
                if not self.coordinator.ask(MONITOR).ok:
                    self.coordinator.mend(MONITOR)
                self._due = time.monotonic() + _ONCE
            finally:
                self._asking.release()
        return self.coordinator.seen()

    def drill(self, unit: str) -> Drill:
        """Break one for real and let it recover; both are written down. Raises what `Coordinator.drill` does."""
        shown = self.coordinator.drill(unit)
        facts: dict[str, Json] = {"name": power_unit(unit).name, "passed": shown.passed, "words": shown.words}
        self._tools.work().events.append("component.drilled", source="components", subject=unit, data=facts)
        return shown

    def _lent(self, hear: Callable[[Event], None]) -> dict[str, Loan]:
        tools, state = self._tools, self._tools.settings.state.expanduser()

        def store() -> "OpenStore":
            return cast("OpenStore", tools.store())

        def routed() -> Loan:
            return Loan(lambda: desk(router(tools)), mend=lambda _old: desk(remade(tools)), breakable=True)

        return {
            "C1": Loan(lambda: thinking(tools)),
            "C3": Loan(lambda: runner_of(tools.settings)),
            "C5": Loan(lambda: Decisions(self.coordinator.components), breakable=True),
            "C10": Loan(Services),
            "C19": Loan(lambda: Cache(state / "cache", edition=edition(tools)), breakable=True),
            "C21": Loan(lambda: Standing(Client(tools.settings.luminar_port, _SOON)).look()),
            "C30": Loan(lambda: journal_of(tools.settings).settle(), breakable=True),
            "C38": Loan(self._outbox, Outbox.close),
            "C37": Loan(lambda: connected(store().database)),
            "C22": Loan(lambda: Storage(tools.settings.database, state, store())),
            "C20": Loan(lambda: Conversations(store(), ())),
            "C23": Loan(lambda: Index(store(), {})),
            "C6": Loan(lambda: Learning(store(), own=False)),
            "C7": Loan(lambda: Remembering(store(), own=False)),
            "C32": Loan(lambda: Guard(store())),
            "C12": Loan(lambda: Queue(tools.work().queue)),
            "C13": Loan(lambda: Plan(tools.work().queue, ())),
            "C17": Loan(lambda: Follower(tools.work().events, self._heard(hear)), Follower.stop, Follower.start, True),
            "C11": Loan(self._pool, _dismiss, self._pool_again),
            "C24": Loan(lambda: Rounds(self._patrol.step), Rounds.stop, Rounds.start, True),
            "C26": Loan(_watched, Watched.close, Watched.plug, breakable=True),
            "C27": Loan(self._grouped),
            "C29": Loan(self._errors, lambda handler: handler.log.close(), lambda _old: self._errors(), True),
            "C39": routed(),
            "C40": Loan(lambda: Selector(brought(), router(tools).prototypes), breakable=True),
            "C41": Loan(lambda: weighed(router(tools).topics), breakable=True),
            "C4": Loan(lambda: Engine(router(tools)), breakable=True),
            "C42": Loan(lambda: self.coordinator, mend=lambda kept: kept),
        }

    def _outbox(self) -> Outbox:
        settings = self._tools.settings
        services: Services = self.coordinator.thing("C10")
        file = settings.state.expanduser() / "outbox.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        return Outbox(
            tuple(sorted(settings.webhooks)), file, ask=services.ask, write=replace_text,
            secret=settings.webhook_secret, token=settings.github_token,
        )  # fmt: skip

    def _heard(self, hear: Callable[[Event], None]) -> Callable[[Event], None]:
        """Tells the server and, when there are receivers, those outside."""

        def both(event: Event) -> None:
            hear(event)
            outside = self.coordinator.living.get("C38")
            if outside is not None:
                outside.thing.put(event)

        return both

    def _pool(self) -> Pool:
        tools = self._tools
        return Pool(tools.sandbox, crew=Crew(lambda: tools.work().executor(handlers(tools), tools.settings.slots)))

    def _pool_again(self, old: Pool) -> Pool:
        with suppress(StoreError):
            _dismiss(old)
        return self._pool()

    def _grouped(self) -> Groups:
        logging.getLogger("aurora").addHandler(self._taken)
        return Groups()

    def _errors(self) -> Handler:
        path = self._tools.settings.state.expanduser() / "errors.jsonl"
        path.parent.mkdir(parents=True, exist_ok=True)
        return Handler(path, path.open("a", encoding="utf-8"))

    def _tell(self, unit: str, before: Seen, after: Seen) -> None:
        """One event for the illness of a component, and one that it caused for its recovery."""
        kind, why = ("component.ill", after.wrong) if after.down else ("component.healed", before.wrong)
        _LOG.warning("%s %s: %s (%s)", unit, power_unit(unit).name, kind, why)
        facts = {"name": power_unit(unit).name, "why": why}
        with suppress(StoreError):  # the log may be what is ill
            cause = None if after.down else self._causes.pop(unit, None)
            event = self._tools.work().events.append(kind, source="components", subject=unit, data=facts, cause=cause)
            self._causes[unit] = event.seq

    def _feed(self, unit: str, figures: Mapping[str, float]) -> None:
        stream = self.coordinator.living.get("C15")
        if stream is not None and unit != "C15":
            for name, value in figures.items():
                stream.thing.feed(f"{unit} {name}", float(value))


class _Decided:
    """Lets the decision engine decide, once somebody is ill; while it is ill itself, the rounds are counted."""

    def __init__(self, coordinator: Coordinator) -> None:
        self._coordinator, self._otherwise = coordinator, Doubling()

    def ill(self, name: str, why: str) -> bool:
        """See `Physician`."""
        with suppress(PartError):
            if name != _DECIDES:
                return bool(self._coordinator.thing(_DECIDES).ill(name, why))
        return self._otherwise.ill(name, why)

    def after(self, name: str, wrong: str) -> None:
        """See `Physician`."""
        self._otherwise.after(name, wrong)
        deciding = self._coordinator.living.get(_DECIDES)
        if deciding is not None and name != _DECIDES:
            deciding.thing.after(name, wrong)


class _Taken(logging.Handler):
    """Brings every error that Aurora logs to the components that keep errors."""

    def __init__(self, coordinator: Coordinator) -> None:
        super().__init__(logging.ERROR)
        self._coordinator = coordinator

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return
        for unit, take in (("C29", "problem"), ("C27", "take")):
            living_ = self._coordinator.living.get(unit)
            with suppress(Exception):  # a log that cannot be written must not break what is logged
                if living_ is not None:
                    getattr(living_.thing, take)(error)


def _dismiss(pool: Pool) -> None:
    if pool.crew is not None:
        pool.crew.stop()


def _watched() -> Watched:
    meter = Meter(os.getpid())
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return Watched(meter, Ceiling(memory_mb=4 * meter.sample().memory_mb + 512, descriptors=int(most * _FREE)))
