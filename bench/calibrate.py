"""Calibrates the judge: which answers to development tasks were right, what was measured of them, and a model of that.

Run: python -m bench.calibrate FILE.jsonl ... [--rows FOLDER] [--step 4] [--budget 3] [--seconds 280]

Searches are kept in the folder of rows and not run again; what the judge measures is always measured afresh.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.adapters.tasks.read import Scored, read_synthesis_tasks
from aurora.contracts.sandbox import Sandbox
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.verify import model as model_module
from aurora.engines.verify.behaviour import Probe
from aurora.engines.verify.engine import Verifier
from aurora.engines.verify.model import Model, Row, fit, fitted, least_confidence
from aurora.model.answer import Candidate, Found
from aurora.model.errors import AuroraError
from aurora.model.task import Budget, SynthesisTask

MODEL = Path(model_module.__file__).with_name("model.json")
PRIOR = {"guarded": 8.0, "examples": 0.6, "agreement": 0.4}  # no task has postconditions, few have one example
STRENGTH = 10.0  # by which weights are drawn to the prior
STEERING = "mbpp"  # the set of which the verified answers must be right often enough, too
VERIFIED_PRECISION = 0.96  # of all sets together, and of the steering set; promised is 0.95
ANSWERED_PRECISION = 0.82  # of answers to words and few examples; promised is 0.80
LEAST_ANSWERED = 20  # answers by which that is told
LEAST_CONFIDENCE = 0.5  # with which words and few examples are answered: below it right answers become rare at once
LEAST_SHOWN = 3  # examples that a search is given when the others are held out


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search found for one task, and which candidates the hidden asserts call right."""

    set: str
    id: str
    task: SynthesisTask
    found: Found
    right: tuple[bool, ...]

    def row(self) -> dict[str, Any]:
        """As plain values."""
        task = {name: getattr(self.task, name) for name in ("prompt", "name", "signature", "setup", "asserts")}
        return {"set": self.set, "id": self.id, "task": task, "found": asdict(self.found), "right": self.right}


def read_row(row: dict[str, Any]) -> Searched:
    """A kept search."""
    task = SynthesisTask(**{**row["task"], "asserts": tuple(row["task"]["asserts"])})
    candidates, near = (tuple(map(_candidate, row["found"].get(name, ()))) for name in ("candidates", "near"))
    found = Found(**{**row["found"], "candidates": candidates, "near": near, "notes": tuple(row["found"]["notes"])})
    return Searched(row["set"], row["id"], task, found, tuple(row["right"]))


def _candidate(item: dict[str, Any]) -> Candidate:
    return Candidate(**{**item, "components": tuple(item["components"]), "notes": tuple(item["notes"])})


def held_out(scored: Scored[SynthesisTask], shown: int = 0) -> Scored[SynthesisTask]:
    """The task with only the first `shown` examples; with 0, with every other one hidden when nothing else is, three at
    least being shown."""
    asserts = scored.task.asserts
    if not shown and (scored.hidden or len(asserts) <= LEAST_SHOWN):
        return scored
    size = shown or max(LEAST_SHOWN, (len(asserts) + 1) // 2)
    spread = asserts[:shown] or [asserts[place * len(asserts) // size] for place in range(size)]
    hidden = tuple(text for text in asserts if text not in spread)
    return replace(scored, task=replace(scored.task, asserts=tuple(spread)), hidden=(*hidden, *scored.hidden))


def search(path: Path, options: argparse.Namespace, until: float, sandbox: Sandbox) -> None:
    """Search for every `step`-th task of a file that was not searched before, until the clock says so."""
    name = f"{path.stem}-{options.shown}" if options.shown else path.stem
    kept = options.rows / f"{name}.jsonl"
    known = {row["id"] for row in map(json.loads, kept.read_text().splitlines())} if kept.exists() else set()
    searcher = Synthesizer(sandbox)
    try:
        with kept.open("a") as file:
            for whole in read_synthesis_tasks(path)[:: options.step]:
                scored = held_out(whole, options.shown)
                if time.monotonic() > until:
                    return
                if scored.id not in known and scored.hidden:
                    file.write(
                        json.dumps(_searched(name, scored, searcher, Budget(options.budget), sandbox).row()) + "\n"
                    )
                    file.flush()
    finally:
        searcher.close()


def _searched(
    name: str, scored: Scored[SynthesisTask], searcher: Synthesizer, budget: Budget, sandbox: Sandbox
) -> Searched:
    try:
        found = searcher.search(scored.task, budget)
    except AuroraError as error:
        found = Found(notes=(str(error),))
    hidden = Probe(scored.task, (), asserts=scored.hidden)
    behaviours = hidden.ask(sandbox, [candidate.code for candidate in found.candidates], seconds=8)
    return Searched(name, scored.id, scored.task, found, tuple(behaviour.passes for behaviour in behaviours))


def rows(folder: Path) -> Iterator[Searched]:
    """All kept searches."""
    for path in sorted(folder.glob("*.jsonl")):
        yield from (read_row(json.loads(line)) for line in path.read_text().splitlines())


@dataclass(frozen=True, slots=True)
class Judged:
    """What the judge measured of one task's best candidate."""

    set: str
    id: str
    row: Row
    obstacles: int  # that keep it from being verified, whatever the confidence
    possible: bool  # whether any candidate was right


def examined(searches: Iterable[Searched], sandbox: Sandbox) -> Iterator[Judged]:
    """The evidence for the best candidate of each search that found something."""
    judge = Verifier(sandbox, Model(0.0, (0.0,) * len(model_module.NAMES)))  # measuring needs no weights
    for searched in searches:
        try:
            found = judge.examine(searched.task, searched.found, Budget(6.0))
        except AuroraError as error:
            print(searched.id, error, file=sys.stderr)
            continue
        if found:
            place = [candidate.code for candidate in searched.found.candidates].index(found.candidate.code)
            row = Row(found.evidence, found.candidate.strategy, searched.right[place])
            yield Judged(searched.set, searched.id, row, len(found.obstacles), any(searched.right))


def fitted_to(answers: Sequence[Row], known: Model | None = None) -> Model:
    """The model of these answers, with its steps; of one that is known the steps alone are fitted."""
    return (known or fit(answers, prior=PRIOR, strength=STRENGTH)).stepped(answers)


def answered_from(judged: Sequence[Judged], confidences: Sequence[float]) -> float:
    """The least confidence from which on enough answers to words and few examples were right."""
    scant = [(c, one.row.right) for one, c in zip(judged, confidences, strict=True) if one.row.evidence.scant]
    return max(LEAST_CONFIDENCE, least_confidence(scant, ANSWERED_PRECISION, least=LEAST_ANSWERED))


def crossed(judged: Sequence[Judged], known: Model | None = None, folds: int = 10) -> list[float]:
    """The confidence in each answer of a model that was fitted to the answers of the other folds."""
    fold = [int(sha256(one.id.encode()).hexdigest(), 16) % folds for one in judged]
    models = [
        fitted_to([one.row for one, of in zip(judged, fold, strict=True) if of != out], known) for out in range(folds)
    ]
    return [models[of].confidence(one.row.evidence, one.row.strategy) for one, of in zip(judged, fold, strict=True)]


def verified_from(judged: Sequence[Judged], confidences: Sequence[float]) -> float:
    """The least confidence from which on enough answers were right that nothing stands in the way of, of all sets
    together and of the steering set."""
    sure = [(one, confidence) for one, confidence in zip(judged, confidences, strict=True) if not one.obstacles]
    everything = [(confidence, one.row.right) for one, confidence in sure]
    steering = [(confidence, one.row.right) for one, confidence in sure if one.set == STEERING]
    return max(least_confidence(found, VERIFIED_PRECISION) for found in (everything, steering) if found)


def report(judged: Sequence[Judged], confidences: Sequence[float], model: Model) -> Iterator[str]:
    """A line for each set: what was answered and verified by the crossed confidences, and how often it was right."""
    yield "| set | judged | a right candidate | best right | answered | right | verified | right |"
    yield "|---|---|---|---|---|---|---|---|"
    names = sorted({one.set for one in judged})
    for name in [*names, "all"]:
        of = [(one, c) for one, c in zip(judged, confidences, strict=True) if name in (one.set, "all")]
        answered = [one for one, c in of if model.answers(one.row.evidence, c)]
        verified = [one for one, c in of if c >= model.verified_at and not one.obstacles]
        counts = (len(of), sum(one.possible for one, _ in of), sum(one.row.right for one, _ in of))
        yield f"| {name} | {' | '.join(map(str, counts))} | {_told(answered)} | {_told(verified)} |"


def _told(answers: Sequence[Judged]) -> str:
    right = sum(one.row.right for one in answers)
    return f"{len(answers)} | {right} ({right / len(answers):.0%})" if answers else "0 | 0"


def main() -> None:
    options = _options()
    options.rows.mkdir(parents=True, exist_ok=True)
    sandbox = open_sandbox(workers=1)
    until = time.monotonic() + options.seconds
    try:
        for path in options.files:
            search(path, options, until, sandbox)
        if not options.fit:
            return
        judged = list(examined(rows(options.rows), sandbox))
    finally:
        sandbox.close()
    known = fitted() if options.steps else None
    confidences = crossed(judged, known)
    model = replace(
        fitted_to([one.row for one in judged], known),
        scant_at=answered_from(judged, confidences),
        verified_at=known.verified_at if known else verified_from(judged, confidences),
    )
    print(*report(judged, confidences, model), sep="\n")
    if options.write:
        MODEL.write_text(model.text())


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rows", type=Path, default=Path("/tmp/aurora-calibration"), help="where searches are kept")
    parser.add_argument("--step", type=int, default=4, help="every how many tasks of a file")
    parser.add_argument("--shown", type=int, default=0, help="how many examples a search is given; 0 for all")
    parser.add_argument("--budget", type=float, default=3.0, help="seconds of a search")
    parser.add_argument("--seconds", type=float, default=280.0, help="after which no search is begun")
    parser.add_argument("--fit", action="store_true", help="judge what was found, fit the model, print its figures")
    parser.add_argument("--steps", action="store_true", help="fit the steps alone, keep the weights")
    parser.add_argument("--write", action="store_true", help="and write it where the judge reads it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
