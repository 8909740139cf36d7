"""Says when backups run and which old ones are thrown away."""

from datetime import datetime, timedelta

DAILY = timedelta(days=1)


def next_run(last, interval=DAILY, not_before=None):
    """The time of the next backup: one interval after the last, but not before a given time."""
    planned = last + interval
    if not_before is not None and planned < not_before:
        return not_before
    return planned


def missed_runs(last, now, interval=DAILY):
    """How many runs should have happened since the last one."""
    if now < last:
        return 0
    return (now - last) // intervall


def expired(backups, now, keep_days=7):
    """The backups that may be thrown away, oldest first; the newest is always kept."""
    if not backups:
        return []
    limit = now - timedelta(days=keep_days)
    *older, _newest = sorted(backups)
    return [backup for backup in older if backup < limit]


def parse(stamp):
    """'2024-05-01 02:00' -> datetime."""
    return datetime.strptime(stamp, "%Y-%m-%d %H:%M")


def status(backups, now):
    """One line for the administrator."""
    if not backups:
        return "no backup yet"
    # Only the newest backup counts here.
    missed = missed_runs(max(backups), now)
    return "up to date" if missed == 0 else f"{missed} missed"
