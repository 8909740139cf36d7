"""Execution Engine: runs an execution mode within its budget, and notes when each run began and how it ended.

Drill: the power fails in the middle of a run and of a line of the journal; the run is noted as lost, and the journal
goes on.
"""

import json
import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aurora.adapters.projects.replace import replace_text
from aurora.contracts.living import House, Living
from aurora.contracts.mode import Mode, World
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.mode import Result

_MOST_BYTES = 1 << 20  # above it the older half of the journal is dropped


@dataclass(frozen=True, slots=True)
class Done:
    """What a run came to: its result, its seconds, and whether it took longer than its budget."""

    result: Result[Any]
    seconds: float
    overran: bool


@dataclass(slots=True)
class Runner:
    """Runs modes; the journal has a line for the beginning and one for the end of each run. Used from any thread."""

    journal: Path
    _lock: threading.Lock = field(default_factory=threading.Lock)
    runs: int = 0

    def run(self, unit: str, mode: Mode[Any, Any], given: Any, world: World) -> Done:
        """Run a mode; whoever watches its progress ends it by raising there. Raises what these raise."""
        began, id_ = time.perf_counter(), self.begin(unit)
        try:
            result = mode(given, world)
        except BaseException as error:
            self.end(id_, type(error).__name__)
            raise
        seconds = time.perf_counter() - began
        self.end(id_, "done" if result.done else "not done")
        return Done(result, seconds, seconds > world.budget.seconds)

    def begin(self, unit: str) -> str:
        """Note that a run begins; its id."""
        self.runs += 1
        id_ = f"{os.getpid()}.{time.time_ns()}"
        self._note({"run": id_, "unit": unit, "began": round(time.time(), 3)})
        return id_

    def end(self, id: str, how: str) -> None:
        """Note how a run ended."""
        self._note({"run": id, "ended": how, "moment": round(time.time(), 3)})

    def open(self) -> tuple[list[str], bool]:
        """Runs that began, did not end, and whose process is gone; and whether every line is whole."""
        rows, whole = self._rows()
        ended = {row["run"] for row in rows if "ended" in row}
        begun = [str(row["run"]) for row in rows if "began" in row and row["run"] not in ended]
        return [each for each in begun if not _lives(each)], whole

    def settle(self) -> "Runner":
        """Note the runs that were lost, and drop what is no line."""
        with self._lock:
            rows, _ = self._rows()
            self._write(rows)
        for id_ in self.open()[0]:
            self.end(id_, "lost")
        return self

    def _note(self, row: dict[str, Any]) -> None:
        with self._lock:
            self.journal.parent.mkdir(parents=True, exist_ok=True)
            if self.journal.exists() and self.journal.stat().st_size > _MOST_BYTES:
                rows, _ = self._rows()
                self._write(rows[len(rows) // 2 :])
            with self.journal.open("a", encoding="utf-8") as out:
                out.write(json.dumps(row) + "\n")

    def _write(self, rows: list[dict[str, Any]]) -> None:
        replace_text(self.journal, "".join(json.dumps(row) + "\n" for row in rows))

    def _rows(self) -> tuple[list[dict[str, Any]], bool]:
        text = self.journal.read_text("utf-8") if self.journal.exists() else ""
        rows = []
        for line in text.splitlines():
            try:
                rows.append(json.loads(line))
            except ValueError:
                continue
        return rows, len(rows) == len(text.splitlines())


@component("C3")
def execution_engine(house: House) -> Living:
    """A journal in the folder of the house."""
    care = Care(
        lambda: Runner(house.folder / "executions.jsonl"),
        _wrong,
        _cut,
        lambda it: {"runs": it.runs},
        mend=Runner.settle,
    )
    return Owned(care, house.loan)


def _wrong(it: Runner) -> str:
    lost, whole = it.open()
    if lost:
        return f"{len(lost)} runs began and never ended"
    return "" if whole else "a line of the journal is cut off"


def _cut(it: Runner) -> str:
    gone = {"run": "4194305.1", "unit": "M1", "began": 0.0}  # no process has so large a number
    with it.journal.open("a", encoding="utf-8") as out:
        out.write(json.dumps(gone) + "\n" + json.dumps({"run": "4194305.1", "ended": "done"})[:9])
    return "the process of a run was gone before the note of its end was written"


def _lives(run: str) -> bool:
    return Path(f"/proc/{run.partition('.')[0]}").exists()
