"""The kinds of jobs, and how a worker gets its handlers."""

from collections.abc import Mapping
from types import MappingProxyType

from aurora.contracts.jobs import Handler, Journal
from aurora.flows.jobs.analyze import ANALYZE
from aurora.flows.jobs.backup import BACKUP
from aurora.flows.jobs.batch import batch_of
from aurora.flows.jobs.enhance import ENHANCE
from aurora.flows.jobs.fix import FIX
from aurora.flows.jobs.generate_tests import GENERATE_TESTS
from aurora.flows.jobs.kind import Kind
from aurora.flows.jobs.mode import MODE
from aurora.flows.jobs.repair import REPAIR
from aurora.flows.jobs.report import REPORT
from aurora.flows.jobs.synthesize import SYNTHESIZE
from aurora.flows.jobs.take import IMPORT
from aurora.flows.jobs.workflow import workflow_of
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import Json
from aurora.model.job import JobRequest

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "analyze": ANALYZE,
        "backup": BACKUP,
        "batch": batch_of(lambda: KINDS),
        "enhance": ENHANCE,
        "fix": FIX,
        "import": IMPORT,
        "mode": MODE,
        "repair": REPAIR,
        "report": REPORT,
        "synthesize": SYNTHESIZE,
        "tests": GENERATE_TESTS,
        "workflow": workflow_of(lambda: KINDS),
    }
)


def handlers(tools: Tools) -> dict[str, Handler]:
    """What a worker does, by kind."""
    return {name: _handler(tools, name, kind) for name, kind in KINDS.items()}


def _handler(tools: Tools, name: str, kind: Kind) -> Handler:
    def handle(journal: Journal, payload: Json) -> Json:
        return kind.do(tools, journal, kind.given(payload, name))

    return handle


def request(name: str, payload: Mapping[str, Json], **wishes: object) -> JobRequest:
    """A request that the kind of job accepts; raises `BadInputError` that names the kind or the field."""
    if name not in KINDS:
        raise BadInputError(f"there is no kind of job {name!r}.", next_step=f"Kinds are: {', '.join(sorted(KINDS))}.")
    return JobRequest(name, dict(KINDS[name].prepared(payload, name)), **wishes)  # type: ignore[arg-type]
