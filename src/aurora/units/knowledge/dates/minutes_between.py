"""Minutes from one clock time like "22:30" to the next time the clock shows another."""

from aurora.contracts.component import Example, component


@component(
    words="minutes between clock times difference hh:mm overnight",
    examples=[Example(("22:30", "01:00"), 150), Example(("08:00", "09:15"), 75), Example(("10:00", "10:00"), 0)],
    holds=lambda first, last, ret: 0 <= ret < 1440 and (ret == 0) == (first == last),
)
def minutes_between(first: str, last: str) -> int:
    """Minutes from one clock time like "22:30" to the next time the clock shows another."""
    start, end = (int(time[:2]) * 60 + int(time[3:]) for time in (first, last))
    return (end - start) % 1440
