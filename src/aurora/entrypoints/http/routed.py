"""How a routing goes over the wire."""

from dataclasses import dataclass

from pydantic import BaseModel, Field


class Routed(BaseModel):
    """Which knowledge and components a request needs, why, and how sure that is."""

    targetTier: str  # noqa: N815 - the wire has it so
    selectedCapabilities: list[str]  # noqa: N815
    selectedComponents: list[str]  # noqa: N815
    routingScore: float = Field(ge=0, le=1)  # noqa: N815
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Routing:
    """A routing with what other fields of an answer tell of it."""

    shown: Routed
    complexity: float
    mode: int  # 1 to 66
