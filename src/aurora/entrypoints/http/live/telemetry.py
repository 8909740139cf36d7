"""What this process uses and how much work there is: measured, each time anew."""

import os
import time
from collections.abc import Callable

from aurora.adapters.process.usage import Meter
from aurora.model.execution import Json
from aurora.model.job import Traffic


class Telemetry:
    """Measures this process and the queue; figures of use are of the time since the measurement before."""

    def __init__(self, traffic: Callable[[], Traffic]) -> None:
        self._traffic = traffic
        self._meter = Meter(os.getpid())
        self._moment, self._cpu = time.monotonic(), self._meter.sample().cpu_seconds

    def measure(self) -> dict[str, Json]:
        """One measurement. Raises `StoreError` when the jobs cannot be counted."""
        moment, usage, traffic = time.monotonic(), self._meter.sample(), self._traffic()
        seconds, cpu = moment - self._moment, usage.cpu_seconds - self._cpu
        self._moment, self._cpu = moment, usage.cpu_seconds
        return {
            "cpu_percent": round(100 * cpu / seconds, 1) if seconds > 0 else None,  # of one core
            "memory_mb": round(usage.memory_mb, 1),
            "threads": usage.threads,
            "jobs": {"running": traffic.running, "queued": traffic.waiting, "per_second": round(traffic.rate, 2)},
            "seconds": round(seconds, 3),
        }

    def close(self) -> None:
        """Measure no more."""
        self._meter.close()
