import time

from aurora.entrypoints.http.live.telemetry import Telemetry
from aurora.model.job import Traffic


def test_what_is_told_was_measured() -> None:
    telemetry = Telemetry(lambda: Traffic(7, 3, 1.5, 100))
    spent = time.process_time() + 0.2
    while time.process_time() < spent:
        sum(range(1000))
    found = telemetry.measure()
    assert found["jobs"] == {"running": 3, "queued": 7, "per_second": 1.5}
    assert isinstance(found["cpu_percent"], float)
    assert isinstance(found["seconds"], float)
    assert found["cpu_percent"] / 100 * found["seconds"] > 0.1
    held = bytearray(64 << 20)
    again = telemetry.measure()
    assert isinstance(again["memory_mb"], float)
    assert isinstance(found["memory_mb"], float)
    assert again["memory_mb"] - found["memory_mb"] > 40
    assert len(held) == 64 << 20
    telemetry.close()
