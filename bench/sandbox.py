"""Candidates a second on one core: through the fork server, in a guest, and in a process each.

    python -m bench.sandbox                    a table; takes about a minute
    python -m bench.sandbox --quick            a tenth of the candidates
    python -m bench.sandbox --json FILE        also appends one row (JSON Lines) to FILE

All processes are pinned to one processor. Each way is timed in batches; a figure is the median of its batches.
Processor time is that of all processes, the host's included, so that it says the cost on a busy machine too.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from aurora.adapters.sandbox.forkserver import ForkServer
from aurora.model.execution import Limits, Program

CANDIDATE = "def double(x):\n    return 2 * x\nassert double(21) == 42\nresult = double(1)\n"
TEST = "def double(x):\n    return 2 * x\ndef test_double():\n    assert double(21) == 42\n"
GUEST = f"""
from aurora.model.execution import Limits
CODE = compile({CANDIDATE!r}, "<candidate>", "exec")
def work():
    names = {{}}
    exec(CODE, names)
    return names["result"]
def serve(guest, payload):
    while (count := guest.receive()) is not None:
        guest.send(sum(guest.call(work, Limits()).value == 2 for _ in range(count)))
"""
LONG = Limits(wall_seconds=600, cpu_seconds=600)


@dataclass(frozen=True, slots=True)
class Row:
    """One way of running candidates; medians over batches."""

    way: str
    candidates: int
    per_second: float
    wall_ms: float
    cpu_ms: float


def processor_seconds() -> float:
    """What this process and its descendants, ended or not, have used."""
    family, stats = {os.getpid()}, {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stats[int(entry.name)] = (entry / "stat").read_text("utf-8", "replace").rpartition(") ")[2].split()
        except OSError:
            continue
    while more := {pid for pid, fields in stats.items() if int(fields[1]) in family} - family:
        family |= more
    ticks = sum(int(field) for pid in family & stats.keys() for field in stats[pid][11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def measure(way: str, run: Callable[[int], int], batch: int, batches: int) -> Row:
    """Time `run(batch)`, which answers how many candidates passed; all must."""
    run(1)
    walls, cpus = [], []
    for _ in range(batches):
        wall, cpu = time.perf_counter(), processor_seconds()
        passed = run(batch)
        walls.append((time.perf_counter() - wall) / batch)
        cpus.append((processor_seconds() - cpu) / batch)
        if passed != batch:
            raise SystemExit(f"{way}: {batch - passed} of {batch} candidates did not pass")
    return Row(way, batch * batches, 1 / median(walls), median(walls) * 1e3, median(cpus) * 1e3)


@contextmanager
def guest(pool: ForkServer) -> Iterator[Callable[[int], int]]:
    """Runs candidates in forks of one guest."""
    with pool.start("entry:serve", None, limits=LONG, files={"entry.py": GUEST}) as session:

        def run(count: int) -> int:
            session.send(count)
            passed = next(session.messages(600), None)
            return passed if isinstance(passed, int) else 0

        yield run


def each(command: list[str]) -> Callable[[int], int]:
    """A process for each candidate."""

    def run(count: int) -> int:
        codes = [subprocess.run(command, check=False, capture_output=True).returncode for _ in range(count)]
        return codes.count(0)

    return run


def rows(scale: int) -> Iterator[Row]:
    pool = ForkServer(workers=1)
    program = Program(source=CANDIDATE)
    try:
        with guest(pool) as run:
            yield measure("guest, one fork each", run, 50 * scale, 7)
        served = [program] * 30 * scale
        yield measure(
            "fork server, one program each",
            lambda count: sum(pool.run(each_one).value == 2 for each_one in served[:count]),
            len(served),
            7,
        )
    finally:
        pool.close()
    yield measure("python -I -c, one process each", each([sys.executable, "-I", "-c", CANDIDATE]), 4 * scale, 5)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "test_double.py").write_text(TEST, encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder]
        yield measure("pytest, one process each", each(command), max(1, scale // 3), 5)


def main() -> None:
    parser = argparse.ArgumentParser(description="Candidates a second on one core.")
    parser.add_argument("--quick", action="store_true", help="a tenth of the candidates")
    parser.add_argument("--json", type=Path, metavar="FILE", help="append one row to FILE")
    options = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print(f"{'way':34} {'candidates':>10} {'a second':>10} {'wall ms':>9} {'cpu ms':>9}")
    measured = []
    for row in rows(1 if options.quick else 10):
        measured.append(row)
        print(
            f"{row.way:34} {row.candidates:10} {row.per_second:10.1f} {row.wall_ms:9.2f} {row.cpu_ms:9.2f}", flush=True
        )
    if options.json:
        facts = {"python": platform.python_version(), "kernel": platform.release(), "load": os.getloadavg()[0]}
        record = {"benchmark": "sandbox", "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), **facts}
        with options.json.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**record, "rows": [asdict(row) for row in measured]}) + "\n")


if __name__ == "__main__":
    main()
