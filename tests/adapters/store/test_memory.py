from aurora.adapters.store.memory import MemoryEvents


def test_seqs_count_from_one() -> None:
    log = MemoryEvents()
    assert [log.append("a", source="test").seq for _ in range(3)] == [1, 2, 3]
