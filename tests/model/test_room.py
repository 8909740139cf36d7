"""How full something is."""

from aurora.model.room import Room


def test_the_subject_of_its_events_is_no_name_of_a_service() -> None:
    assert Room("disk", "/srv", 1.0, 2.0).subject == "machine disk /srv"
    assert Room("memory", "", 1.0, 2.0).subject == "machine memory"
