"""The date of Easter Sunday in a year.

The anonymous Gregorian algorithm, Meeus 1991.
"""

import datetime

from aurora.contracts.component import Date, Example, Positive, component


@component(
    words="easter sunday date year holiday",
    examples=[Example((2024,), "2024-03-31"), Example((2000,), "2000-04-23"), Example((2038,), "2038-04-25")],
    holds=lambda _year, ret: ret[5:] >= "03-22" and ret[5:] <= "04-25",
)
def easter(year: Positive) -> Date:
    """The date of Easter Sunday in a year."""
    cycle = year % 19
    century, rest = divmod(year, 100)
    epact = (19 * cycle + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (cycle + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return str(datetime.date(year, month, day + 1))
