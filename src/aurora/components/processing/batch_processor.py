"""Batch Processor: many inputs as one job; what fails costs only itself, what was done is not done again.

Drill: the process dies in the middle of a batch, and the line that it was writing is cut; the rest is done.
"""

import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import AuroraError, CancelledJobError, LostJobError
from aurora.model.execution import Json
from aurora.model.progress import Progress, Watch, silent


class Batches:
    """Does batches, and counts them; used from any thread."""

    def __init__(self) -> None:
        self._counts = Counter[str](batches=0, inputs=0, failed=0)
        self._lock = threading.Lock()

    def do(self, inputs: Mapping[str, Any], do: Callable[[Any], Json], watch: Watch = silent) -> dict[str, Json]:
        """The outcome of each input by its name: its `answer`, or the `error` that it alone ended with.

        Raises `CancelledJobError` and `LostJobError` of the whole.
        """
        self._count(batches=1)
        found: dict[str, Json] = {}
        for number, (name, given) in enumerate(inputs.items(), start=1):
            try:
                found[name] = {"answer": do(given)}
                self._count(inputs=1)
            except (CancelledJobError, LostJobError):
                raise
            except AuroraError as error:
                found[name] = {"error": str(error)}
                self._count(inputs=1, failed=1)
            watch(Progress(name, number, len(inputs)))
        return found

    def figures(self) -> Mapping[str, float]:
        """Batches that were begun, inputs that were done, and those of them that failed."""
        with self._lock:
            return dict(self._counts)

    def _count(self, **more: int) -> None:
        with self._lock:
            self._counts.update(more)


@dataclass(slots=True)
class Kept:
    """A batch whose outcomes are kept in a file, a line each: the twin by which the processor is tried."""

    file: Path
    inputs: Mapping[str, int]
    did: list[str] = field(default_factory=list)

    def run(self, dies: str = "") -> "Kept":
        """Do what the file does not have; the process dies within the input that is named."""
        known = self.known()
        self.file.write_text("".join(f"{json.dumps(each)}\n" for each in known.items()), "utf-8")
        with self.file.open("a", encoding="utf-8") as out:
            for name, number in self.inputs.items():
                if name in known:
                    continue
                if name == dies:
                    out.write(json.dumps([name, {}])[:4])
                    break
                self.did.append(name)
                out.write(json.dumps([name, Batches().do({name: number}, lambda given: given * given)[name]]) + "\n")
        return self

    def known(self) -> dict[str, Json]:
        """What the file has, without a line that was cut."""
        found: dict[str, Json] = {}
        for line in self.file.read_text("utf-8").splitlines() if self.file.exists() else ():
            try:
                name, outcome = json.loads(line)
            except ValueError:
                continue
            found[name] = outcome
        return found


@component("C16")
def batch_processor(house: House) -> Living:
    """What does batches, and a batch of numbers in the folder of the house by which it is tried."""
    twin = Kept(house.folder / "batch.jsonl", {f"input {number}": number for number in range(20)}).run()

    def resumed(it: Batches) -> Batches:
        twin.run()
        return it

    return Owned(Care(Batches, lambda _it: _wrong(twin), lambda _it: _die(twin), Batches.figures, mend=resumed))


def _wrong(it: Kept) -> str:
    known = it.known()
    wanted = {name: {"answer": number * number} for name, number in it.inputs.items()}
    twice = len(it.did) - len(set(it.did))
    return "" if known == wanted and not twice else f"{len(known)} of {len(wanted)} are done, {twice} of them twice"


def _die(it: Kept) -> str:
    it.file.unlink()
    it.did.clear()
    it.run(dies="input 12")
    return "the process died within the thirteenth input"
