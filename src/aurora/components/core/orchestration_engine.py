"""Orchestration Engine: workflows of named steps, each done after those it needs, with the state of each step kept.

Drill: the process dies within a step, and the file of the state is cut; what was done is not done again, the rest is.
"""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from aurora.adapters.projects.replace import replace_text
from aurora.contracts.living import House, Living
from aurora.engines.jobs.workflow import State, Workflow
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.errors import AuroraError, BadInputError
from aurora.model.execution import Json


class Workflows:
    """Runs workflows, and counts how their steps ended; used from any thread."""

    def __init__(self) -> None:
        self._counts = Counter[str](workflows=0, **{str(state): 0 for state in State if state is not State.WAITING})
        self._lock = threading.Lock()

    def run(
        self,
        flow: Workflow,
        do: Callable[[str], Json],
        keep: Callable[[Workflow], None],
        ends: tuple[type[Exception], ...] = (),
    ) -> dict[str, Json]:
        """As `Workflow.run`, where what an `AuroraError` is fails a step."""
        waited = [name for name, state in flow.states.items() if state is State.WAITING]
        self._count(["workflows"])
        try:
            return flow.run(do, keep, fails=(AuroraError,), ends=ends)
        finally:
            self._count(str(flow.states[name]) for name in waited if flow.states[name] is not State.WAITING)

    def figures(self) -> Mapping[str, float]:
        """Workflows that were begun, and the steps of them that were done, failed and were skipped."""
        with self._lock:
            return dict(self._counts)

    def _count(self, names: Iterable[str]) -> None:
        with self._lock:
            self._counts.update(names)


class Kept:
    """A workflow whose state is in a file, with the version before it beside: the twin by which the engine is tried."""

    def __init__(self, file: Path, needs: Mapping[str, tuple[str, ...]]) -> None:
        self.file, self._needs = file, needs
        self.done: list[str] = []  # what was really done, in this order
        self.flow = self._read()

    def run(self, dies: str = "") -> None:
        """Do all steps; the process dies within the one that is named."""

        def do(name: str) -> Json:
            if name == dies:
                raise KeyboardInterrupt
            self.done.append(name)
            return len(name)

        self.flow.run(do, self._keep)

    def resume(self) -> "Kept":
        """Read the state and go on."""
        self.flow = self._read()
        self.run()
        return self

    def wrong(self) -> str:
        """Which steps the file does not know as done."""
        try:
            states = json.loads(self.file.read_text("utf-8"))["states"]
        except (OSError, ValueError) as error:
            return f"the state cannot be read: {error}"
        waiting = [name for name in self._needs if states.get(name) != State.DONE]
        return f"{', '.join(waiting)} not done" if waiting else ""

    def _keep(self, flow: Workflow) -> None:
        if self.file.exists():
            self.file.replace(self._older)
        replace_text(self.file, json.dumps({"states": flow.states, "answers": flow.answers}))

    @property
    def _older(self) -> Path:
        return self.file.with_suffix(".older")

    def _read(self) -> Workflow:
        for file in (self.file, self._older):
            try:
                row = json.loads(file.read_text("utf-8"))
                return Workflow(
                    self._needs, {name: State(each) for name, each in row["states"].items()}, row["answers"]
                )
            except (OSError, ValueError, KeyError):
                continue
        return Workflow(self._needs)


@component("C9")
def orchestration_engine(house: House) -> Living:
    """What runs workflows, and one of four steps in the folder of the house by which it is tried."""
    needs: dict[str, tuple[str, ...]] = {"read": (), "look": ("read",), "mend": ("look",), "tell": ("look", "mend")}
    twin = Kept(house.folder / "workflow.json", needs)
    twin.run()

    def resumed(it: Workflows) -> Workflows:
        _resumed(twin)
        return it

    return Owned(Care(Workflows, lambda _it: twin.wrong(), lambda _it: _die(twin), Workflows.figures, mend=resumed))


def _die(it: Kept) -> str:
    it.file.unlink()
    it.flow, it.done = Workflow(it.flow.needs), []
    try:
        it.run(dies="mend")
    except KeyboardInterrupt:
        text = it.file.read_text("utf-8")
        it.file.write_text(text[: len(text) // 2], "utf-8")
    return "the process died within the third step, and the file of the state was cut"


def _resumed(it: Kept) -> None:
    it.resume()
    if it.done.count("read") > 1:
        raise BadInputError("a step that was done was done again.", where="workflow")
