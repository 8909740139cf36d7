"""Who visits the building: a log for each entrance, and figures over all of them."""

from collections import Counter


def read_line(line):
    """'08:15 Ann Smith' -> (495, 'Ann Smith'): minutes since midnight and the name."""
    clock, _, name = line.strip().partition(" ")
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes), name


def read_log(lines, entries=[]):
    """Append the entries of the lines to `entries`, or to a new log; blank lines and remarks are skipped."""
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        entries.append(read_line(line))
    return entries


def busiest_hour(entries):
    """The hour with the most visits, the earliest when several are equal; None for an empty log."""
    hours = Counter(minute // 60 for minute, _name in entries)
    if not hours:
        return None
    # most_common keeps the order of the log, so ties are settled by hand.
    return min(hours, key=lambda hour: (-hours[hour], hour))


def regulars(*logs, visits=2):
    """Names that occur at least `visits` times in all logs together, in alphabetical order."""
    names = Counter(name for log in logs for _minute, name in log)
    return sorted(name for name, count in names.items() if count >= visits)
