"""What the lists of the API may be asked for, in one place: the query parameters that several of them take."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, TypeVar

from fastapi import Depends, Query

from aurora.model.record import Wanted
from aurora.model.verdict import Verdict

T = TypeVar("T")
LevelName: TypeAlias = Literal["declared", "proven", "measured", "useful"]
Limit: TypeAlias = Annotated[int, Query(ge=1, le=1000)]
Few: TypeAlias = Annotated[int, Query(ge=1, le=100)]
Spec: TypeAlias = Annotated[str, Query(max_length=200, description="only of this specification")]
Shown: TypeAlias = Annotated[Verdict | None, Query(description="only with this verdict")]
Since: TypeAlias = Annotated[str, Query(max_length=40, description="only since this day: 2026-11-01")]


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list is wanted."""

    level: LevelName | None
    words: str  # in lower case
    limit: int
    offset: int

    def of(self, entries: Sequence[T]) -> list[T]:
        """The entries of one page."""
        return list(entries[self.offset : self.offset + self.limit])


async def window(
    level: Annotated[LevelName | None, Query(description="only this level and those above")] = None,
    q: Annotated[str, Query(max_length=200, description="only with these words in the name")] = "",
    limit: Limit = 200,
    offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
) -> Window:
    """What a list of units or modules is asked for."""
    return Window(level, q.lower(), limit, offset)


async def wanted(
    spec: Spec = "",
    name: Annotated[str, Query(max_length=200, description="only functions of this name")] = "",
    verdict: Shown = None,
    since: Since = "",
) -> Wanted:
    """Which records of the corpus are asked for."""
    return Wanted(spec, name, verdict or "", since)


Windowed: TypeAlias = Annotated[Window, Depends(window)]
Chosen: TypeAlias = Annotated[Wanted, Depends(wanted)]
