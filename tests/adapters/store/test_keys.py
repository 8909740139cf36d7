"""Keys and sessions are kept by the digests of their secrets."""

import time

from aurora.adapters.store.opening import OpenStore
from aurora.model.key import Key, Scope


def key(id: str = "1a2b3c4d", expires: float = 0.0) -> Key:
    return Key(id, "ci", Scope.RUN, 100.0, expires)


def test_what_was_never_kept_is_not_there(store: OpenStore) -> None:
    assert store.keys.find("1a2b3c4d") is None
    assert store.keys.session("digest") is None
    assert not store.keys.revoke("1a2b3c4d", 200.0)
    store.keys.close_session("digest")
    assert list(store.keys.all()) == []


def test_a_key_comes_back_as_it_was(store: OpenStore) -> None:
    store.keys.add(key(expires=300.0), "digest")
    assert store.keys.find("1a2b3c4d") == (key(expires=300.0), "digest")


def test_a_rotated_key_ends_with_the_overlap_or_sooner(store: OpenStore) -> None:
    for old, expires, until in (("00000001", 0.0, 500.0), ("00000003", 300.0, 300.0), ("00000005", 900.0, 500.0)):
        successor = old[:-1] + str(int(old[-1]) + 1)
        store.keys.add(key(old, expires=expires), "old")
        store.keys.rotate(old, key(successor), "new", until=500.0)
        found = store.keys.find(old)
        assert found is not None
        assert (found[0].expires, found[0].successor) == (until, successor)
    assert len(store.keys.all()) == 6


def test_a_revoked_key_takes_its_sessions_along(store: OpenStore) -> None:
    store.keys.add(key(), "digest")
    store.keys.open_session("one", "1a2b3c4d", until=time.time() + 60)
    assert store.keys.revoke("1a2b3c4d", 200.0)
    assert not store.keys.revoke("1a2b3c4d", 300.0)
    assert store.keys.session("one") is None
    (found,) = store.keys.all()
    assert found.revoked == 200.0


def test_sessions_that_have_ended_are_dropped_by_the_next(store: OpenStore) -> None:
    store.keys.open_session("old", "a", until=1.0)
    until = time.time() + 60
    store.keys.open_session("new", "a", until=until)
    assert store.keys.session("old") is None
    assert store.keys.session("new") == ("a", until)
    store.keys.close_session("new")
    assert store.keys.session("new") is None
