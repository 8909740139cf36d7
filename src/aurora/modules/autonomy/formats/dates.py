"""Dates and times as texts: two layouts of the same moment, found from examples."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import product
from typing import Any

from aurora.modules.autonomy.formats.form import Form

_IMPORT = "from datetime import datetime"
_DAYS = tuple(
    sign.join(order)
    for sign, order in product(
        ("-", "/", ".", " ", ", "), (("%Y", "%m", "%d"), ("%d", "%m", "%Y"), ("%m", "%d", "%Y"), ("%d", "%m", "%y"))
    )
)
_LAYOUTS: tuple[str, ...] = (
    *_DAYS, "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M:%S %p",
    "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%I:%M%p", "%Y-%m",
)  # fmt: skip

_CODES = ("%A", "%B", "%a", "%b", "%Y", "%H", "%I", "%M", "%S", "%p", "%d", "%m", "%y", "%j")
_MEMBERS = ("day", "month", "hour", "minute")
_LONGEST = 12  # parts of a layout
_MOST = 400  # beginnings that are followed


def dated(name: str, values: Sequence[Any], outputs: Sequence[str]) -> Iterator[Form]:
    """Expressions that read a date in one layout and write it in another."""
    if not all(isinstance(value, str) for value in values) or len(set(values)) < 2:
        return
    for layout in _LAYOUTS:
        try:
            moments = [datetime.strptime(value, layout) for value in values]  # noqa: DTZ007 - texts without a zone
        except ValueError:
            continue
        written = pattern(moments, outputs)
        if written is not None:
            read = f"moment = datetime.strptime({name}, {layout!r})"
            yield Form(f"f{written!r}", written.count("{moment") / 2 + written.count("."), _IMPORT, read)


def pattern(moments: Sequence[datetime], outputs: Sequence[str]) -> str | None:
    """The text of an f-string over `moment` that writes every output, with as few parts as can be."""
    frontier: list[tuple[str, tuple[int, ...], int]] = [("", (0,) * len(outputs), 0)]
    shown = [(f"{{moment:{code}}}", [moment.strftime(code) for moment in moments]) for code in _CODES]
    shown += [(f"{{moment.{name}}}", [str(getattr(moment, name)) for moment in moments]) for name in _MEMBERS]
    for _ in range(_LONGEST):
        following: dict[tuple[int, ...], tuple[str, tuple[int, ...], int]] = {}
        for text, places, parts in frontier:
            if parts and all(place == len(output) for place, output in zip(places, outputs, strict=True)):
                return text
            for more, reached, part in _continued(places, outputs, shown):
                following.setdefault(reached, (text + more, reached, parts + part))
        frontier = list(following.values())[:_MOST]
    return None


def _continued(
    places: tuple[int, ...], outputs: Sequence[str], shown: Sequence[tuple[str, list[str]]]
) -> Iterator[tuple[str, tuple[int, ...], int]]:
    """One part of the date more, or the characters that all outputs have here."""
    for text, values in shown:
        if all(output.startswith(value, place) for value, output, place in zip(values, outputs, places, strict=True)):
            yield text, tuple(place + len(value) for value, place in zip(values, places, strict=True)), 1
    heads = {output[place : place + 1] for output, place in zip(outputs, places, strict=True)}
    if len(heads) == 1 and (char := heads.pop()) and not char.isalnum():
        yield {"{": "{{", "}": "}}"}.get(char, char), tuple(place + 1 for place in places), 0
