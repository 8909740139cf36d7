import pytest

from aurora.engines.recall.features import (
    Kind,
    feature,
    kind_of,
    of_memory,
    of_query,
    of_text,
    pieces,
    source,
    telling,
    words,
)
from aurora.model.memory import Source
from tests.records import memory


def test_nothing_has_no_words_and_no_features() -> None:
    assert words("") == words("!? --") == ()
    assert list(of_text("", "")) == []


def test_identifiers_fall_into_their_words() -> None:
    assert words("parseHTTP(stock_price, 2)") == ("parse", "http", "stock", "price", "2")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_feature_knows_its_kind(kind: Kind) -> None:
    assert kind_of(feature(kind, "anything")) is kind
    assert feature(kind, "anything") < 2**31


def test_a_short_word_is_one_piece_and_a_long_one_overlaps() -> None:
    assert set(pieces("a")) == {"^a$"}
    assert set(pieces("port")) == {"^por", "port", "ort$"}


def test_a_misspelt_word_shares_pieces_of_the_title() -> None:
    right, wrong = set(of_text("recursion")), set(of_text("recurson"))
    shared = {kind_of(each) for each in right & wrong}
    assert shared == {Kind.PIECE}


def test_the_same_words_in_another_order_share_no_pairs() -> None:
    shared = set(of_text("ochre ink")) & set(of_text("ink ochre"))
    assert {kind_of(each) for each in shared} == {Kind.WORD, Kind.HEAD, Kind.PIECE}


def test_all_forms_of_a_word_and_words_that_mean_the_same_share_features() -> None:
    assert {kind_of(each) for each in {*of_text("", "added")} & {*of_text("", "adding")}} == {Kind.WORD, Kind.SENSE}
    assert {kind_of(each) for each in {*of_text("", "rebate")} & {*of_text("", "discount")}} == {Kind.SENSE}


def test_a_line_that_was_changed_counts_as_much_as_a_title() -> None:
    plain, changed = {*of_text("", " return min(prices)")}, {*of_text("", "+return min(prices)")}
    assert plain < changed
    assert {kind_of(each) for each in changed - plain} == {Kind.HEAD}
    assert Kind.HEAD not in {kind_of(each) for each in of_text("", "--- a/prices.py\n+++ b/prices.py\n@@ -1 +1 @@")}


def test_a_memory_carries_its_source() -> None:
    features = of_memory(memory("k", "title"))
    assert source(Source.FIX) in features
    assert source(Source.JOB) not in features


def test_a_huge_text_gives_a_bounded_number_of_features() -> None:
    assert len(set(of_text("title " * 10_000, "text" * 100_000))) < 300


def test_a_question_is_asked_with_the_words_that_say_something() -> None:
    assert telling("what was the fix for the port?") == ("fix", "port")
    assert telling("what was it") == ("what", "was", "it")
    assert set(of_query("the port")) == set(of_query("port"))
    assert (feature(Kind.CONCEPT, "zero"),) in set(of_query("division by zero"))
