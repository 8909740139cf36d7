"""The seconds since midnight of a time like "01:02:03" or "01:02"."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="parse time hh:mm:ss to seconds clock",
    examples=[Example(("01:02:03",), 3723), Example(("00:00",), 0), Example(("23:59",), 86340)],
    holds=lambda _time, ret: 0 <= ret < 86400,
)
def clock_seconds(time: str) -> int:
    """The seconds since midnight of a time like "01:02:03"; raises `ValueError` for another text."""
    moment = datetime.time.fromisoformat(time)
    return moment.hour * 3600 + moment.minute * 60 + moment.second
