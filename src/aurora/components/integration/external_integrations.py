"""External Integrations: tells GitHub, Discord and other receivers what happened, in order, each once, signed.

Drill: the receiver is gone while something happens; it waits in a file, and is delivered when the receiver is back.
"""

import json
from pathlib import Path

from aurora.adapters.projects.replace import replace_text
from aurora.adapters.webhooks.outbox import Outbox
from aurora.adapters.webhooks.receive import Receiver
from aurora.components.core.integration_engine import Services, integration_engine
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.model.event import Event

_PATIENCE, _SOON = 10.0, 0.4  # seconds to wait for a receiver that is there, and for one that is not


@component("C38", after=(integration_engine,))
def external_integrations(house: House) -> Living:
    """One receiver of the house's own; or those of the settings."""
    if house.loan is not None:
        return Owned(Care(_none, Outbox.wrong, _nothing, _figures, Outbox.close, lambda it: it), house.loan)
    outside = Outside(house.folder / "outbox.jsonl")
    care = Care(outside.begun, outside.wrong, outside.end, _figures, outside.release, outside.back)
    return Owned(care)


class Outside:
    """A receiver of the house's own, and what happens to be told to it."""

    def __init__(self, file: Path) -> None:
        self._file, self._happened = file, 0
        self._receiver = Receiver()

    def begun(self) -> Outbox:
        """An outbox with this receiver."""
        return Outbox((self._receiver.url,), self._file, ask=Services().ask, write=replace_text, secret="secret")

    def wrong(self, it: Outbox) -> str:
        """Why what happens now does not come, or not in order, each once."""
        self._happen(it)
        if waits := it.settle(_PATIENCE if self._receiver.is_open else _SOON):
            return waits
        came = [json.loads(body)["seq"] for body, _ in self._receiver.taken]
        return "" if came == [*range(1, self._happened + 1)] else f"what happened came as {came}"

    def end(self, it: Outbox) -> str:
        """The receiver is gone, and something happens."""
        self._receiver.close()
        self._happen(it)
        return "the receiver was ended, and something happened"

    def back(self, it: Outbox) -> Outbox:
        """The receiver is there again; its breaker rests no longer."""
        self._receiver.open()
        it.rested()
        return it

    def release(self, it: Outbox) -> None:
        """End both."""
        it.close()
        self._receiver.close()

    def _happen(self, it: Outbox) -> None:
        self._happened += 1
        it.put(Event(self._happened, "2000-01-01T00:00:00+00:00", "component.healed", "component", "C38"))


def _none() -> Outbox:
    raise AssertionError("the outbox of a server is lent")


def _nothing(_it: Outbox) -> str:
    return "nothing: what lies outside is not Aurora's to break"


def _figures(it: Outbox) -> dict[str, float]:
    return {"waiting": it.waiting, "delivered": it.delivered, "dropped": it.dropped}
