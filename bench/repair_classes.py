"""Repair with a budget of processor time, and the class of each task that is not solved.

`python -m bench.repair_classes run TASKS.jsonl --out ROWS.jsonl [--cpu 8] [--seconds 270]`: repairs each task with so
many CPU seconds of this process and all below it, so that a busy machine changes little, and asks the hidden tests of
each behaviour among the patches that pass; a task that is in the rows is not repaired again.
`python -m bench.repair_classes table ROWS.jsonl ...`: by failure class, and by operator.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.repair_doubt import MOST, right

from aurora.adapters.tasks.read import Scored, read_repair_tasks
from aurora.app import join
from aurora.engines.repair import clock, job, laboratory
from aurora.engines.repair.anew import Author
from aurora.engines.repair.belief import Behaviour, Belief
from aurora.engines.repair.engine import Repairer
from aurora.model.settings import Settings
from aurora.model.task import Budget

_LOOK = 0.02  # seconds between two looks at the processor time
Row = dict[str, Any]


class Processor:
    """CPU seconds of this process and all below it, in the place of the wall clock."""

    def __init__(self) -> None:
        self._looked, self._used = 0.0, 0.0

    def monotonic(self) -> float:
        """Seconds, never fewer than before."""
        now = time.monotonic()
        if now - self._looked > _LOOK:
            self._looked, self._used = now, max(self._used, sum(_family(os.getpid())))
        return self._used


def _family(process: int) -> Iterator[float]:
    """The CPU seconds of a process, of its dead children, and of those that live."""
    try:
        figures = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        children = [each.read_text().split() for each in Path(f"/proc/{process}/task").glob("*/children")]
    except OSError:
        return
    yield sum(map(int, figures[11:15])) / os.sysconf("SC_CLK_TCK")
    for child in (int(text) for texts in children for text in texts):
        yield from _family(child)


class Watched(Belief):
    """Believes as ever, and keeps the last comparison."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[Behaviour, float]] = []

    def shares(self, behaviours: Sequence[Behaviour]) -> list[float]:
        """See `Belief`."""
        found = super().shares(behaviours)
        self.seen = sorted(zip(behaviours, found, strict=True), key=lambda one: -one[1])
        return found


def on_processor_time() -> Processor:
    """The clock of the repair engine from now on."""
    processor = Processor()
    for module in (clock, job, laboratory):
        vars(module)["time"] = processor
    return processor


def run(tasks: Path, out: Path, cpu: float, seconds: float) -> None:
    processor = on_processor_time()
    done = {json.loads(line)["id"] for line in out.read_text().splitlines()} if out.exists() else set()
    until, tools = time.monotonic() + seconds, join(Settings())
    author = Author(tools.search, tools.judge)
    for scored in read_repair_tasks(tasks):
        if scored.id in done or time.monotonic() > until:
            continue
        belief, start = Watched(), processor.monotonic()
        answer = Repairer(tools.sandbox, author=author, belief=belief).repair(scored.task, Budget(seconds=cpu))
        row: Row = {"id": scored.id, "cpu": round(processor.monotonic() - start, 2), "solved": None, "operators": []}
        row["reasons"] = list(answer.judgement.reasons)
        if answer.patch is not None:
            row["solved"] = right(tools.sandbox, scored, [{**_targets(scored), **answer.patch.files}])[0]
            row["operators"] = answer.patch.operator.split(", then ")
        best = [each.members[0].texts() for each, _ in belief.seen[:MOST]]
        row["right"] = right(tools.sandbox, scored, best) if best else []
        with out.open("a", encoding="utf-8") as sink:
            sink.write(json.dumps(row) + "\n")
    tools.close()


def _targets(scored: Scored[Any]) -> dict[str, str]:
    return {path: scored.task.files[path] for path in scored.task.target}


def failure_class(row: Row) -> str:
    """Why a task is not solved, as far as its rows say."""
    if row["solved"]:
        return "solved"
    known = "the best is right" if row["right"][:1] == [True] else "a right one is ranked below"
    known = known if any(row["right"]) else "no right one passes"
    if row["solved"] is False:
        return f"answered wrong: {known}"
    return f"abstained: {known}" if row["right"] else "abstained: nothing passes"


def table(rows: Sequence[Row]) -> None:
    for kind, count in Counter(map(failure_class, rows)).most_common():
        print(f"{count:5}  {kind}")
    good, bad = (
        Counter(name for row in rows if row["solved"] is wanted for name in row["operators"]) for wanted in (1, 0)
    )
    for name in sorted({*good, *bad}, key=lambda name: (-good[name], name)):
        print(f"{name:44} {good[name]:5} right {bad[name]:3} wrong")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(dest="kind", required=True)
    running = kinds.add_parser("run")
    running.add_argument("tasks", type=Path)
    running.add_argument("--out", type=Path, required=True)
    running.add_argument("--cpu", type=float, default=8.0)
    running.add_argument("--seconds", type=float, default=270.0)
    showing = kinds.add_parser("table")
    showing.add_argument("rows", type=Path, nargs="+")
    given = parser.parse_args()
    if given.kind == "run":
        run(given.tasks, given.out, given.cpu, given.seconds)
    else:
        table([json.loads(line) for path in given.rows for line in path.read_text().splitlines()])


if __name__ == "__main__":
    main()
