"""Sessions keep to themselves and are purged by rule."""

from aurora.adapters.store.opening import OpenStore


def test_a_session_that_was_never_used_is_empty(store: OpenStore) -> None:
    assert list(store.sessions.turns("a")) == []
    assert store.sessions.values("a", "preference") == {}
    assert store.sessions.forget("a") == 0
    assert list(store.sessions.all()) == []


def test_the_session_that_was_used_last_comes_first(store: OpenStore) -> None:
    for name in ("a", "b", "b"):
        store.sessions.say(name, "user", "hello")
    store.sessions.set("c", "preference", "style", "brief")
    assert [(each.name, each.turns) for each in store.sessions.all()] == [("c", 0), ("b", 2), ("a", 1)]


def test_turns_come_back_in_order_and_only_the_last_ones(store: OpenStore) -> None:
    for number in range(5):
        store.sessions.say("a", "user", f"say {number}")
    store.sessions.say("b", "aurora", "elsewhere")
    assert [turn.text for turn in store.sessions.turns("a", 3)] == ["say 2", "say 3", "say 4"]
    assert [turn.role for turn in store.sessions.turns("b")] == ["aurora"]


def test_a_preference_is_replaced_and_removed_by_nothing(store: OpenStore) -> None:
    store.sessions.set("a", "preference", "style", "brief")
    store.sessions.set("a", "preference", "style", "long")
    store.sessions.set("a", "context", "project", "shop")
    assert store.sessions.values("a", "preference") == {"style": "long"}
    store.sessions.set("a", "preference", "style", "")
    assert store.sessions.values("a", "preference") == {}
    assert store.sessions.values("a", "context") == {"project": "shop"}
    assert store.sessions.values("b", "context") == {}


def test_old_sessions_go_but_for_their_preferences(store: OpenStore) -> None:
    store.sessions.say("a", "user", "hello")
    store.sessions.set("a", "context", "project", "shop")
    store.sessions.set("a", "preference", "style", "brief")
    assert store.sessions.purge(before="2020") == 0
    assert store.sessions.purge(before="9999") == 2
    assert list(store.sessions.turns("a")) == []
    assert store.sessions.values("a", "preference") == {"style": "brief"}
    assert store.sessions.purge(before="9999", keep_preferences=False) == 1
    assert store.sessions.values("a", "preference") == {}


def test_a_session_is_forgotten_whole(store: OpenStore) -> None:
    store.sessions.say("a", "user", "hello")
    store.sessions.set("a", "preference", "style", "brief")
    assert store.sessions.forget("a") == 2
