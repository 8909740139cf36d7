"""Tests of the moments of a cron expression."""

from datetime import UTC, datetime, timedelta

import pytest

from aurora.engines.jobs.moments import is_due, parse_cron


@pytest.mark.parametrize(
    "cron", ["", "* * * *", "* * * * * * *", "60 * * * *", "* 24 * * *", "a * * * *", "5-1 * * * *", "*/0 * * * *"]
)
def test_what_is_no_cron_is_refused(cron: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_cron(cron)


@pytest.mark.parametrize(
    ("cron", "first"),
    [
        ("* * * * *", "2026-01-01T00:01:00"),
        ("* * * * * *", "2026-01-01T00:00:01"),
        ("0 3 * * *", "2026-01-01T03:00:00"),
        ("*/20 * * * *", "2026-01-01T00:20:00"),
        ("5-10/5,50 * * * *", "2026-01-01T00:05:00"),
        ("0 0 2 * *", "2026-01-02T00:00:00"),
        ("0 0 * * 6", "2026-01-03T00:00:00"),
        ("0 0 * * 7", "2026-01-04T00:00:00"),
        ("0 0 31 * 5", "2026-01-02T00:00:00"),
        ("30 1 1 1 *", "2026-01-01T01:30:00"),
    ],
)
def test_the_first_moment_after_new_year(cron: str, first: str) -> None:
    fields, moment = parse_cron(cron), datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=1)
    while not is_due(fields, moment):
        moment += timedelta(seconds=1)
    assert moment.isoformat() == f"{first}+00:00"
