"""Routing Engine: the router's model, and the answers that it gave to the same words before.

Drill: a remembered answer is exchanged for that of other words; it differs from what the model says, and is forgotten.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.nexus.router import Router, shipped
from aurora.model.routing import Routing

_MOST = 512  # answers that are remembered
_ASKED = ("why is the export so slow", "write tests for the parser")


@dataclass(slots=True)
class Engine:
    """The router with its memory."""

    router: Router
    answers: OrderedDict[str, Routing] = field(default_factory=OrderedDict)
    hits: int = 0
    misses: int = 0

    def route(self, text: str) -> Routing:
        """Where a request goes; the same words are routed once."""
        if text in self.answers:
            self.hits += 1
            self.answers.move_to_end(text)
        else:
            self.misses += 1
            self.answers[text] = self.router.route(text)
            while len(self.answers) > _MOST:
                self.answers.popitem(last=False)
        return self.answers[text]

    def forget(self) -> "Engine":
        """Remember nothing."""
        self.answers.clear()
        return self


@component("C4")
def routing_engine(house: House) -> Living:
    """The router that comes with Aurora."""
    care = Care(lambda: Engine(Router(shipped())), _wrong, _exchange, _figures, mend=Engine.forget)
    return Owned(care, house.loan)


def _wrong(it: Engine) -> str:
    false = [text for text in _ASKED if it.route(text) != it.router.route(text)]
    return f"what is remembered of {false[0]!r} is not what the model says" if false else ""


def _exchange(it: Engine) -> str:
    it.answers[_ASKED[0]] = it.router.route(_ASKED[1])
    return "a remembered answer was exchanged"


def _figures(it: Engine) -> dict[str, float]:
    return {"answers": len(it.answers), "hits": it.hits, "misses": it.misses}
