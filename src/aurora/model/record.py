"""A corpus record: one function that was asked for in a real run, and what came of it."""

import math
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from aurora.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Rival:
    """A candidate that was judged beside the answer."""

    code: str
    strategy: str
    cost: float
    components: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of `docs/reference/formats.md`, section 7, and what a later run needs to judge the answer again."""

    id: str
    timestamp: str  # ISO 8601, UTC
    spec_id: str
    spec_hash: str
    func_name: str
    func_signature: str
    passed: int
    total: int
    score: float
    failing_tests: tuple[str, ...]
    snippet: str
    complexity: int
    iteration: int
    calls_functions: tuple[str, ...]
    sig_key: str
    post_bow: tuple[str, ...]  # the words of description and conditions
    duration_ms: int
    synthesis_method: str
    verdict: str
    tests: tuple[str, ...]
    provenance: str
    components: tuple[str, ...] = ()
    candidates: tuple[Rival, ...] = field(default=())  # what was judged, the answer among them
    evidence: Mapping[str, float] = field(default_factory=dict, hash=False)  # what the judge measured of the answer

    @property
    def verified(self) -> bool:
        """Whether it was shown to be right when it was recorded."""
        return self.verdict == Verdict.VERIFIED


@dataclass(frozen=True, slots=True)
class Similar:
    """A record that is like what was asked for, with the parts of the likeness, each 0 to 1."""

    record: Record
    score: float  # 0.6 x signature + 0.4 x words + 0.1 if all passed
    signature: float
    words: float
    all_passed: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records are listed or exported; empty fields admit all."""

    spec: str = ""
    name: str = ""
    verdict: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an import or a merge; `conflicts` are ids that both sides use for different records."""

    added: int = 0
    known: int = 0
    conflicts: tuple[str, ...] = ()


def to_plain(record: Record) -> dict[str, Any]:
    """A record as it is exported: one JSON object."""
    return asdict(record)


def from_plain(plain: object) -> Record:
    """The record that `to_plain` wrote; unknown fields are left out. Raises `ValueError` with what is wrong."""
    if not isinstance(plain, Mapping):
        raise ValueError("is not a JSON object")  # noqa: TRY004 - a bad value, not a bad call
    values: dict[str, Any] = {}
    for each in fields(Record):
        if each.name in plain:
            values[each.name] = _READERS[str(each.type)](each.name, plain[each.name])
        elif each.name not in _LATER:
            raise ValueError(f"has no {each.name!r}")
    try:
        uuid.UUID(values["id"])
    except ValueError:
        raise ValueError(f"has the id {values['id'][:60]!r}, which is not a UUID") from None
    if not 0 <= values["passed"] <= values["total"]:
        raise ValueError(f"has {values['passed']} passed of {values['total']}")
    if values["verdict"] not in {str(verdict) for verdict in Verdict}:
        raise ValueError(f"has the verdict {values['verdict'][:60]!r}")
    return Record(**values)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"has a {name!r} that is not a text")  # noqa: TRY004 - a bad value, not a bad call
    return value


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"has a {name!r} that is not a number")
    return value


def _whole(name: str, value: object) -> int:
    number = _number(name, value)
    if number != int(number):
        raise ValueError(f"has a {name!r} that is not a whole number")
    return int(number)


def _texts(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"has a {name!r} that is not a list")  # noqa: TRY004
    return tuple(_text(name, each) for each in value)


def _figures(name: str, value: object) -> dict[str, float]:
    if not isinstance(value, Mapping):
        raise ValueError(f"has a {name!r} that is not an object")  # noqa: TRY004
    return {str(key): float(_number(name, figure)) for key, figure in value.items()}


def _rivals(name: str, value: object) -> tuple[Rival, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        raise ValueError(f"has a {name!r} that is not a list of objects")
    return tuple(
        Rival(
            _text(name, each.get("code")),
            _text(name, each.get("strategy")),
            _number(name, each.get("cost")),
            _texts(name, each.get("components")),
        )
        for each in value
    )


_READERS: Mapping[str, Any] = {
    str(str): _text,
    str(int): _whole,
    str(float): _number,
    str(tuple[str, ...]): _texts,
    str(tuple[Rival, ...]): _rivals,
    str(Mapping[str, float]): _figures,
}
_LATER = frozenset({"components", "candidates", "evidence"})  # fields that records of earlier versions have not
