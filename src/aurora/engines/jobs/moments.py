"""The moments of a cron expression."""

from datetime import datetime

_RANGES = ((0, 59), (0, 59), (0, 23), (1, 31), (1, 12), (0, 7))  # second, minute, hour, day, month, weekday


def parse_cron(cron: str) -> tuple[frozenset[int], ...]:
    """The values of the six fields (seconds are 0 when five are given); raises `ValueError`.

    A field is `*`, a number, a range `1-5`, each with a step `/2`, or several of these with commas. Weekday 0 or 7 is
    Sunday.
    """
    fields = cron.split()
    fields = ["0", *fields] if len(fields) == 5 else fields
    if len(fields) != len(_RANGES):
        raise ValueError("it has five fields, or six with seconds first")
    return tuple(_values(field, *limits) for field, limits in zip(fields, _RANGES, strict=True))


def is_due(fields: tuple[frozenset[int], ...], moment: datetime) -> bool:
    """Whether a second is one of the moments; when day and weekday are both narrowed, either is enough."""
    second, minute, hour, day, month, weekday = fields
    days = moment.day in day, bool({moment.isoweekday(), moment.isoweekday() % 7} & weekday)
    narrowed = len(day) < 31, len(weekday) < 8
    return (
        moment.second in second
        and moment.minute in minute
        and moment.hour in hour
        and moment.month in month
        and (any(days) if all(narrowed) else all(days))
    )


def _values(field: str, lowest: int, highest: int) -> frozenset[int]:
    found: set[int] = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        first, _, last = (f"{lowest}-{highest}" if span == "*" else span).partition("-")
        begin, end = int(first), int(last or (highest if step else first))
        if not lowest <= begin <= end <= highest:
            raise ValueError(f"{part!r} is not within {lowest} to {highest}")
        found |= {*range(begin, end + 1, int(step or 1))}
    return frozenset(found)
