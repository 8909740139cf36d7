"""Workflows: named steps, each done after those it needs, with the state of each step kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from aurora.model.errors import BadInputError
from aurora.model.execution import Json


class State(StrEnum):
    """Of a step."""

    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"  # one that it needs failed


@dataclass(slots=True)
class Workflow:
    """Steps by name with the names of those that each needs; raises `BadInputError` for an unknown need or a circle."""

    needs: Mapping[str, tuple[str, ...]]
    states: dict[str, State] = field(default_factory=dict)
    answers: dict[str, Json] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._insist()
        self.states = {name: self.states.get(name, State.WAITING) for name in self.order()}

    def order(self) -> list[str]:
        """The steps, each after those that it needs, otherwise as they were given; raises `BadInputError`."""
        done: list[str] = []
        waiting = list(self.needs)
        while waiting:
            ready = [name for name in waiting if all(each in done for each in self.needs[name])]
            if not ready:
                raise BadInputError(f"the steps {', '.join(waiting)} wait for each other.", where="workflow")
            done.append(ready[0])
            waiting.remove(ready[0])
        return done

    def run(
        self,
        do: Callable[[str], Json],
        keep: Callable[["Workflow"], None] = lambda _flow: None,
        fails: tuple[type[Exception], ...] = (Exception,),
        ends: tuple[type[Exception], ...] = (),
    ) -> dict[str, Json]:
        """Do what waits, one after the other; the answers of all that is done. `keep` is called after each step.

        What a step raises of `fails` is its failure, and those that need it are skipped; anything else, and what it
        raises of `ends`, ends the run, which can be taken up again.
        """
        for name in self.order():
            if self.states[name] is not State.WAITING:
                continue
            if any(self.states[each] is not State.DONE for each in self.needs[name]):
                self.states[name] = State.SKIPPED
            else:
                self._do(name, do, fails, ends)
            keep(self)
        return dict(self.answers)

    def _do(
        self,
        name: str,
        do: Callable[[str], Json],
        fails: tuple[type[Exception], ...],
        ends: tuple[type[Exception], ...],
    ) -> None:
        try:
            self.answers[name] = do(name)
            self.states[name] = State.DONE
        except ends:
            raise
        except fails as error:
            self.answers[name] = f"{type(error).__name__}: {error}"
            self.states[name] = State.FAILED

    def _insist(self) -> None:
        for name, wanted in self.needs.items():
            for each in wanted:
                if each not in self.needs:
                    raise BadInputError(f"{name} needs {each}, which is no step.", where="workflow")
