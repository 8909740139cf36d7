"""Score an engine on tasks whose hidden tests it cannot reach."""

import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from aurora.adapters.tasks.read import Scored
from aurora.contracts.sandbox import Sandbox
from aurora.model.answer import Repair, Synthesis
from aurora.model.execution import Limits, Program, lean_pytest
from aurora.model.task import RepairTask, SynthesisTask
from aurora.model.verdict import Verdict

T = TypeVar("T")

Row = dict[str, Any]
"""One row of `results.jsonl`."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What is scored: tasks, and how one of them becomes a row."""

    tasks: Sequence[Scored[Any]]
    score: Callable[[Scored[Any]], Row]
    jobs: int = 1

    def rows(self, done: Iterable[str]) -> Iterator[Row]:
        """Score the tasks that are not `done`, `jobs` at a time; rows come as they are ready."""
        finished = set(done)
        waiting = iter([task for task in self.tasks if task.id not in finished])
        with ThreadPoolExecutor(self.jobs) as pool:
            running: set[Future[Row]] = set()
            try:
                while True:
                    for task in waiting:
                        running.add(pool.submit(self.score, task))
                        if len(running) >= self.jobs:
                            break
                    if not running:
                        return
                    ready, running = wait(running, return_when=FIRST_COMPLETED)
                    for future in ready:
                        yield future.result()
            finally:
                for future in running:
                    future.cancel()


def synthesis_row(scored: Scored[SynthesisTask], answer: Synthesis, sandbox: Sandbox) -> Row:
    """Judge a synthesised function by the hidden asserts, in a sandbox that the engine never saw."""
    answered = answer.verdict.answered
    solved = _passes_hidden(scored, answer.code, sandbox) if answered else None
    return {
        "id": scored.id,
        "verdict": str(answer.verdict),
        "solved": _expected(scored.expect, solved, asked=answer.question is not None),
        "seconds": round(answer.seconds, 3),
        "candidates": answer.tried,
        "peak_mb": round(answer.peak_mb, 1) or None,
        "strategy": answer.strategy,
        "code": answer.code if answered else "",
        "reasons": list(answer.judgement.reasons),
    }


def repair_row(scored: Scored[RepairTask], answer: Repair, sandbox: Sandbox) -> Row:
    """Judge a repair by the hidden tests, in a sandbox that the engine never saw."""
    answered = answer.verdict.answered and answer.patch is not None
    changed = answer.patch.files if answered and answer.patch else {}
    solved = _passes_hidden_tests(scored, changed, sandbox) if answered else None
    return {
        "id": scored.id,
        "verdict": str(answer.verdict),
        "solved": _expected(scored.expect, solved, asked=False),
        "seconds": round(answer.seconds, 3),
        "candidates": answer.tried,
        "peak_mb": round(answer.peak_mb, 1) or None,
        "strategy": answer.strategy,
        "patch": changed,
        "reasons": list(answer.judgement.reasons),
    }


def _expected(expect: str, solved: bool | None, *, asked: bool) -> bool | None:
    """A task that should not be answered is solved by not answering it, or by asking."""
    if not expect:
        return solved
    return solved is None or (expect == "ask" and asked)


def _passes_hidden(scored: Scored[SynthesisTask], code: str, sandbox: Sandbox) -> bool:
    tests = (*scored.task.asserts, *scored.hidden)
    source = "\n".join([scored.setup, code, *tests])
    return sandbox.run(Program(source=source, limits=Limits(wall_seconds=20, cpu_seconds=20))).ok


def _is_new_module(path: str, scored: Scored[RepairTask]) -> bool:
    """Whether a patch adds this file: a module that takes no other's place and does not steer pytest."""
    known = {**scored.task.files, **scored.task.tests, **scored.hidden_files}
    return path.endswith(".py") and path not in known and PurePosixPath(path).name != "conftest.py"


def _passes_hidden_tests(scored: Scored[RepairTask], changed: dict[str, str], sandbox: Sandbox) -> bool:
    task = scored.task
    if any(path not in task.target and not _is_new_module(path, scored) for path in changed):
        return False
    files = {**task.files, **changed, **task.tests, **scored.hidden_files}
    command = ("python", "-m", "pytest", "-q", "-x", *lean_pytest(files), *scored.hidden_files)
    seconds = task.timeout * (1 + len(scored.hidden_files)) + 10
    limits = Limits(wall_seconds=seconds, cpu_seconds=seconds)
    return sandbox.run(Program(command=command, files=files, limits=limits)).ok


def summarise(rows: Sequence[Row], **facts: object) -> dict[str, Any]:
    """The figures of `summary.json`; `facts` (budget, jobs, version, commit) are added as they are."""
    answered = [row for row in rows if row["verdict"] in (Verdict.VERIFIED, Verdict.CONSISTENT)]
    verified = [row for row in rows if row["verdict"] == Verdict.VERIFIED]
    solved = [row for row in rows if row["solved"]]
    seconds = sorted(row["seconds"] for row in rows)
    return {
        "tasks": len(rows),
        "answered": len(answered),
        "solved": len(solved),
        "solved_rate": _share(len(solved), len(rows)),
        "verified": len(verified),
        "verified_solved": _count_solved(verified),
        "verified_precision": _share(_count_solved(verified), len(verified)),
        "answered_precision": _share(_count_solved(answered), len(answered)),
        "p50_seconds": round(statistics.median(seconds), 3) if seconds else None,
        "p95_seconds": seconds[min(len(seconds) - 1, int(len(seconds) * 0.95))] if seconds else None,
        "peak_mb": max((row["peak_mb"] for row in rows if row["peak_mb"]), default=None),
        **facts,
        "by_strategy": _by_strategy(answered),
    }


def _by_strategy(rows: Sequence[Row]) -> dict[str, dict[str, int]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row["strategy"]].append(row)
    return {name: {"answered": len(of), "solved": _count_solved(of)} for name, of in sorted(groups.items())}


def _count_solved(rows: Sequence[Row]) -> int:
    return sum(bool(row["solved"]) for row in rows)


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
