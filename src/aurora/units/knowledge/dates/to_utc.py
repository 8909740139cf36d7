"""A time like "2024-03-01T12:00:00+02:00" in universal time."""

import datetime

from aurora.contracts.component import Example, component


@component(
    words="convert time zone to utc offset universal",
    examples=[
        Example(("2024-03-01T12:00:00+02:00",), "2024-03-01T10:00:00+00:00"),
        Example(("2024-01-01T00:00:00+01:00",), "2023-12-31T23:00:00+00:00"),
        Example(("2024-01-01T00:00:00+00:00",), "2024-01-01T00:00:00+00:00"),
    ],
    holds=lambda time, ret: ret.endswith("+00:00") and ret[17:19] == time[17:19],
)
def to_utc(time: str) -> str:
    """A time with an offset in universal time; raises `ValueError` for a time without an offset."""
    moment = datetime.datetime.fromisoformat(time)
    if moment.tzinfo is None:
        raise ValueError("the time has no offset")
    return moment.astimezone(datetime.UTC).isoformat()
