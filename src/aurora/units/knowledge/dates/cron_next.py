"""The first minute after a time that fits a cron line: minute, hour, day, month and weekday, each "*", numbers, a-b
or */n.

Vixie 1987: when both the day and the weekday are given, either of them is enough.
"""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="cron next run schedule expression time",
    examples=[
        Example(("30 8 * * *", "2024-03-01T09:00"), "2024-03-02T08:30"),
        Example(("*/15 * * * *", "2024-03-01T09:00"), "2024-03-01T09:15"),
        Example(("0 0 29 2 *", "2023-01-01T00:00"), "2024-02-29T00:00"),
    ],
    holds=lambda _line, after, ret: ret > after,
    cost=3.0,
)
def cron_next(line: str, after: str) -> str:
    """The first minute after a time that fits a cron line; raises `ValueError` when none does in ten years."""

    def allowed(field: str, low: int, high: int) -> set[int]:
        numbers: set[int] = set()
        for part in field.split(","):
            span, _, step = part.partition("/")
            first, _, last = span.partition("-")
            start, stop = (low, high) if span == "*" else (int(first), int(last or (high if step else first)))
            numbers |= set(range(start, stop + 1, int(step or 1)))
        return numbers

    limits = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
    fields = line.split()
    minutes, hours, days, months, weekdays = (
        allowed(field, low, high) for field, (low, high) in zip(fields, limits, strict=True)
    )
    either = fields[2] != "*" and fields[4] != "*"
    start = datetime.datetime.fromisoformat(after) + datetime.timedelta(minutes=1)
    for offset in range(3660):
        day = start.date() + datetime.timedelta(offset)
        fits = (day.day in days, day.isoweekday() % 7 in {weekday % 7 for weekday in weekdays})
        if day.month in months and (any(fits) if either else all(fits)):
            times = [f"{day}T{hour:02d}:{minute:02d}" for hour in sorted(hours) for minute in sorted(minutes)]
            late = [time for time in times if time >= start.isoformat()[:16]]
            if late:
                return late[0]
    raise ValueError("no time of the next ten years fits")
