"""Tells people, by the channels of `[alerts]`, what the systems did."""

import time
from pathlib import Path

from aurora.flows.aftercare import Channels


class Digest:
    """The channels, opened when something is told."""

    def __init__(self, file: Path, state: Path, patience: float = 10.0) -> None:
        self._channels, self._patience = Channels(file, state / "systems" / "hub"), patience

    def tell(self, title: str, text: str) -> str:
        """Tell, and wait until every address took it; what went wrong, or nothing."""
        wrong = self._channels.tell("digest", title, text, "info", int(time.time()))
        return wrong or self._channels.settle(self._patience)
