"""Whether a year, month and day are a date of the calendar."""

import calendar

from aurora.contracts.component import Example, component


@component(
    words="valid date check exists day month year calendar",
    examples=[Example((2024, 2, 29), True), Example((2023, 2, 29), False), Example((2024, 13, 1), False)],
    holds=lambda _year, month, day, ret: not ret or (1 <= month <= 12 and 1 <= day <= 31),
)
def is_valid_date(year: int, month: int, day: int) -> bool:
    """Whether a year, month and day are a date of the calendar."""
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
