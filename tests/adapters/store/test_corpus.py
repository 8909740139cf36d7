"""Records are kept with their memories, listed page by page, and posted until they arrive."""

import pytest
from sqlalchemy.exc import IntegrityError

from aurora.adapters.store.opening import OpenStore
from aurora.model.record import Record, Rival, Wanted
from tests.records import entry_of, record


def put(store: OpenStore, *records: Record, post: str = "") -> None:
    store.corpus.add([(each, entry_of(each)) for each in records], post=post)


def test_a_record_that_is_there_already_changes_nothing(store: OpenStore) -> None:
    put(store, record("one"))
    with pytest.raises(IntegrityError):
        put(store, record("two"), record("one", verdict="consistent"))
    assert store.corpus.counts() == {"verified": 1, "without weight": 0}
    assert store.memories.count_sources() == {"corpus": 1}


def test_a_record_comes_back_as_it_was(store: OpenStore) -> None:
    whole = record("one", candidates=(Rival("def f(): ...", "s", 2.5, ("a", "b")),), snippet="é\n" * 1000)
    put(store, whole)
    assert store.corpus.with_ids([whole.id, "unknown"]) == [whole]
    assert list(store.corpus.of_spec(whole.spec_hash)) == [(whole, 1.0)]
    assert list(store.corpus.of_spec("another")) == []


def test_the_newest_record_of_a_specification_comes_first(store: OpenStore) -> None:
    early, late = (record("one", timestamp=f"2026-0{n}-01", provenance=f"run {n}") for n in (1, 2))
    put(store, late, early)
    assert [found.timestamp for found, _ in store.corpus.of_spec("hash of one")] == ["2026-02-01", "2026-01-01"]


def test_a_record_loses_its_weight_and_stays(store: OpenStore) -> None:
    put(store, record("one"))
    store.corpus.weigh(record("one").id, 0.0)
    assert list(store.corpus.of_spec("hash of one")) == [(record("one"), 0.0)]
    assert store.corpus.counts()["without weight"] == 1


def test_the_weights_of_many_records_come_at_once(store: OpenStore) -> None:
    put(store, record("one"), record("two"))
    store.corpus.weigh(record("two").id, 0.0)
    assert store.corpus.weights([]) == {}
    ids = [record(name).id for name in ("two", "one", "unknown")]
    assert store.corpus.weights(ids * 300) == {ids[0]: 0.0, ids[1]: 1.0}


def test_pages_follow_each_other_without_gap_or_repetition(store: OpenStore) -> None:
    records = [record(f"f{n}", timestamp=f"2026-01-{1 + n // 3:02}") for n in range(8)]
    put(store, *records)
    first = store.corpus.page(Wanted(), 5)
    second = store.corpus.page(Wanted(), 5, (first[-1].timestamp, first[-1].id))
    assert [*first, *second] == sorted(records, key=lambda each: (each.timestamp, each.id))
    assert list(store.corpus.all(Wanted())) == [*first, *second]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), {"a", "b", "c"}),
        (Wanted(spec="words"), {"a", "b"}),
        (Wanted(verdict="consistent"), {"c"}),
        (Wanted(name="b"), {"b"}),
        (Wanted(since="2026-06-01"), {"c"}),
        (Wanted(spec="words", verdict="consistent"), set()),
    ],
)
def test_filters_go_together(store: OpenStore, wanted: Wanted, names: set[str]) -> None:
    early = "2026-01-01"
    put(store, record("a", timestamp=early), record("b", timestamp=early))
    put(store, record("c", spec_id="dates", verdict="consistent", timestamp="2026-07-01"))
    assert {each.func_name for each in store.corpus.all(wanted)} == names


def test_what_is_to_be_posted_waits_until_it_arrived_or_was_given_up(store: OpenStore) -> None:
    one, two = record("one"), record("two")
    put(store, one, two, post="2026-01-01")
    assert store.corpus.due("2025-12-31") == []
    assert {(each.func_name, attempts) for each, attempts in store.corpus.due("2026-01-01")} == {("one", 0), ("two", 0)}
    store.corpus.posted(one.id)
    store.corpus.refused(two.id, attempts=1, due="2026-01-02", error="503")
    assert store.corpus.due("2026-01-01") == []
    assert [attempts for _, attempts in store.corpus.due("2026-01-02")] == [1]
    store.corpus.refused(two.id, attempts=2, due="", error="503")
    assert store.corpus.due("2027-01-01") == []
    assert store.corpus.outbox() == {"waiting": 0, "dead": 1}
