"""The seconds from the start of 1970 to a time in UTC."""

import calendar
import datetime

from aurora.contracts.component import Example, component


@component(
    words="date time to timestamp unix epoch seconds",
    examples=[
        Example(("1970-01-01T00:00:00",), 0),
        Example(("2024-02-29T12:00:00",), 1709208000),
        Example(("1969-12-31T23:59:59",), -1),
    ],
    holds=lambda time, ret: ret % 60 == int(time[17:19] or 0),
)
def to_timestamp(time: str) -> int:
    """The seconds from the start of 1970 to a time in UTC."""
    return calendar.timegm(datetime.datetime.fromisoformat(time).utctimetuple())
