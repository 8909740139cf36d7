"""The time in UTC a number of seconds after the start of 1970."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="timestamp unix epoch seconds to date time",
    examples=[
        Example((0,), "1970-01-01T00:00:00"),
        Example((86399,), "1970-01-01T23:59:59"),
        Example((1709208000,), "2024-02-29T12:00:00"),
    ],
    holds=lambda seconds, ret: int(ret[17:19]) == seconds % 60,
)
def from_timestamp(seconds: int) -> str:
    """The time in UTC a number of seconds after the start of 1970."""
    start = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    return (start + datetime.timedelta(seconds=seconds)).isoformat()[:19]
