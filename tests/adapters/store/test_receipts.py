"""A receipt is claimed once, by whoever comes first."""

from concurrent.futures import ThreadPoolExecutor

from aurora.adapters.store.opening import OpenStore
from aurora.model.receipt import Receipt


def test_only_the_first_of_many_has_the_claim(store: OpenStore) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: store.receipts.claim("key", "print"), range(8)))
    assert sorted(each is None for each in found) == [False] * 7 + [True]
    assert {each for each in found if each is not None} == {Receipt("print")}


def test_an_answer_is_kept_as_it_was(store: OpenStore) -> None:
    store.receipts.claim("key", "print")
    store.receipts.keep("key", 202, "application/json", b"\x00\xff")
    assert store.receipts.claim("key", "other") == Receipt("print", 202, "application/json", b"\x00\xff")


def test_what_was_dropped_can_be_claimed_again(store: OpenStore) -> None:
    store.receipts.claim("key", "print")
    store.receipts.drop("key")
    assert store.receipts.claim("key", "other") is None


def test_old_receipts_are_purged_and_newer_ones_stay(store: OpenStore) -> None:
    store.receipts.claim("key", "print")
    assert store.receipts.purge("2026-01-01") == 0
    assert store.receipts.purge("9999-01-01") == 1
    assert store.receipts.claim("key", "print") is None
