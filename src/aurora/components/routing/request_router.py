"""Request Router: words become modes, tier and components; phrases that people confirmed count before the model.

Drill: a phrase is confirmed for the wrong mode, as a mistaken click does it; the phrases are dropped.
"""

from dataclasses import dataclass

from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.owned import Care, Owned
from aurora.engines.nexus.router import Router, shipped

_ASKED, _WRONG_UNIT = "write unit tests for the parser", "M42"


@dataclass(slots=True)
class Desk:
    """The router, with what it says when nobody confirmed anything."""

    router: Router
    usual: str
    routed: int = 0


@component("C39")
def request_router(house: House) -> Living:
    """The router that comes with Aurora, without phrases."""

    care = Care(lambda: desk(Router(shipped())), _wrong, _mislead, lambda it: {"routed": it.routed})
    return Owned(care, house.loan)


def desk(router: Router) -> Desk:
    """A router with what it says now."""
    return Desk(router, router.route(_ASKED).mode.unit)


def _wrong(it: Desk) -> str:
    it.routed += 1
    routing = it.router.route(_ASKED)
    if not 0 <= routing.complexity <= 1 or not 0 <= routing.confidence <= 1:
        return "complexity or confidence is no share"
    found = routing.mode.unit
    return "" if found == it.usual else f"{_ASKED!r} goes to {found}, at the start to {it.usual}"


def _mislead(it: Desk) -> str:
    it.router = Router(shipped(), [(_ASKED, _WRONG_UNIT)])
    return f"{_ASKED!r} was confirmed for {_WRONG_UNIT}"
