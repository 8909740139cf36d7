"""Which channel an event is told on."""

from collections import OrderedDict

from aurora.contracts.events import EventLog
from aurora.model.event import Event

PROGRESS = "progress"
TELEMETRY = "telemetry"
CHANNELS = ("analysis", "fix", "synthesis", TELEMETRY, "autofixer", "healing", PROGRESS)
_JOBS = {"analyze": "analysis", "fix": "fix", "synthesize": "synthesis", "tests": "synthesis"}  # by kind
_TOPICS = {
    "executor": "autofixer",
    "service": "healing",
    "heal": "healing",
    "luminar": "healing",
    "component": "healing",
    "features": "healing",
    "alert": "healing",
    "system": "healing",
    "decision": "healing",
    "task": PROGRESS,
}
_SAID_AT = ("job.submitted", "job.started")  # the events that say which kind a job is of
_MOST = 10_000


class Channels:
    """Finds the channel of events; remembers the kinds of the jobs it met last."""

    def __init__(self, log: EventLog) -> None:
        self._log = log
        self._kinds: OrderedDict[str, str] = OrderedDict()

    def of(self, event: Event) -> str:
        """The channel; empty for what is told to nobody.

        A job is told on the channel of its kind and its progress on `progress`; any other event on the channel that
        its type begins with. Raises `StoreError` when the kind of a job had to be read and could not.
        """
        topic, _, rest = event.type.partition(".")
        if topic == "job":
            return PROGRESS if rest == "progress" else _JOBS.get(self._kind(event), PROGRESS)
        return topic if topic in CHANNELS else _TOPICS.get(topic, "")

    def _kind(self, event: Event) -> str:
        said = event.data.get("kind")
        if isinstance(said, str):
            self._remember(event.subject, said)
            return said
        if event.subject not in self._kinds:
            first = self._log.since(0, most=1, types=_SAID_AT, subject=event.subject)
            self._remember(event.subject, str(first[0].data.get("kind", "")) if first else "")
        return self._kinds[event.subject]

    def _remember(self, job: str, kind: str) -> None:
        self._kinds[job] = kind
        if len(self._kinds) > _MOST:
            self._kinds.popitem(last=False)
