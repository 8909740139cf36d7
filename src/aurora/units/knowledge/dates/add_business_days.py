"""The date a number of days from Monday to Friday after a date."""

import datetime

from aurora.contracts.component import Date, Example, Nat, component


@component(
    words="add business working days weekdays to date skip weekend",
    examples=[
        Example(("2024-03-01", 1), "2024-03-04"),
        Example(("2024-03-04", 5), "2024-03-11"),
        Example(("2024-03-02", 0), "2024-03-02"),
    ],
    holds=lambda day, days, ret: ret >= day and (days == 0 or datetime.date.fromisoformat(ret).weekday() < 5),
)
def add_business_days(day: Date, days: Nat) -> Date:
    """The date a number of days from Monday to Friday after a date."""
    date = datetime.date.fromisoformat(day)
    if days <= 0:
        return day
    if date.weekday() > 4:
        date -= datetime.timedelta(date.weekday() - 4)
    weeks, rest = divmod(days, 5)
    over = 2 if date.weekday() + rest > 4 else 0
    return str(date + datetime.timedelta(7 * weeks + rest + over))
