"""What each request took: told in `Server-Timing`, counted for `/metrics`."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from aurora.entrypoints.http.wire import Asgi, Message, Receive, Scope, Send

_LAST = 1024
_METHODS = frozenset({"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"})
_BUCKETS = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0)


class Meters:
    """The figures of one server; `look` gives those that are read when somebody asks: name -> words and rows."""

    def __init__(self, look: Callable[[], Iterable[Metric]]) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        self._look = look
        self.last: deque[float] = deque(maxlen=_LAST)  # seconds of the last requests
        self.registry.register(self)
        self._children: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self.requests = Counter(
            "aurora_http_requests",
            "Requests that were answered.",
            ("method", "route", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "aurora_http_request_seconds",
            "Seconds until an answer began.",
            ("route",),
            registry=self.registry,
            buckets=_BUCKETS,
        )

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Note one answer; `route` is a template, so that there are few."""
        children = self._children.get((method, route, status))
        if children is None:
            children = self.requests.labels(method, route, str(status)), self.seconds.labels(route)
            self._children[method, route, status] = children
        children[0].inc()
        children[1].observe(seconds)
        self.last.append(seconds)

    def collect(self) -> Iterable[Metric]:
        """What is read now; asked by the registry."""
        return self._look()

    def describe(self) -> Iterable[Metric]:
        """Nothing is known before it is read."""
        return ()

    def text(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self.registry)


def gauge(name: str, words: str, rows: Iterable[tuple[tuple[str, ...], float]], labels: tuple[str, ...] = ()) -> Metric:
    """One figure, or one for each set of labels."""
    family = GaugeMetricFamily(name, words, labels=labels)
    for values, figure in rows:
        family.add_metric(list(values), figure)
    return family


class Measured:
    """The middleware."""

    def __init__(self, app: Asgi, meters: Meters) -> None:
        self._app, self._meters = app, meters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the time until the answer began."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 500

        async def timed(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                took = (time.perf_counter() - began) * 1000
                message["headers"] = [*message["headers"], (b"server-timing", b"app;dur=%.3f" % took)]
            await send(message)

        try:
            await self._app(scope, receive, timed)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._meters.count(method, _route(scope), status, time.perf_counter() - began)


def _route(scope: Scope) -> str:
    """The template of the path, so that no path of a stranger becomes a label."""
    if scope.get("quick"):
        return str(scope["path"])
    return str(getattr(scope.get("route"), "path", "none"))
