"""The nearest records are those that comparing every record gives, block after block."""

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from aurora.adapters.store import likeness
from aurora.adapters.store.likeness import BLOCKS, PLACES, WORDS
from aurora.adapters.store.opening import OpenStore
from aurora.engines.recall.similarity import likeness as compared
from aurora.engines.recall.similarity import similar
from aurora.model.record import Record, Wanted
from tests.records import entry_of, record

TYPES, VOCABULARY = ("int", "str", "list[int]"), [f"word{n}" for n in range(30)]


@pytest.fixture(autouse=True)
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likeness, "BLOCK", 16)


def drawn(count: int, seed: int = 1) -> Iterator[Record]:
    draw = random.Random(seed)
    for number in range(count):
        given = ", ".join(f"p{at}: {draw.choice(TYPES)}" for at in range(draw.randint(0, 3)))
        yield record(
            f"f{number}",
            post_bow=tuple(draw.sample(VOCABULARY, draw.randint(0, 8))),
            func_signature=f"def f({given}) -> {draw.choice(TYPES)}",
            passed=draw.randint(0, 2),
            provenance=f"seed {seed}",
            timestamp=f"2026-01-01T00:00:00.{number:06}",
        )


def put(store: OpenStore, *records: Record) -> None:
    store.corpus.add([(each, entry_of(each)) for each in records])


def brute(records: list[Record], key: str, words: tuple[str, ...], most: int) -> list[float]:
    return sorted((compared(each, key, words).score for each in records), reverse=True)[:most]


def asked() -> list[tuple[str, tuple[str, ...]]]:
    return [(each.sig_key, each.post_bow) for each in drawn(25, seed=2)] + [("", ()), ("", ("word1", "unknown"))]


def scores(store: OpenStore, most: int = 5) -> list[list[float]]:
    return [[found.score for found in similar(store.corpus, key, words, most)] for key, words in asked()]


def counted(store: OpenStore, table: object) -> int:
    with store.database.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar() or 0  # type: ignore[arg-type]


def test_nothing_is_like_anything_in_an_empty_corpus(store: OpenStore) -> None:
    assert similar(store.corpus, "int->int", ("word1",)) == ()


@pytest.mark.parametrize("count", [1, 15, 16, 17, 100])
def test_the_best_scores_are_those_of_comparing_every_record(store: OpenStore, count: int) -> None:
    records = list(drawn(count))
    put(store, *records[:10])
    for each in records[10:20]:
        put(store, each)
    put(store, *records[20:])
    assert counted(store, BLOCKS) == count // 16
    assert scores(store) == [brute(records, key, words, 5) for key, words in asked()]


def test_what_another_connection_added_is_found(store: OpenStore) -> None:
    put(store, *drawn(20))
    assert len(similar(store.corpus, "", (), 100)) == 20
    put(store, *drawn(30, seed=3))
    assert len(similar(store.corpus, "", (), 100)) == 50


def test_a_transaction_that_is_undone_leaves_nothing(store: OpenStore) -> None:
    records = list(drawn(20))
    put(store, *records[:10])
    with pytest.raises(Exception, match=r"UNIQUE|unique"):
        put(store, *records[10:], records[0])
    assert (counted(store, PLACES), counted(store, BLOCKS)) == (10, 0)
    assert scores(store) == [brute(records[:10], key, words, 5) for key, words in asked()]


def test_a_corpus_of_before_the_index_is_indexed_by_the_first_question(store: OpenStore) -> None:
    records = list(drawn(40))
    put(store, *records)
    before = scores(store)
    with store.database.writing() as connection:
        for table in (PLACES, BLOCKS, WORDS):
            connection.execute(table.delete())

    assert scores(store) == before
    assert counted(store, PLACES) == len(list(store.corpus.all(Wanted()))) == 40


def test_an_index_that_lost_its_words_is_made_again(store: OpenStore) -> None:
    put(store, *drawn(40))
    before = scores(store)
    with store.database.writing() as connection:
        connection.execute(WORDS.delete())
    assert scores(store) != before
    assert store.corpus.reindex() == 40
    assert scores(store) == before
