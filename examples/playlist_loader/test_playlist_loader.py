import pytest

from playlist_loader import clock, playing_time, seconds, tracks, upcoming

EVENING = [
    {"title": "Opening", "length": "1:10"},
    {"slow": [{"title": "Rain", "length": "3:25"}, {"title": "Lamp", "length": 200}], "late": {"title": "Moth"}},
    {"title": "Last", "length": "0:50"},
]


@pytest.mark.parametrize(("text", "number"), [("3:25", 205), ("4", 240), (90, 90)])
def test_lengths(text, number):
    assert seconds(text) == number


def test_sections_are_played_in_place():
    assert [title for title, _ in tracks(EVENING)] == ["Opening", "Rain", "Lamp", "Moth", "Last"]


def test_playing_time():
    assert playing_time(EVENING) == 70 + 205 + 200 + 0 + 50


def test_clock():
    assert [clock(205), clock(3725), clock(0)] == ["3:25", "1:02:05", "0:00"]


def test_upcoming():
    assert upcoming(EVENING, 2) == ["Moth", "Last"]
