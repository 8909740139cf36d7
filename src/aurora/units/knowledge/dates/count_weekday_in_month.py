"""How often a weekday (1 Monday to 7 Sunday) is in a month."""

import calendar

from aurora.contracts.component import Example, Positive, component


@component(
    words="count weekday in month how many mondays sundays",
    examples=[Example((2024, 2, 4), 5), Example((2023, 2, 1), 4), Example((2024, 3, 7), 5)],
    holds=lambda _year, _month, _weekday, ret: ret in (4, 5),
)
def count_weekday_in_month(year: Positive, month: Positive, weekday: Positive) -> int:
    """How often a weekday (1 Monday to 7 Sunday) is in a month."""
    if not 1 <= weekday <= 7:
        raise ValueError("a weekday is from 1 to 7")
    first, days = calendar.monthrange(year, month)
    return sum((first + day) % 7 == weekday - 1 for day in range(days))
