"""The search inside the sandbox: a warm process that knows all components and does each task in a fork."""

import gc
import json
import math
import resource
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, cast

from aurora.contracts.sandbox import Guest
from aurora.contracts.strategy import Problem
from aurora.engines.synthesis import portfolio
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.near import near
from aurora.engines.synthesis.prior import Model, fitted, read_model
from aurora.engines.synthesis.problem import from_json, read
from aurora.engines.synthesis.ranking import chosen
from aurora.engines.synthesis.recall import by_words
from aurora.model.answer import Candidate
from aurora.model.execution import Json, Limits, Outcome

_RESCUE = Path("candidates.jsonl")  # in the scratch folder: what is found outlives a search that is killed
_PROGRESS = Path("progress.json")  # there too: what the search says of itself while it runs
_SAID_EVERY = 0.2  # seconds
_MEMORY = 900 << 20  # bytes of address space: what grows beyond raises MemoryError, and is not wanted
_RANKING = 0.1  # of the seconds are left to rank what was found
_GRACE = 1.0  # seconds for a search to end by itself after its budget


def serve(guest: Guest, payload: Json) -> None:
    """Answer tasks until the host closes (see `contracts.sandbox.Serve`)."""
    plain = cast("dict[str, Any]", payload)
    library = load(tuple(plain["packages"]), tuple(plain["without"]))
    guest.send({"ready": len(library.parts), "notes": list(library.notes)})
    prior = fitted()
    while (message := guest.receive()) is not None:
        asked = cast("dict[str, Any]", message)
        if "prior" in asked:  # the one to search with from now on; empty for the one that comes with Aurora
            prior = read_model(asked["prior"]) if asked["prior"] else fitted()
        else:
            guest.send({"found": _task(guest, library, asked, prior)})


def _task(guest: Guest, library: Library, message: Mapping[str, Any], prior: Model) -> dict[str, Json]:
    seconds, memory = float(message["seconds"]), int(message["memory_mb"])
    for path in (_RESCUE, _PROGRESS):
        path.unlink(missing_ok=True)
    limits = Limits(wall_seconds=seconds + _GRACE, cpu_seconds=seconds + _GRACE, memory_mb=memory, file_mb=32)
    reporter = Reporter(guest)
    limit = int(message.get("steps", 0))
    bias, seed = message.get("bias", {}), int(message["seed"])
    work = partial(search, library, message["task"], seconds, bias, seed, limit, prior)
    outcome = guest.call(work, limits, reporter.relay)
    if outcome.ok and isinstance(outcome.value, dict):
        return {**outcome.value, "peak_mb": outcome.peak_mb}
    return rescued(outcome)


class Reporter:
    """Tells the host what a running search has written of itself, each time that it is new."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self._last: dict[str, Json] = {}

    def relay(self) -> None:
        """Send the last words of the search, if there are new ones."""
        words = _said()
        if words and words != self._last:
            self._last = words
            self._guest.send({"progress": words})


def search(
    library: Library,
    task: Mapping[str, Any],
    seconds: float,
    bias: Mapping[str, float] | None = None,
    seed: int = 0,
    steps: int = 0,
    prior: Model | None = None,
) -> dict[str, Json]:
    """Search for one task; what `engine` reads as a `Found`."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (min(_MEMORY, hard) if hard > 0 else _MEMORY, hard))
    begun = time.monotonic()
    problem = read(from_json(task))
    bench = Bench(library, seconds * (1 - _RANKING), bias, seed, steps=steps, prior=prior)
    with _without_collections():
        found = list(_found(problem, bench))
        best = chosen(problem, found)
        close = near(problem, bench) if best and problem.inputs else []
    notes = [*bench.notes, *([] if problem.inputs else ["no example could be read: found by the words alone"])]
    return {
        "candidates": [plain(candidate) for candidate in best],
        "near": [plain(candidate) for candidate in close],
        "tried": bench.tried,
        "seconds": time.monotonic() - begun,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "exhausted": bench.exhausted,
        "notes": cast("Json", notes),
    }


@contextmanager
def _without_collections() -> Iterator[None]:
    """No looking for cycles of garbage: the bank has none, and looking costs a third of the search."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _found(problem: Problem, bench: Bench) -> Iterator[Candidate]:
    steps = portfolio.run(problem, bench) if problem.inputs else by_words(problem, bench)
    said, best = time.monotonic(), math.inf
    for candidate in steps:
        if candidate:
            best = min(best, candidate.cost)
            with _RESCUE.open("a", encoding="utf8") as file:
                file.write(json.dumps(plain(candidate)) + "\n")
            yield candidate
        if time.monotonic() - said > _SAID_EVERY:
            said = time.monotonic()
            cost = best if best < math.inf else None
            words = {"phase": bench.phase.rpartition(".")[2], "tried": bench.tried, "best": cost}
            _PROGRESS.write_text(json.dumps(words), encoding="utf8")


def plain(candidate: Candidate) -> dict[str, Json]:
    """A candidate as plain values."""
    return {
        "code": candidate.code,
        "strategy": candidate.strategy,
        "cost": candidate.cost,
        "components": list(candidate.components),
        "notes": list(candidate.notes),
    }


def _said() -> dict[str, Json]:
    """What a search has written of itself last; nothing when it has not begun, or is writing."""
    try:
        return cast("dict[str, Json]", json.loads(_PROGRESS.read_text(encoding="utf8")))
    except (OSError, ValueError):
        return {}


def rescued(outcome: Outcome) -> dict[str, Json]:
    """What a search that was ended had found by then and how much it had tried when it last said so."""
    lines = _RESCUE.read_text(encoding="utf8").splitlines() if _RESCUE.exists() else []
    why = f"the search was ended: {outcome.status.value}"
    if outcome.raised:
        why += f" ({outcome.raised.type}: {outcome.raised.message})"
    return {
        "candidates": sorted((json.loads(line) for line in lines), key=lambda item: float(item["cost"]))[:8],
        "near": [],
        "tried": _said().get("tried", 0),
        "seconds": outcome.seconds,
        "peak_mb": outcome.peak_mb,
        "exhausted": False,
        "notes": [why],
    }
