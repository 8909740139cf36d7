"""A time like "07:05:45 PM" on the clock of 24 hours."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="convert 12 hour am pm to 24 hour time",
    examples=[
        Example(("07:05:45PM",), "19:05:45"),
        Example(("12:00:00 AM",), "00:00:00"),
        Example(("12:30:00 PM",), "12:30:00"),
    ],
    holds=lambda time, ret: ret[2:] == time.strip()[2:8],
)
def to_24_hours(time: str) -> str:
    """A time like "07:05:45 PM" on the clock of 24 hours."""
    moment = datetime.datetime.strptime(time.replace(" ", ""), "%I:%M:%S%p").replace(tzinfo=datetime.UTC)
    return moment.strftime("%H:%M:%S")
