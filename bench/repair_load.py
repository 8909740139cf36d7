"""1,000 small repairs through the pool: numbers used, memory, cancellation, orphans, same answers as one by one.

`python bench/repair_load.py run ROWS.jsonl [--jobs 1000] [--programs 60] [--budget 20] [--seconds 270]`: first each
broken program by itself, then jobs through one pool, for so many seconds; what is in the rows is not done again.
`python bench/repair_load.py cancel [--times 20]`: jobs without a repair, cancelled at different steps of theirs.
`python bench/repair_load.py table ROWS.jsonl`: what the rows say.

The programs are mutants, drawn with a seed, of a dozen functions of our own; tests say what the functions gave.
"""

import argparse
import ctypes
import json
import os
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.engines.repair.engine import Repairer
from aurora.engines.repair.pool import Pool, Ticket
from aurora.model.answer import Repair
from aurora.model.progress import Progress
from aurora.model.task import Budget, RepairTask
from aurora.pycode.mutants import mutants

FUNCTIONS: tuple[tuple[str, tuple[tuple[Any, ...], ...]], ...] = (
    ("def area(width, height):\n    return width * height\n", ((2, 3), (4, 5), (0, 7), (6, 1))),
    ("def last(items):\n    return items[-1]\n", (([1, 2],), ("abc",), ([5],), ([0, 3, 9],))),
    ("def is_even(n):\n    return n % 2 == 0\n", ((2,), (3,), (0,), (7,), (10,))),
    ("def clamp(n, low, high):\n    return max(low, min(n, high))\n", ((5, 0, 9), (-1, 0, 9), (12, 0, 9), (9, 2, 9))),
    (
        "def total(items):\n    found = 0\n    for item in items:\n        found += item\n    return found\n",
        (([1, 2],), ([],), ([4, 5, 6],), ([-3],)),
    ),
    (
        (
            "def longest(words):\n    best = ''\n    for word in words:\n        if len(word) > len(best):\n"
            "            best = word\n    return best\n"
        ),
        ((["a", "abc", "ab"],), ([],), (["xy", "zz", "z"],), (["one", "three"],)),
    ),
    (
        "def count(items, wanted):\n    return sum(1 for item in items if item == wanted)\n",
        (([1, 2, 1], 1), ([], 3), ("hello", "l"), ([4, 4, 4], 4)),
    ),
    (
        (
            "def grade(points):\n    if points >= 90:\n        return 'A'\n    if points >= 75:\n        return 'B'\n"
            "    return 'C'\n"
        ),
        ((90,), (89,), (75,), (74,), (100,)),
    ),
    (
        "def pairs(items):\n    return [(items[at], items[at + 1]) for at in range(len(items) - 1)]\n",
        (([1, 2, 3],), ([],), ("ab",), ([7],)),
    ),
    ("def initials(name):\n    return ''.join(word[0] for word in name.split())\n", (("Ada Lovelace",), ("x",), ("",))),
    (
        (
            "def running(items):\n    found = []\n    so_far = 0\n    for item in items:\n        so_far += item\n"
            "        found.append(so_far)\n    return found\n"
        ),
        (([1, 2, 3],), ([],), ([5, -5],), ([2],)),
    ),
    (
        (
            "def price(amount, member):\n    if member and amount > 10:\n        return amount * 9 // 10\n"
            "    return amount\n"
        ),
        ((20, True), (20, False), (10, True), (11, True), (5, False)),
    ),
)
Row = dict[str, Any]


def tasks() -> list[RepairTask]:
    """All mutants, in an order that a seed decides; some of them do what the function did."""
    found = [task for text, inputs in FUNCTIONS for task in broken(text, inputs)]
    random.Random(1).shuffle(found)
    return found


def broken(text: str, inputs: tuple[tuple[Any, ...], ...]) -> Iterator[RepairTask]:
    names: dict[str, Any] = {}
    exec(text, names)  # a function of ours
    name = next(word for word in names if not word.startswith("__"))
    checks = "".join(
        f"\n\ndef test_{at}():\n    assert {name}({', '.join(map(repr, given))}) == {names[name](*given)!r}\n"
        for at, given in enumerate(inputs)
    )
    for mutant in mutants(text):
        yield RepairTask({"m.py": mutant}, ("m.py",), tests={"test_m.py": f"from m import {name}\n{checks}"})


def run(rows: Path, jobs: int, programs: int, budget: Budget, seconds: float) -> None:
    until = time.monotonic() + seconds
    adopt()
    known = read(rows)
    sandbox = open_sandbox(workers=2 * (os.cpu_count() or 1))
    mend, given = Repairer(sandbox), tasks()[:programs]
    with rows.open("a", encoding="utf-8") as sink:
        for number in range(len([row for row in known if "alone" in row]), len(given)):
            if time.monotonic() < until:
                answer = mend.repair(given[number], budget)
                put(sink, {"alone": number, "answer": shown(answer), "failing": len(answer.failing)})
        alone = [row for row in read(rows) if "alone" in row]
        usable = [row["alone"] for row in alone if row["failing"]]
        done = sum("job" in row for row in known)
        pool = Pool(mend, slots=2 * (os.cpu_count() or 1))
        tickets = [pool.submit(given[usable[at % len(usable)]], budget) for at in range(done, jobs)] if usable else []
        for at, ticket in enumerate(tickets, done):
            if not answered(ticket, until):
                break
            program = usable[at % len(usable)]
            family = sum(map(resident, descendants(os.getpid())))
            put(
                sink,
                {
                    "job": at,
                    "program": program,
                    "worker": ticket.worker,
                    "answer": shown(ticket.result()),
                    "mb": resident(os.getpid()),
                    "family": family,
                    "seconds": round(time.monotonic() - until + seconds, 1),
                },
            )
        start = time.monotonic()
        pool.close()
        ended = time.monotonic() - start
        sandbox.close()
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
        put(sink, {"closed": round(ended, 2), "left": left(), "peak": peak})


def answered(ticket: Ticket, until: float) -> bool:
    try:
        ticket.result(max(0.0, until - time.monotonic()))
    except TimeoutError:
        return False
    return True


def cancel(times: int) -> None:
    """Cancel a job that has no repair at one of its steps; seconds until nothing of it runs any more."""
    adopt()
    hopeless = RepairTask(
        {"m.py": FUNCTIONS[5][0]},
        ("m.py",),
        tests={"test_m.py": "from m import longest\n\n\ndef test_f():\n    assert longest(['a']) == object()\n"},
    )
    spent = []
    with_sandbox = open_sandbox(workers=2)
    for number in range(times):
        pool, reached, steps = Pool(Repairer(with_sandbox), slots=1), Future[None](), [number + 1]

        def watch(_progress: Progress, reached: Future[None] = reached, steps: list[int] = steps) -> None:
            steps[0] -= 1
            if steps[0] == 0:
                reached.set_result(None)

        ticket = pool.submit(hopeless, Budget(seconds=120), watch)
        reached.result(120)
        start = time.monotonic()
        ticket.cancel()
        pool.close()
        spent.append(time.monotonic() - start)
        try:
            ticket.result(0)
        except CancelledError:
            continue
    with_sandbox.close()
    print("seconds:", " ".join(f"{each:.2f}" for each in spent))
    print(f"{times} jobs cancelled at their 1st to {times}th step: nothing runs any more after {max(spent):.2f} s")
    print(f"processes left: {left()}")


def table(rows: list[Row]) -> None:
    alone = {row["alone"]: row["answer"] for row in rows if "alone" in row and row["failing"]}
    jobs = [row for row in rows if "job" in row]
    same = sum(row["answer"] == alone[row["program"]] for row in jobs)
    print(f"{len(alone)} programs by themselves: {sum('m.py' in answer for answer in alone.values())} repaired")
    print(f"{len(jobs)} jobs, {len({row['worker'] for row in jobs})} worker numbers, {same} answers as one by one")
    for span in spans(jobs):
        first, middle, last = span[0], span[len(span) // 2], span[-1]
        rate = len(span) / last["seconds"]
        print(
            f"jobs {first['job']} to {last['job']}: {rate:.2f} a second; at begin, middle and end this process",
            f"{first['mb']}, {middle['mb']} and {last['mb']} MB, with all below it",
            f"{first['family']}, {middle['family']} and {last['family']} MB",
        )
    for row in rows:
        if "closed" in row:
            print(f"closed in {row['closed']} s, {row['left']} processes left, the largest had {row['peak']} MB")


def spans(jobs: list[Row]) -> Iterator[list[Row]]:
    """The jobs of each run of the bench."""
    begin = 0
    for at in range(1, len(jobs) + 1):
        if at == len(jobs) or jobs[at]["seconds"] < jobs[at - 1]["seconds"]:
            yield jobs[begin:at]
            begin = at


def put(sink: Any, row: Row) -> None:
    sink.write(json.dumps(row) + "\n")
    sink.flush()


def read(rows: Path) -> list[Row]:
    return [json.loads(line) for line in rows.read_text().splitlines()] if rows.exists() else []


def shown(answer: Repair) -> str:
    return f"{answer.verdict} {answer.patch.files if answer.patch else ''}"


def adopt() -> None:
    """Become the parent of what loses its own (PR_SET_CHILD_SUBREAPER), so that no process is overlooked."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)


def resident(process: int) -> int:
    """Megabytes; 0 for a process that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * resource.getpagesize() >> 20
    except (OSError, IndexError):
        return 0


def descendants(process: int) -> Iterator[int]:
    try:
        found = [each.read_text().split() for each in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return
    for child in (int(text) for texts in found for text in texts):
        if running(child):
            yield child
        yield from descendants(child)


def left() -> int:
    """The processes below this one that are still there after some seconds in which the last may end."""
    until = time.monotonic() + 5
    while (count := len(list(descendants(os.getpid())))) and time.monotonic() < until:
        time.sleep(0.05)
    return count


def running(process: int) -> bool:
    """Whether a process has not ended; one that has may wait to be taken note of."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    running = kinds.add_parser("run")
    running.add_argument("rows", type=Path)
    running.add_argument("--jobs", type=int, default=1000)
    running.add_argument("--programs", type=int, default=60)
    running.add_argument("--budget", type=float, default=20.0)
    running.add_argument("--seconds", type=float, default=270.0)
    cancelling = kinds.add_parser("cancel")
    cancelling.add_argument("--times", type=int, default=20)
    showing = kinds.add_parser("table")
    showing.add_argument("rows", type=Path)
    given = parser.parse_args()
    if given.kind == "run":
        run(given.rows, given.jobs, given.programs, Budget(seconds=given.budget), given.seconds)
    elif given.kind == "cancel":
        cancel(given.times)
    else:
        table(read(given.rows))


if __name__ == "__main__":
    main()
