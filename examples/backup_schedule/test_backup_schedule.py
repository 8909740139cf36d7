from datetime import timedelta

from backup_schedule import expired, missed_runs, next_run, parse, status

MONDAY = parse("2024-05-06 02:00")


def days(number):
    return MONDAY + timedelta(days=number)


def test_the_next_run_is_one_interval_later():
    assert next_run(MONDAY) == days(1)
    assert next_run(MONDAY, timedelta(hours=6)) == parse("2024-05-06 08:00")


def test_the_next_run_waits():
    assert next_run(MONDAY, not_before=days(3)) == days(3)


def test_missed_runs_are_counted():
    assert missed_runs(MONDAY, days(3)) == 3
    assert missed_runs(MONDAY, MONDAY + timedelta(hours=23)) == 0
    assert missed_runs(MONDAY, MONDAY + timedelta(hours=23), timedelta(hours=4)) == 5


def test_no_run_is_missed_before_the_last():
    assert missed_runs(MONDAY, days(-1)) == 0


def test_old_backups_expire_but_never_the_newest():
    assert expired([days(0), days(-9), days(-8)], days(0)) == [days(-9), days(-8)]
    assert expired([days(-30)], days(0)) == []
    assert expired([], days(0)) == []


def test_status():
    assert status([], MONDAY) == "no backup yet"
    assert status([days(-2), days(-1)], days(1)) == "2 missed"
    assert status([MONDAY], MONDAY) == "up to date"
