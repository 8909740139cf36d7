"""Restarts without end: `python -m bench.supervisor.cycles [COUNT] [SECONDS]`.

Ten services that end at once and are always started again, under one supervisor in this process. After each tenth of
the restarts, and at the end: resident memory, open descriptors, children that nobody buried, and threads. It needs one
process: let it run in the background (`nice`), stop it (`kill -STOP`) while the machine is needed, and let it go on
(`kill -CONT`); what was printed holds if it is cut off.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from aurora.adapters.process.machine import Machine
from aurora.engines.luminar.supervisor import Supervisor
from aurora.model.service import Policy, Service

COUNT = 10
POLICY = Policy(delay=0.0, cap=0.0, retries=1 << 40)


def usage() -> dict[str, float]:
    """What this process uses."""
    status = Path("/proc/self/status").read_text("ascii")
    lines = dict(line.split(":", 1) for line in status.splitlines())
    parent, states = os.getpid(), list[str]()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text("ascii", "replace").rpartition(")")[2].split()
            except OSError:
                continue
            states += [fields[0]] * (int(fields[1]) == parent)
    return {
        "memory_mb": round(int(lines["VmRSS"].split()[0]) / 1024, 2),
        "descriptors": len(list(Path("/proc/self/fd").iterdir())),
        "children": len(states),
        "threads": int(lines["Threads"]),
    }


def main(count: int, seconds: float) -> int:
    """Run and print; returns 1 when something grew."""
    with tempfile.TemporaryDirectory(prefix="aurora-cycles-", ignore_cleanup_errors=True) as name:
        machine = Machine(Path(name))
        services = [Service(f"s{number}", ("/bin/true",), policy=POLICY) for number in range(COUNT)]
        supervisor = Supervisor(machine, services, lambda unit: machine.keep(unit.service.name, wanted=unit.wanted))
        began, before, tenths = time.monotonic(), dict[str, float](), 1

        def starts() -> int:
            return sum(unit.epoch for unit in supervisor.state.units.values())

        supervisor.start()
        while starts() < count and time.monotonic() - began < seconds:
            supervisor.step(1.0)
            if starts() >= tenths * count // 10:
                now = usage()
                before = before or now
                print(f"{starts()} restarts in {time.monotonic() - began:.0f} s: {now}", flush=True)
                tenths += 1
        done, took = starts(), time.monotonic() - began
        supervisor.stop()
        while not supervisor.idle:
            supervisor.step(1.0)
        machine.stimuli(0.0)  # buries the last
        after = usage()
        machine.close()
        after["threads"] = usage()["threads"]  # those that bring what was written to the disk end with it
    print(f"{done} restarts in {took:.0f} s; at the end, all stopped: {after}", flush=True)
    if not before:
        return 1
    grew = after["memory_mb"] - before["memory_mb"] > 1.0 or after["children"] > 0
    return int(grew or after["descriptors"] > before["descriptors"] or after["threads"] > before["threads"])


if __name__ == "__main__":
    given = sys.argv[1:] + ["100000", "inf"][len(sys.argv) - 1 :]
    sys.exit(main(int(given[0]), float(given[1])))
