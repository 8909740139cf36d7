"""The date a number of months after a date; in a shorter month its last day."""

import calendar
import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="add months to date after later shift end of month",
    examples=[
        Example(("2024-01-31", 1), "2024-02-29"),
        Example(("2023-11-15", 3), "2024-02-15"),
        Example(("2024-03-31", -1), "2024-02-29"),
    ],
    holds=lambda day, months, ret: (int(ret[:4]) - int(day[:4])) * 12 + int(ret[5:7]) - int(day[5:7]) == months,
)
def add_months(day: Date, months: int) -> Date:
    """The date a number of months after a date; in a shorter month its last day."""
    start = datetime.date.fromisoformat(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise ValueError("the year is outside the calendar")
    last = calendar.monthrange(year, month + 1)[1]
    return str(datetime.date(year, month + 1, min(start.day, last)))
