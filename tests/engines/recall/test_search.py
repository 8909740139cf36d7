import pytest

from aurora.engines.recall.search import recall
from aurora.model.memory import FAILED, Query, Source
from tests.engines.recall.indexes import SmallIndex
from tests.records import entry, memory

PORT = memory("port", "OSError: [Errno 98] Address already in use", "bind in server.py")
KEY = memory("key", "KeyError: 'price'", "a look-up in stock.py", outcome=FAILED)
WEB = memory("web", "web restarted", "after a crash", source=Source.HEALING, moment="2026-01-01")
INDEX = SmallIndex(entry(PORT), entry(KEY), entry(WEB))


def keys(words: str, **filters: object) -> list[str]:
    return [each.memory.key for each in recall(INDEX, Query(words, **filters))]  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["", "???", "zebra umbrella", "🙂"])
def test_a_query_about_nothing_that_happened_has_no_answer(words: str) -> None:
    assert keys(words) == []


def test_an_empty_index_has_no_answer() -> None:
    assert recall(SmallIndex(), Query("port")) == ()


@pytest.mark.parametrize(
    ("words", "best"),
    [("port conflict", "port"), ("missing key", "key"), ("adress in us", "port"), ("KeyError in stock", "key")],
)
def test_the_right_one_comes_first_in_other_words_too(words: str, best: str) -> None:
    assert keys(words)[0] == best


def test_a_source_that_the_question_names_comes_before_another_that_says_the_same() -> None:
    fix = memory("fix", PORT.title, PORT.text)
    jobs = [memory(f"job {n}", PORT.title, PORT.text, source=Source.JOB) for n in range(3)]
    index = SmallIndex(*map(entry, (fix, *jobs)))
    assert recall(index, Query("past fixes for address in use"))[0].memory.key == "fix"
    assert recall(index, Query("jobs: address in use"))[-1].memory.key == "fix"


def test_a_failure_counts_as_much_as_a_success() -> None:
    twin = memory("twin", KEY.title, KEY.text)
    (one, two) = recall(SmallIndex(entry(KEY), entry(twin)), Query("KeyError price"))[:2]
    assert {one.memory.key, two.memory.key} == {"key", "twin"}
    assert one.score == two.score


def test_filters_leave_only_what_fits() -> None:
    assert keys("restarted price address", sources=(Source.HEALING,)) == ["web"]
    assert keys("restarted price address", outcome=FAILED) == ["key"]
    assert "web" not in keys("restarted price address", since="2026-02-01")
    assert len(keys("restarted price address", most=1)) == 1


def test_words_that_no_memory_has_count_against_an_answer() -> None:
    (whole, *_), (part, *_) = (recall(INDEX, Query(words)) for words in ("address", "address of zebra umbrellas"))
    assert part.memory == whole.memory
    assert 0 < part.score < whole.score / 2


def test_each_answer_says_why() -> None:
    found = recall(INDEX, Query("KeyError"))[0]
    assert found.why[0].startswith("likeness ")
    assert found.why[1] == "words, place 1"
    assert found.memory.link == "fix key"


def test_a_rare_old_memory_is_found_among_many_common_ones() -> None:
    crowd = [entry(memory(f"n{n}", f"error in part {n}", "the usual error of a usual part")) for n in range(2000)]
    index = SmallIndex(entry(PORT), *crowd)
    assert recall(index, Query("usual error: address in use"))[0].memory.key == "port"
