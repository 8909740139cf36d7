"""The search inside the sandbox: a warm process that knows all components and does each task in a fork."""

import json
import resource
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from aurora.contracts.sandbox import Guest
from aurora.contracts.strategy import Problem
from aurora.engines.synthesis import portfolio
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import Library, load
from aurora.engines.synthesis.problem import from_json, read
from aurora.engines.synthesis.ranking import chosen
from aurora.engines.synthesis.recall import by_words
from aurora.model.answer import Candidate
from aurora.model.execution import Json, Limits, Outcome

_RESCUE = Path("candidates.jsonl")  # in the scratch folder: what is found outlives a search that is killed
_MEMORY = 900 << 20  # bytes of address space: what grows beyond raises MemoryError, and is not wanted
_GRACE = 3.0  # seconds for a search to end by itself after its budget


def serve(guest: Guest, payload: Json) -> None:
    """Answer tasks until the host closes (see `contracts.sandbox.Serve`)."""
    plain = cast("dict[str, Any]", payload)
    library = load(tuple(plain["packages"]), tuple(plain["without"]))
    guest.send({"ready": len(library.parts), "notes": list(library.notes)})
    while (message := guest.receive()) is not None:
        guest.send({"found": _task(guest, library, cast("dict[str, Any]", message))})


def _task(guest: Guest, library: Library, message: Mapping[str, Any]) -> dict[str, Json]:
    seconds, memory = float(message["seconds"]), int(message["memory_mb"])
    _RESCUE.unlink(missing_ok=True)
    limits = Limits(wall_seconds=seconds + _GRACE, cpu_seconds=seconds + _GRACE, memory_mb=memory, file_mb=32)
    outcome = guest.call(lambda: search(library, message["task"], seconds, message.get("bias", {})), limits)
    if outcome.ok and isinstance(outcome.value, dict):
        return {**outcome.value, "peak_mb": outcome.peak_mb}
    return _rescued(outcome)


def search(
    library: Library, task: Mapping[str, Any], seconds: float, bias: Mapping[str, float] | None = None
) -> dict[str, Json]:
    """Search for one task; what `engine` reads as a `Found`."""
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (min(_MEMORY, hard) if hard > 0 else _MEMORY, hard))
    begun = time.monotonic()
    problem = read(from_json(task))
    bench = Bench(library, seconds, bias)
    found = list(_found(problem, bench))
    best = chosen(problem, found)
    notes = [*bench.notes, *([] if problem.inputs else ["no example could be read: found by the words alone"])]
    return {
        "candidates": [plain(candidate) for candidate in best],
        "tried": bench.tried,
        "seconds": time.monotonic() - begun,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "exhausted": False,
        "notes": cast("Json", notes),
    }


def _found(problem: Problem, bench: Bench) -> Iterator[Candidate]:
    steps = portfolio.run(problem, bench) if problem.inputs else by_words(problem, bench)
    for candidate in steps:
        if candidate:
            with _RESCUE.open("a", encoding="utf8") as file:
                file.write(json.dumps(plain(candidate)) + "\n")
            yield candidate


def plain(candidate: Candidate) -> dict[str, Json]:
    """A candidate as plain values."""
    return {
        "code": candidate.code,
        "strategy": candidate.strategy,
        "cost": candidate.cost,
        "components": list(candidate.components),
        "notes": list(candidate.notes),
    }


def _rescued(outcome: Outcome) -> dict[str, Json]:
    lines = _RESCUE.read_text(encoding="utf8").splitlines() if _RESCUE.exists() else []
    why = f"the search was ended: {outcome.status.value}"
    if outcome.raised:
        why += f" ({outcome.raised.type}: {outcome.raised.message})"
    return {
        "candidates": sorted((json.loads(line) for line in lines), key=lambda item: float(item["cost"]))[:8],
        "tried": 0,
        "seconds": outcome.seconds,
        "peak_mb": outcome.peak_mb,
        "exhausted": False,
        "notes": [why],
    }
