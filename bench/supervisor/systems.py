"""What the five autonomous systems cost and how fast they are there: `python -m bench.supervisor.systems [KILLS]`.

The backend is left out: it is what the systems work with, not part of what they cost.
"""

import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from aurora.adapters.process.call import UnreachableError, call
from aurora.adapters.process.client import Client, start
from aurora.adapters.process.ports import any_free
from aurora.adapters.services.shipped import SHIPPED
from aurora.flows.systems.start import SYSTEMS

LONGEST = 120.0


def main(kills: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="aurora-systems-") as folder:
        home, ports = Path(folder), {name: any_free() for name in SYSTEMS}
        os.environ["AURORA_STATE"] = folder
        (home / "aurora.toml").write_text(_file(ports), "utf-8")
        client = Client(any_free())
        os.environ["AURORA_LUMINAR_PORT"] = str(client.port)
        began = time.perf_counter()
        start(home / "aurora.toml", home / "luminar", client.port)
        client.post("start-all")
        for port in ports.values():
            _until(lambda port=port: _answers(port))  # type: ignore[misc]
        print(f"five answer after            {time.perf_counter() - began:6.2f} s")
        pids = _pids(client)
        for name, pid in pids.items():
            print(f"{name:28} {_memory(pid, 'Rss'):6.1f} MB resident, {_memory(pid, 'Pss'):5.1f} MB its share")
        print(f"all six                      {_together(pids):6.1f} MB")
        print(f"GET /health, median of 200   {1000 * median(_timed(ports['hub']) for _ in range(200)):6.2f} ms")
        print(f"kill -9 -> answers, median   {1000 * median(_healed(client, ports) for _ in range(kills)):6.0f} ms")
        before = _pids(client)["luminar"]
        os.kill(before, signal.SIGKILL)
        _until(lambda: client.answers and _pids(client)["luminar"] != before)
        print(f"all six, Luminar killed      {_together(_pids(client)):6.1f} MB")
        client.post("shutdown")
        _until(lambda: not client.answers)


def _file(ports: dict[str, int]) -> str:
    text = re.sub(r"(?s)\[services\.backend\].*?(?=\[services\.)", "", SHIPPED.read_text("utf-8"))
    text = re.sub(r"depends_on = .*", "", text)
    for name, port in ports.items():
        text = re.sub(rf"(\[services\.{name}\].*?port = )\d+", rf"\g<1>{port}", text, count=1, flags=re.DOTALL)
    return text


def _pids(client: Client) -> dict[str, int]:
    starts = [each for each in client.get("events")["events"] if each["type"] == "luminar.started"]
    services = {str(each["name"]): int(each["pid"]) for each in client.get("status")["services"]}
    return services | {"luminar": int(starts[-1]["data"]["pid"])}


def _together(pids: dict[str, int]) -> float:
    return sum(_memory(pid, "Pss") for pid in pids.values())


def _healed(client: Client, ports: dict[str, int]) -> float:
    _until(
        lambda: all(each["phase"] == "healthy" and not each["failures"] for each in client.get("status")["services"])
    )
    pid = next(int(each["pid"]) for each in client.get("status")["services"] if each["name"] == "router")
    began = time.perf_counter()
    os.kill(pid, signal.SIGKILL)
    _until(lambda: not Path(f"/proc/{pid}").exists())
    _until(lambda: _answers(ports["router"]))
    return time.perf_counter() - began


def _answers(port: int) -> bool:
    try:
        return call("GET", port, "/health")[0] == 200
    except UnreachableError:
        return False


def _timed(port: int) -> float:
    began = time.perf_counter()
    call("GET", port, "/health")
    return time.perf_counter() - began


def _memory(pid: int, what: str) -> float:
    found = re.search(rf"^{what}:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text("ascii"), re.MULTILINE)
    assert found is not None
    return int(found[1]) / 1024


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < deadline, "what was waited for did not come"
        time.sleep(0.005)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
