"""What each repair operator and each static fixer is worth: tasks solved with it, and with it switched off.

Run: python -m bench.ablation.repair TASKS.jsonl ... [--budget 20] [--seconds 280] [--state runs/repair] [--only ID ...]

It is cut after `--seconds`; run it again until it says that all is measured. Everything is kept in `--state`, so it
goes on where it ended, as long as the sources are the same; several runs over different files of tasks may share it.
`--only` without an id repairs with everything and switches nothing off. The rows of `bench/measurements.jsonl`, from
which levels are computed, are written for the parts that are done.

Each task is repaired once with everything, and what every candidate that passed its tests was made by is kept. A part
is then switched off for the tasks of which it made one of these, or a step to one: it was the answer, vouched for it,
or was a rival that was doubted or believed. So what is lost without a part counts, and what is solved only without it.
The figure `off` takes for granted that the other answers stay as they are: a part whose candidates all fail there costs
the steps of trying them, which is left out.

The budget is counted in steps, with a wide limit of processor time, so that a busy machine finds the same; hidden tests
decide.
"""

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.ablation.synthesis import State, write
from bench.repair_classes import Watched, on_processor_time
from bench.repair_doubt import MOST, right

from aurora.adapters.tasks.read import Scored, read_repair_tasks
from aurora.adapters.toolbox.types import TypeCheckers
from aurora.app import join
from aurora.contracts.fixer import FIXER
from aurora.contracts.operator import REPAIR_OPERATOR
from aurora.engines.repair.anew import Author
from aurora.engines.repair.belief import Behaviour
from aurora.engines.repair.engine import Repairer
from aurora.flows.tools import Tools
from aurora.model.answer import Repair
from aurora.model.effort import SECOND
from aurora.model.settings import Settings
from aurora.model.task import Budget, RepairTask
from aurora.registry.discover import discover

_OPERATORS, _FIXERS = "aurora.modules.autonomy.repair", "aurora.modules.autonomy.fixers"
_FLOW = "python -m bench.ablation.repair"
_WORK = SECOND // 3  # steps for each second of the budget, as a repair reckons them
_PATIENCE = 3.0  # processor seconds for each second's worth of steps
Row = dict[str, Any]


def main() -> None:
    """Measure until everything is done or the seconds are over."""
    options = _options()
    sample = [task for file in options.tasks for task in read_repair_tasks(file)]
    kept = Kept(options.state, [task.id for task in sample], options.budget)
    parts = switches() if options.only is None else options.only
    measured = Measured(sample, options.budget, time.monotonic() + options.seconds, kept)
    measured.run("", [task.id for task in sample])
    whole = kept.rows("")
    done = len(whole) == len(sample)
    for part in sorted(parts, key=lambda part: len(kept.touched(part))) if done else ():
        measured.run(part, kept.touched(part))
    finished = [part for part in parts if done and kept.finished(part)]
    solved = sum(bool(row["solved"]) for row in whole.values())
    print(f"{len(whole)} of {len(sample)} tasks repaired, {solved} solved; {len(finished)} of {len(parts)} measured")
    figures = {}
    for part in finished:
        lost, gained = kept.lost(part), kept.gained(part)
        figures[part] = (solved, solved - len(lost) + len(gained))
        counts = f"{len(kept.touched(part)):4} touched {len(lost):3} lost {len(gained):3} gained"
        print(f"{part:44}{counts}", *lost[:4], "|" if gained else "", *gained[:4])
    print("all is measured" if done and len(finished) == len(parts) else "not all is measured yet: run it again")
    if figures:
        write(_FLOW, len(whole), figures)


def switches() -> list[str]:
    """The ids that can be switched off: every operator and every fixer."""
    registry = discover(_OPERATORS, _FIXERS)
    return sorted(part.id for part in (*registry.of(REPAIR_OPERATOR), *registry.of(FIXER)))


class Kept(State):
    """The rows of all repairs with everything, and of those without each part."""

    def touched(self, part: str) -> list[str]:
        """The tasks of which the part made a candidate that passed, or a step to one, whatever came of it."""
        return [name for name, row in self.rows("").items() if part in row["uses"]]

    def lost(self, part: str) -> list[str]:
        """The solved tasks that are not solved without the part."""
        return self._turned(part, solved=True)

    def gained(self, part: str) -> list[str]:
        """The tasks that are solved only without the part."""
        return self._turned(part, solved=False)

    def _turned(self, part: str, *, solved: bool) -> list[str]:
        before, after = self.rows(""), self.rows(part)
        touched = [name for name in self.touched(part) if bool(before[name]["solved"]) is solved]
        return [name for name in touched if bool(after[name]["solved"]) is not solved]


class Noting(Watched):
    """Believes as ever, and notes which parts made what passes."""

    def __init__(self) -> None:
        super().__init__()
        self.uses: set[str] = set()

    def shares(self, behaviours: Sequence[Behaviour]) -> list[float]:
        """See `Belief`."""
        for behaviour in behaviours:
            for each in behaviour.members:
                self.uses.update(parts_of(", then ".join((*each.state.steps, each.operator))))
        return super().shares(behaviours)


def parts_of(steps: str) -> Iterator[str]:
    """The parts that made a patch, of the words that say so."""
    yield from (step for step in steps.split(", then ") if step)


@dataclass(frozen=True, slots=True)
class Measured:
    """Repairs tasks without one part, until a deadline."""

    sample: list[Scored[RepairTask]]
    budget: float
    deadline: float
    kept: Kept

    def run(self, part: str, ids: list[str]) -> None:
        """Repair the tasks of these ids that were not repaired without the part yet."""
        known, wanted = self.kept.rows(part), set(ids)
        waiting = [task for task in self.sample if task.id in wanted and task.id not in known]
        if not waiting or time.monotonic() > self.deadline:
            return
        processor, tools, belief = on_processor_time(), join(Settings()), Noting()
        without = (part,) if part else ()
        budget = Budget(seconds=_PATIENCE * self.budget, steps=int(self.budget * _WORK))
        author, types = Author(tools.search, tools.judge), TypeCheckers()
        repairer = Repairer(tools.sandbox, without=without, author=author, belief=belief, types=types)
        try:
            for scored in waiting:
                if time.monotonic() > self.deadline:
                    return
                belief.uses, belief.seen = set(), []
                start = processor.monotonic()
                answer = repairer.repair(scored.task, budget)
                cpu = round(processor.monotonic() - start, 2)
                self.kept.add(part, {**row(scored, answer, belief, tools, best=not part), "cpu": cpu})
        finally:
            tools.close()


def row(scored: Scored[RepairTask], answer: Repair, belief: Noting, tools: Tools, *, best: bool) -> Row:
    """What came of one repair; with the hidden tests of the `best` behaviours that were compared, where it failed."""
    answered = answer.verdict.answered and answer.patch is not None
    patch = answer.patch.files if answered and answer.patch else {}
    texts = {path: scored.task.files[path] for path in scored.task.target}
    solved = right(tools.sandbox, scored, [{**texts, **patch}])[0] if answered else None
    seen = [each.members[0].texts() for each, _ in belief.seen[:MOST]] if best and not solved else []
    operators = list(parts_of(answer.patch.operator)) if answered and answer.patch else []
    return {
        "id": scored.id,
        "verdict": str(answer.verdict),
        "solved": solved,
        "candidates": answer.tried,
        "operators": operators,
        "uses": sorted({*operators, *belief.uses}),
        "patch": patch,
        "right": right(tools.sandbox, scored, seen) if seen else [],
        "reasons": list(answer.judgement.reasons),
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", type=Path, nargs="+")
    parser.add_argument("--budget", type=float, default=20.0, help="seconds a task, in steps")
    parser.add_argument("--seconds", type=float, default=280.0, help="after which it stops, to go on another time")
    parser.add_argument("--state", type=Path, default=Path("runs/repair"))
    parser.add_argument("--only", nargs="*", help="ids to switch off; all when this is not given")
    return parser.parse_args()


if __name__ == "__main__":
    main()
