"""What is known of a value: from which outside inputs it comes, by which way, and against what it was made safe."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias


class Kind(StrEnum):
    """What an outside value can do where it arrives; each value is the number in the CWE list."""

    COMMAND = "CWE-78"
    CODE = "CWE-95"
    SQL = "CWE-89"
    PATH = "CWE-22"
    REQUEST = "CWE-918"
    OBJECT = "CWE-502"
    HTML = "CWE-79"
    TEMPLATE = "CWE-1336"
    REDIRECT = "CWE-601"
    LDAP = "CWE-90"
    XPATH = "CWE-643"
    LOG = "CWE-117"
    REGEX = "CWE-1333"
    HEADER = "CWE-113"
    NORMAL = "normalised"  # no danger: the mark of a path without `..`, which a check of its beginning needs


ALL = frozenset(Kind)


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One place on the way of a value; lines and columns count from 1."""

    path: str
    line: int
    column: int
    text: str


class Origin(NamedTuple):
    """Where a value comes from: an outside input, or (`source` is None) a parameter of the function it is in."""

    source: Step | None = None
    parameter: str = ""


class Flow(NamedTuple):
    """The way of a value from one origin to here."""

    steps: tuple[Step, ...] = ()
    safe: frozenset[Kind] = frozenset()


Value: TypeAlias = Mapping[Origin, Flow]
CLEAN: Value = MappingProxyType({})
_LONGEST = 12  # steps that are kept; ways round a loop would grow for ever


def joined(values: Iterable[Value]) -> Value:
    """What is known of a value that may be any of these: safe only against what all are safe against."""
    some = [value for value in values if value]
    if len(some) < 2:
        return some[0] if some else CLEAN
    found = dict(some[0])
    for value in some[1:]:
        for origin, flow in value.items():
            known = found.get(origin)
            found[origin] = flow if known is None else _either(known, flow)
    return found


def _either(left: Flow, right: Flow) -> Flow:
    return left if left == right else Flow(shorter(left.steps, right.steps), left.safe & right.safe)


def shorter(left: tuple[Step, ...], right: tuple[Step, ...]) -> tuple[Step, ...]:
    """The shorter of two ways; of two as long the one whose places come first."""
    if len(left) != len(right):
        return left if len(left) < len(right) else right
    return right if right < left else left


def made_safe(value: Value, kinds: frozenset[Kind]) -> Value:
    """The value after it was made safe against some dangers; nothing is left of one that is safe against all."""
    if kinds >= ALL:
        return CLEAN
    return {origin: Flow(steps, safe | kinds) for origin, (steps, safe) in value.items()} if kinds else value


def passed(value: Value, step: Step) -> Value:
    """The value after one more place on its way."""
    return {
        origin: flow
        if len(flow.steps) >= _LONGEST or flow.steps[-1:] == (step,)
        else Flow((*flow.steps, step), flow.safe)
        for origin, flow in value.items()
    }


def carried(value: Value, given: Mapping[str, Value]) -> Value:
    """A value of a called function as its caller sees it: the parameters replaced by what was given for them."""
    found: list[Value] = []
    for origin, flow in value.items():
        if origin.source is not None:
            found.append({origin: flow})
            continue
        for outer, way in given.get(origin.parameter, CLEAN).items():
            steps = (way.steps + flow.steps)[:_LONGEST]
            found.append({outer: Flow(steps, way.safe | flow.safe)})
    return joined(found)
