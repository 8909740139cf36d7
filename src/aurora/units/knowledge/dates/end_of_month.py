"""The last day of the month of a date."""

import calendar
import datetime

from aurora.contracts.component import Date, Example, component


@component(
    words="end last day of month date",
    examples=[
        Example(("2024-02-10",), "2024-02-29"),
        Example(("2023-12-31",), "2023-12-31"),
        Example(("2023-04-01",), "2023-04-30"),
    ],
    holds=lambda day, ret: ret >= day and ret[:7] == day[:7],
)
def end_of_month(day: Date) -> Date:
    """The last day of the month of a date."""
    date = datetime.date.fromisoformat(day)
    return str(date.replace(day=calendar.monthrange(date.year, date.month)[1]))
