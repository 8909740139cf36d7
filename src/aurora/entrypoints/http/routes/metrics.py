"""The figures of this server, as Prometheus reads them."""

from collections.abc import Callable, Iterable

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST
from prometheus_client.core import Metric

from aurora.engines.living.coordinator import Condition
from aurora.entrypoints.http.guard.policy import needs
from aurora.entrypoints.http.house import House, aside
from aurora.entrypoints.http.measured import Meters, gauge
from aurora.model.key import Scope

router = APIRouter(tags=["health"])


@router.get(
    "/metrics",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    openapi_extra=needs(Scope.READ),
)
async def metrics(request: Request) -> Response:
    """Requests, jobs, workers, memory: counted as they happened, or read now."""
    meters: Meters = request.app.state.meters
    return Response(await aside(meters.text), headers={"Content-Type": CONTENT_TYPE_LATEST})


def look(house: House) -> Callable[[], Iterable[Metric]]:
    """Reads what is counted elsewhere; nothing before the server has started."""

    def read() -> Iterable[Metric]:
        yield gauge("aurora_uptime_seconds", "Seconds since the start.", [((), house.uptime / 1000)])
        yield gauge("aurora_worker_slots", "Numbered slots that do jobs.", [((), float(house.workers))])
        tally = house.office.queue.tally()
        rows = [((kind, str(state)), float(count)) for kind, states in tally.items() for state, count in states.items()]
        yield gauge("aurora_jobs", "Jobs that are kept, by kind and state.", rows, ("kind", "state"))
        yield from _components(house)
        if (known := house.levels.found) is not None:
            kinds = [((kind,), float(known.working(kind))) for kind in ("knowledge", "mode", "component")]
            working = [*kinds, (("module",), float(known.working_modules))]
            yield gauge("aurora_working_units", "Units and modules that are proven or better.", working, ("kind",))

    return read


def _components(house: House) -> Iterable[Metric]:
    """Whether each component that was started is up, and its own figures."""
    living = house.household.coordinator
    seen = living.seen()
    up = [((unit,), float(not each.down)) for unit, each in seen.items() if each.condition is not Condition.IDLE]
    yield gauge("aurora_component_up", "1 for a started component, 0 for one that is down.", up, ("component",))
    healed = [((unit,), float(each.healed)) for unit, each in seen.items() if each.healed]
    yield gauge("aurora_component_healed", "How often a component was ill and well again.", healed, ("component",))
    rows = [((unit, name), float(value)) for unit in seen for name, value in living.metrics(unit).items()]
    yield gauge("aurora_component_figure", "What a component counts or measures.", rows, ("component", "figure"))
