"""The sandbox: the only place where code that Aurora did not write, and every candidate, runs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias

from aurora.model.execution import Json, Limits, Outcome, Program, Protection


class Guest(Protocol):
    """What Aurora's own code sees when it runs inside the sandbox (see `Sandbox.start`).

    The guest process is as restricted as any program. It may fork: `call` is how a search tries a candidate
    without being harmed by it.
    """

    def send(self, message: Json) -> None:
        """Send one message to the host."""

    def receive(self, timeout: float | None = None) -> Json:
        """The next message of the host; None when the host closed or nothing came in `timeout` seconds."""

    def call(self, work: Callable[[], Json], limits: Limits, meanwhile: Callable[[], None] | None = None) -> Outcome:
        """Run `work` in a fork of its own; its return value is `Outcome.value`.

        No process of it survives, and nothing that it changed in memory; files that it wrote to the scratch folder do.
        While it runs, `meanwhile` is called here about twenty times a second; never where `work` is no fork.
        """


Serve: TypeAlias = Callable[[Guest, Json], None]
"""The entry of a guest: called with the guest's own side of the channel and the payload of `Sandbox.start`."""


class Session(AbstractContextManager["Session"], Protocol):
    """The host's side of a running guest; leaving the context kills whatever is left of it."""

    def send(self, message: Json) -> None:
        """Send one message to the guest; raises `SandboxError` when it has ended."""

    def messages(self, timeout: float) -> Iterator[Json]:
        """The guest's messages until it ends or `timeout` seconds from now have passed."""

    def outcome(self) -> Outcome | None:
        """How the guest ended; None while it runs."""

    def close(self) -> None:
        """Kill the guest with all its processes and clean its scratch folder; may be called twice."""


class Sandbox(Protocol):
    """Runs untrusted Python. Implementations: fork server, fresh interpreter, in-memory twin."""

    def protections(self) -> tuple[Protection, ...]:
        """What is in force on this machine, each found by trying it."""

    def run(self, program: Program) -> Outcome:
        """Run one program to its end. Never raises for what the program does; raises `SandboxError` for what the
        sandbox itself cannot do."""

    def run_all(self, programs: Iterable[Program]) -> Iterator[Outcome]:
        """Run many, on all cores; outcomes in the order of the programs."""

    def start(
        self, entry: str, payload: Json, *, limits: Limits, files: Mapping[str, str | bytes] | None = None
    ) -> Session:
        """Start a guest: import `entry` ("package.module:function", a `Serve`) and call it inside the sandbox."""

    def close(self) -> None:
        """End all servers and remove all scratch folders; may be called twice."""
