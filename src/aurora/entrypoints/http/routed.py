"""How a routing goes over the wire."""

from typing import Any

from pydantic import BaseModel, Field

from aurora.model.routing import Routing
from aurora.registry.catalogue import power_unit


class Routed(BaseModel):
    """Which knowledge and components a request needs, why, and how sure that is."""

    targetTier: str  # noqa: N815 - the wire has it so
    selectedCapabilities: list[str]  # noqa: N815
    selectedComponents: list[str]  # noqa: N815
    routingScore: float = Field(ge=0, le=1, description="calibrated: how probable the first mode is")  # noqa: N815
    reasons: list[str]


class ModeReading(BaseModel):
    """One way to understand a request."""

    id: str
    name: str
    score: float = Field(ge=0, le=1)


class RoutedRequest(Routed):
    """A whole routing: all readings, and what is asked back when none is sure."""

    complexity: float = Field(ge=0, le=1)
    executionMode: int | None = Field(description="number of the most probable mode")  # noqa: N815
    modes: list[ModeReading]
    sure: bool
    question: str


def routed(routing: Routing) -> Routed:
    """The part of a routing that an analysis tells."""
    return Routed(**_needs(routing))


def routed_request(routing: Routing) -> RoutedRequest:
    """All of a routing."""
    return RoutedRequest(**told(routing))


def told(routing: Routing) -> dict[str, Any]:
    """All of a routing as plain values; what `RoutedRequest` describes."""
    return {
        **_needs(routing),
        "complexity": routing.complexity,
        "executionMode": mode_number(routing),
        "modes": [{"id": each.unit, "name": each.name, "score": each.score} for each in routing.modes],
        "sure": routing.sure,
        "question": routing.question,
    }


def _needs(routing: Routing) -> dict[str, Any]:
    return {
        "targetTier": routing.tier,
        "selectedCapabilities": routing.capabilities,
        "selectedComponents": routing.components,
        "routingScore": routing.confidence,
        "reasons": routing.reasons,
    }


def mode_number(routing: Routing) -> int | None:
    """The number of the most probable mode; None for a request that asks for no mode."""
    unit = routing.mode.unit
    return int(unit[1:]) if unit.startswith("M") and power_unit(unit) else None
