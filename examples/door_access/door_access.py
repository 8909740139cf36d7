"""Decides who may open which door, and when."""

from dataclasses import dataclass, field

OPEN_FROM, OPEN_UNTIL = 7, 19  # hours of the day


@dataclass(frozen=True)
class Badge:
    """A badge with the zones it opens."""

    owner: str
    zones: frozenset = field(default_factory=frozenset)
    night: bool = False
    blocked: bool = False


@dataclass(frozen=True)
class Door:
    """A door to a zone; public doors open for every valid badge."""

    zone: str
    public: bool = False


def in_hours(hour):
    """Whether the building is open at this hour."""
    return OPEN_FROM <= hour < OPEN_UNTIL


def may_open(badge, door, hour):
    """Whether the badge opens the door: it is not blocked, belongs to the zone, and is not too late."""
    if badge.blocked:
        return False
    # The night watch comes in at any hour.
    on_time = in_hours(hour) or badge.night
    allowed = door.public and door.zone in badge.zones
    return allowed and on_time


def refusals(badge, doors, hour):
    """The zones of all doors that stay shut, in the order of the doors."""
    return [door.zone for door in doors if not may_open(badge, door, hour)]


def add_zone(badge, zone):
    """The same badge with one more zone."""
    return Badge(badge.owner, badge.zones | {zone}, badge.night, badge.blocked)
