"""What each strategy and each knowledge pack is worth to the search: solved tasks with it, and with it switched off.

Run: python -m bench.ablation.synthesis [TASKS.jsonl ...] [--every 10] [--budget 2] [--seconds 280] [--only ID ...]

It is cut after `--seconds`; run it again until it says that all is measured. Everything is kept in `--state`, so it
goes on where it ended, as long as the sources are the same. Without files of tasks that takes some fifteen minutes of a
core; every twelfth task of the seven public sets takes as long again. It tells how far it is, and writes the rows of
`bench/measurements.jsonl`, from which levels are computed, for the parts that are done.

The sample: the probes of all packs and strategies, the everyday requests, the functions of `specs/`, and every n-th
task of the files given. A task is solved when the first candidate of the search keeps its hidden asserts (those of a
specification are its examples).

Each task is searched once with everything. A part is then switched off only for the solved tasks whose answer was found
by that strategy, or uses a component of that pack: the figure `off` takes for granted that the other answers stay as
they are, so a part that no answer used loses nothing. That leaves out what a part costs others in time: tasks that are
solved only without it are not looked for. A strategy that lends what it makes to the others (`LENDERS`) is named by no
answer, whoever takes it from the bank is; it is switched off for all solved tasks.

A search is ended by steps of work, as many as a core does in `--budget` seconds, so a busy machine finds the same.
"""

import argparse
import json
import pkgutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.adapters.specs.reader import read_spec
from aurora.adapters.tasks.read import Scored, read_synthesis_tasks
from aurora.contracts.pack import Pack
from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.model.effort import SECOND
from aurora.model.execution import Limits, Program
from aurora.model.task import Budget, SynthesisTask

_STRATEGIES, _PACKS = "aurora.modules.autonomy.synthesis", "aurora.units.knowledge"
_BENCH = Path(__file__).parents[1]
LENDERS = (f"{_STRATEGIES.removeprefix('aurora.')}.retrieve_component",)  # fill the bank that all share
_TOLD_EVERY = 10.0  # seconds between two words of how far it is
_MEASURED = ("src", "specs", "bench/ablation", "bench/probes.py", "bench/strategies.jsonl", "bench/everyday.jsonl")
_PATIENCE = 60.0  # seconds of a stalled machine for each second's worth of steps
_MEASUREMENTS = _BENCH / "measurements.jsonl"
_FLOW = "python -m bench.ablation.synthesis"


def main() -> None:
    """Measure until everything is done or the seconds are over."""
    options = _options()
    own = [*probes(), *everyday(), *specified()]
    sample = [*own, *(task for file in options.tasks for task in read_synthesis_tasks(file)[:: options.every])]
    state = State(options.state, [task.id for task in sample], options.budget)
    parts = options.only or switches()
    deadline = time.monotonic() + options.seconds
    with closing(open_sandbox(workers=1)) as sandbox:
        measured = Measured(sandbox, sample, options.budget, deadline, state)
        measured.run("", [task.id for task in sample])
        whole = state.rows("")
        done = len(whole) == len(sample)
        for part in sorted(parts, key=lambda part: len(state.touched(part))) if done else ():
            measured.run(part, state.touched(part))
    finished = [part for part in parts if done and state.finished(part)]
    lost = {part: state.lost(part) for part in finished}
    solved = sum(row["solved"] for row in whole.values())
    print(f"{len(whole)} of {len(sample)} tasks searched, {solved} solved; {len(lost)} of {len(parts)} parts measured")
    for part, names in sorted(lost.items(), key=lambda pair: -len(pair[1])):
        if names or part in LENDERS:
            print(f"{len(names):4} of {len(state.touched(part))} answers lost without {part}: {' '.join(names[:6])}")
    print(f"nothing is lost without: {' '.join(part for part, names in lost.items() if not names) or 'none'}")
    print("all is measured" if len(lost) == len(parts) else "not all is measured yet: run it again")
    if lost:
        write(_FLOW, len(whole), {part: (solved, solved - len(names)) for part, names in lost.items()})


def switches() -> list[str]:
    """The ids that can be switched off: every strategy and every pack."""
    return sorted(name.removeprefix("aurora.") for name in (*_below(_STRATEGIES), *_below(_PACKS)))


def _below(package: str) -> Iterable[str]:
    return (info.name for info in pkgutil.iter_modules(import_module(package).__path__, f"{package}."))


def probes() -> Iterator[Scored[SynthesisTask]]:
    """The probes of all packs, then of all strategies: their ids begin with the name of the part."""
    for package in _below(_PACKS):
        pack = getattr(import_module(package), "PACK", None)
        for number, probe in enumerate(pack.probes if isinstance(pack, Pack) else ()):
            task = SynthesisTask(probe.prompt, "", probe.signature, asserts=probe.asserts)
            yield Scored(f"{package.rpartition('.')[2]}/{number}", task, hidden=probe.hidden)
    yield from read_synthesis_tasks(_BENCH / "strategies.jsonl")


def everyday() -> Iterator[Scored[SynthesisTask]]:
    """Forty requests of our own that no part was chosen for."""
    yield from read_synthesis_tasks(_BENCH / "everyday.jsonl")


def specified() -> Iterator[Scored[SynthesisTask]]:
    """The functions of the specifications."""
    for path in sorted(Path("specs").glob("*.md")):
        for function in read_spec(path).functions:
            yield Scored(f"{path.stem}/{function.task.name}", function.task)


class State:
    """The rows of a measurement that may be cut: one file for the sample with everything and for each part."""

    def __init__(self, folder: Path, sample: list[str], budget: float) -> None:
        self._folder, self._sample = folder, set(sample)
        folder.mkdir(parents=True, exist_ok=True)
        plan = folder / "plan.json"
        wanted = {"budget": budget, "sources": sources()}
        if plan.exists() and json.loads(plan.read_text(encoding="utf8")) != wanted:
            raise SystemExit(f"{folder} holds another budget or commit; give another --state, or remove it.")
        plan.write_text(json.dumps(wanted), encoding="utf8")

    def rows(self, part: str) -> dict[str, dict[str, Any]]:
        """The rows so far of the tasks in the sample, by task."""
        path = self._path(part)
        lines = path.read_text(encoding="utf8").splitlines() if path.exists() else []
        return {row["id"]: row for row in map(json.loads, lines) if row["id"] in self._sample}

    def add(self, part: str, row: dict[str, Any]) -> None:
        """Keep a row."""
        with self._path(part).open("a", encoding="utf8") as file:
            file.write(json.dumps(row) + "\n")

    def finished(self, part: str) -> bool:
        """Whether every task whose answer used the part was searched without it."""
        return set(self.touched(part)) <= set(self.rows(part))

    def lost(self, part: str) -> list[str]:
        """The tasks that are not solved without the part."""
        rows = self.rows(part)
        return [name for name in self.touched(part) if not rows[name]["solved"]]

    def touched(self, part: str) -> list[str]:
        """The solved tasks whose answer used the part, or may have."""
        solved = ((name, row["uses"]) for name, row in self.rows("").items() if row["solved"])
        return [name for name, uses in solved if part in uses or part in LENDERS]

    def _path(self, part: str) -> Path:
        return self._folder / f"{part or 'everything'}.jsonl"


@dataclass(frozen=True, slots=True)
class Measured:
    """Searches tasks without one part, until a deadline."""

    sandbox: Sandbox
    sample: list[Scored[SynthesisTask]]
    budget: float
    deadline: float
    state: State

    def run(self, part: str, ids: list[str]) -> None:
        """Search the tasks of these ids that were not searched without the part yet."""
        known = self.state.rows(part)
        waiting = [task for task in self.sample if task.id in ids and task.id not in known]
        if not waiting or time.monotonic() > self.deadline:
            return
        synthesizer = Synthesizer(self.sandbox, without=(part,) if part else ())
        told = time.monotonic()
        try:
            for number, task in enumerate(waiting):
                if time.monotonic() > self.deadline:
                    return
                if time.monotonic() - told > _TOLD_EVERY:
                    told = time.monotonic()
                    print(f"without {part or 'nothing'}: {number} of {len(waiting)} tasks", file=sys.stderr, flush=True)
                self.state.add(part, self._row(synthesizer, task))
        finally:
            synthesizer.close()

    def _row(self, synthesizer: Synthesizer, scored: Scored[SynthesisTask]) -> dict[str, Any]:
        steps = int(self.budget * SECOND)
        found = synthesizer.search(scored.task, Budget(_PATIENCE * self.budget, steps=steps))
        if not found.candidates:
            return {"id": scored.id, "solved": False, "uses": []}
        best = found.candidates[0]
        packs = sorted({name.rpartition(".")[0] for name in best.components})
        return {"id": scored.id, "solved": self._solves(scored, best.code), "uses": [best.strategy, *packs]}

    def _solves(self, scored: Scored[SynthesisTask], code: str) -> bool:
        task = scored.task
        tests = (scored.setup, *task.library.values(), code, *task.asserts, *scored.hidden)
        return self.sandbox.run(Program(source="\n".join(tests), limits=Limits(wall_seconds=20.0))).ok


def sources() -> str:
    """The commit that changed what is measured last, with a mark when there are changes that are in no commit."""
    changed = _git("status", "--porcelain", "--", *_MEASURED)
    return _git("log", "-1", "--format=%h", "--", "src", "specs") + ("+" if changed else "")


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], check=True, capture_output=True, text=True).stdout.strip()


def write(flow: str, tasks: int, figures: Mapping[str, tuple[float, float]]) -> None:
    """Put the figures of these parts, solved of so many tasks with and without each, in the place of older ones."""
    lines = _MEASUREMENTS.read_text(encoding="utf8").splitlines() if _MEASUREMENTS.exists() else []
    kept = [row for row in map(json.loads, lines) if (row["flow"], row["id"]) not in {(flow, part) for part in figures}]
    command = " ".join([flow, *sys.argv[1:]])
    record = {"tasks": tasks, "commit": sources(), "date": f"{datetime.now(UTC):%Y-%m-%d}", "command": command}
    fresh = [{"id": part, "flow": flow, "on": on, "off": off, **record} for part, (on, off) in figures.items()]
    ordered = sorted((*kept, *fresh), key=lambda row: (row["flow"], row["id"]))
    _MEASUREMENTS.write_text("".join(json.dumps(row) + "\n" for row in ordered), encoding="utf8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tasks", type=Path, nargs="*")
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--budget", type=float, default=2.0, help="seconds of a core a search, in steps")
    parser.add_argument("--seconds", type=float, default=280.0, help="after which it stops, to go on another time")
    parser.add_argument("--state", type=Path, default=Path("runs/ablation"))
    parser.add_argument("--only", nargs="*", help="ids to switch off; all when none is given")
    return parser.parse_args()


if __name__ == "__main__":
    main()
