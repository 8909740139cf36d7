"""Reads playlists: titles with lengths, in nested sections."""

from collections import Mapping, deque


def seconds(length):
    """'3:25' -> 205; a number stays as it is."""
    if isinstance(length, (int, float)):
        return int(length)
    minutes, _, rest = length.partition(":")
    return int(minutes) * 60 + int(rest or 0)


def tracks(playlist):
    """All (title, seconds) of a playlist in order, whatever the nesting.

    A mapping is either a track with a title or a section of further entries; lists are played in order.
    """
    waiting = deque([playlist])
    found = []
    while waiting:
        entry = waiting.popleft()
        if isinstance(entry, Mapping):
            if "title" in entry:
                found.append((entry["title"], seconds(entry.get("length", 0))))
            else:
                # Sections are played in place, so their entries go to the front.
                waiting.extendleft(reversed(list(entry.values())))
        else:
            waiting.extendleft(reversed(entry))
    return found


def playing_time(playlist):
    """The length of the whole playlist in seconds."""
    return sum(length for _title, length in tracks(playlist))


def clock(total):
    """205 -> '3:25', 3725 -> '1:02:05'."""
    minutes, rest = divmod(total, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{rest:02d}"
    return f"{minutes}:{rest:02d}"


def upcoming(playlist, size=3):
    """The last titles of the playlist, at most `size`."""
    return list(deque((title for title, _length in tracks(playlist)), maxlen=size))
