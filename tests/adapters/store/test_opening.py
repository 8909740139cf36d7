"""Opening gives every topic, and the data is there the next time."""

from aurora.adapters.store.opening import open_store


def test_what_was_kept_is_there_when_it_is_opened_again(database_url: str) -> None:
    first = open_store(database_url)
    first.sessions.set("a", "context", "project", "shop")
    first.close()
    first.close()
    again = open_store(database_url)
    assert again.sessions.values("a", "context") == {"project": "shop"}
    again.close()
