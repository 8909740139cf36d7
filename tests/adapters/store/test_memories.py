"""Memories are found by words and features, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from aurora.adapters.store.opening import OpenStore, open_store
from aurora.engines.recall.features import of_memory, of_word, source
from aurora.model.memory import Source
from tests.records import entry, memory

PORT = memory("port", "OSError: Address already in use", "the bind was moved")
KEY = memory("key", "KeyError: price", "a guarded look-up")


def titles(store: OpenStore, ids: object) -> list[str]:
    assert isinstance(ids, list | tuple)
    by_id = {stored.id: stored.memory.title for stored in store.memories.read(ids)}
    return [by_id[each] for each in ids]


@pytest.mark.parametrize("words", [(), ("",), ('"',), ("a b",), ("zzz",), ("OR",), ("*",), ("&",)])
def test_words_that_nobody_wrote_find_nothing(store: OpenStore, words: tuple[str, ...]) -> None:
    store.memories.add([entry(PORT)])
    assert list(store.memories.worded(words, 5)) == []


def test_an_empty_store_has_nothing(store: OpenStore) -> None:
    memories = store.memories
    assert (memories.size(), memories.counts([1]), list(memories.read([]))) == (0, {}, [])
    assert memories.carriers([[1], [1, 2]], 5) == [[], []]


def test_any_of_the_words_finds_the_one_with_more_of_them_first(store: OpenStore) -> None:
    store.memories.add([entry(KEY), entry(PORT), entry(memory("both", "address of a KeyError", "price"))])
    found = titles(store, store.memories.worded(["price", "keyerror", "address"], 5))
    assert found[0] == "address of a KeyError"
    assert set(found) == {"address of a KeyError", "KeyError: price", "OSError: Address already in use"}


def test_carriers_have_all_features_and_the_newest_come_first(store: OpenStore) -> None:
    store.memories.add([entry(PORT), entry(KEY), entry(memory("late", "another KeyError"))])
    key, fix = of_word("key"), source(Source.FIX)
    both, none, one = store.memories.carriers([[key, fix], [key, source(Source.JOB)], [fix]], 2)
    assert titles(store, both) == ["another KeyError", "KeyError: price"]
    assert none == []
    assert titles(store, one) == ["another KeyError", "KeyError: price"]


def test_writing_the_same_source_and_key_again_replaces(store: OpenStore) -> None:
    store.memories.add([entry(KEY)])
    changed = memory("key", "TypeError: price")
    assert store.memories.add([entry(KEY), entry(changed)]) == 1
    assert store.memories.count_sources() == {"fix": 1}
    assert list(store.memories.worded(["keyerror"], 5)) == []
    assert titles(store, store.memories.worded(["typeerror"], 5) or store.memories.worded(["type"], 5)) == [
        "TypeError: price"
    ]
    word = of_word("price")
    assert store.memories.counts([word, of_word("key")]) == {word: 1}


def test_what_is_read_is_what_was_written(store: OpenStore) -> None:
    odd = memory("ödd", "tïtle with 'quotes\" and\nlines", "text " * 20_000, outcome="failed", source=Source.JOB)
    store.memories.add([entry(odd)])
    (number,) = store.memories.worded(["quotes"], 1)
    (found,) = store.memories.read([number])
    assert found.memory == odd
    assert store.memories.of(Source.JOB, "ödd") == odd
    assert store.memories.of(Source.FIX, "ödd") is None
    assert found.features == of_memory(odd)


def test_forgetting_takes_words_features_and_counts_away(store: OpenStore) -> None:
    old = memory("old", "an old KeyError", moment="2020-01-01")
    store.memories.add([entry(old), entry(KEY), entry(memory("job", "KeyError", source=Source.JOB))])
    assert store.memories.forget(Source.FIX, before="2021") == 1
    assert store.memories.forget(Source.FIX, keys=["key", "unknown"]) == 1
    assert store.memories.count_sources() == {"job": 1}
    word = of_word("key")
    assert store.memories.counts([word]) == {word: 1}
    assert list(store.memories.worded(["price", "old"], 5)) == []
    assert [len(found) for found in store.memories.carriers([[word]], 5)] == [1]


def test_several_processes_may_write_the_same_memories_at_once(database_url: str) -> None:
    some = [entry(memory(f"{number}", f"KeyError number {number}")) for number in range(10)]

    def write(turned: bool) -> None:
        with closing(open_store(database_url)) as own:
            for _ in range(10):
                own.memories.add(reversed(some) if turned else some)

    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(write, (True, False, True))) == [None, None, None]
    with closing(open_store(database_url)) as store:
        assert store.memories.count_sources() == {"fix": 10}
        assert store.memories.counts([of_word("number")]) == {of_word("number"): 10}
