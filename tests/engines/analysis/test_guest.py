"""The guest answers each request, and goes on after one that fails."""

from collections.abc import Callable

from aurora.engines.analysis.guest import serve
from aurora.model.execution import Json, Limits, Outcome, Raised, Status


class Inbox:
    """A guest's side with prepared messages; calls run here."""

    def __init__(self, *messages: Json) -> None:
        self._messages = list(messages)
        self.sent: list[Json] = []

    def send(self, message: Json) -> None:
        self.sent.append(message)

    def receive(self, timeout: float | None = None) -> Json:
        return self._messages.pop(0) if self._messages else None

    def call(self, work: Callable[[], Json], limits: Limits, meanwhile: Callable[[], None] | None = None) -> Outcome:
        try:
            return Outcome(Status.OK, value=work())
        except KeyError as error:
            return Outcome(Status.RAISED, raised=Raised("KeyError", str(error)))


def test_a_request_that_fails_is_told_and_the_next_is_answered() -> None:
    guest = Inbox({"do": "unknown", "seconds": 1}, {"do": "nothing", "seconds": 1})
    serve(guest, {"memory_mb": 64})
    first, second = guest.sent
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert (first["status"], first["raised"]) == ("raised", "KeyError: 'unknown'")
    assert (second["status"], second["value"]) == ("ok", None)
