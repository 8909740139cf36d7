"""1,000 small repairs through the pool: numbers used, memory, cancellation, orphans, same answers as one by one.

`python bench/repair_load.py [JOBS] [SECONDS]`: so many jobs with so many seconds each (default 1000 and 20).
"""

import os
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.pool import Pool
from aurora.model.answer import Repair
from aurora.model.task import Budget, RepairTask

CASES = (
    ("def area(w, h):\n    return w + h\n", "area", ("(2, 3) == 6", "(4, 5) == 20")),
    ("def last(items):\n    return items[0]\n", "last", ("([1, 2]) == 2", "('abc') == 'c'")),
    ("def even(n):\n    return n % 2 == 1\n", "even", ("(2)", "(3) == False")),
    ("def total(items):\n    for item in items:\n        n += item\n    return n\n", "total", ("([1, 2]) == 3",)),
    ("def join(words):\n    return ' '.join(word)\n", "join", ("(['a', 'b']) == 'a b'",)),
)


def main() -> None:
    words = [*sys.argv[1:], *("1000", "20")[len(sys.argv) - 1 :]]
    count, seconds = int(words[0]), int(words[1])
    sandbox = open_sandbox(workers=2 * (os.cpu_count() or 1))
    mend, budget = Repairer(sandbox), Budget(seconds=seconds)
    tasks = list(kinds())
    alone = [shown(mend.repair(task, budget)) for task in tasks]
    pool = Pool(mend, slots=2 * (os.cpu_count() or 1))
    start = time.monotonic()
    tickets = [pool.submit(tasks[number % len(tasks)], budget) for number in range(count)]
    memory: list[int] = []
    for ticket in tickets:
        ticket.result()
        memory.append(resident())
    spent = time.monotonic() - start
    same = sum(shown(ticket.result()) == alone[number % len(tasks)] for number, ticket in enumerate(tickets))
    tenth = max(1, count // 10)
    print(
        f"{count} jobs in {spent:.0f} s, {count / spent:.1f} a second;",
        f"{len({ticket.worker for ticket in tickets})} worker numbers",
    )
    print(f"answers as one by one: {same} of {count}")
    print(f"memory of this process: {memory[tenth]} MB after a tenth, {memory[-1]} MB at the end")
    print(f"cancel: {cancelled(pool):.2f} s until its slot is free")
    pool.close()
    sandbox.close()
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(f"processes left: {len(children())}; the largest had {peak} MB")


def kinds() -> Iterator[RepairTask]:
    for text, name, wanted in CASES:
        tests = "".join(f"def test_{at}():\n    assert {name}{one}\n\n\n" for at, one in enumerate(wanted))
        yield RepairTask({"m.py": text}, ("m.py",), tests={"test_m.py": f"from m import {name}\n\n\n{tests}"})


def shown(answer: Repair) -> str:
    return f"{answer.verdict} {answer.patch.files if answer.patch else ''}"


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() >> 20


def children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def cancelled(pool: Pool) -> float:
    """Cancel a job that has no repair, once it runs; seconds until the pool's only job is gone."""
    hopeless = RepairTask(
        {"m.py": "def f(x):\n    return x\n"},
        ("m.py",),
        tests={"test_m.py": "from m import f\n\n\ndef test_f():\n    assert f(1) == object()\n"},
    )
    running: list[float] = []
    ticket = pool.submit(hopeless, Budget(seconds=120), lambda _progress: running.append(time.monotonic()))
    while len(running) < 3:
        time.sleep(0.01)
    start = time.monotonic()
    ticket.cancel()
    try:
        ticket.result()
    except CancelledError:
        pool.close()
    return time.monotonic() - start


if __name__ == "__main__":
    main()
