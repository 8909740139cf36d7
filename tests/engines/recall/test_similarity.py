from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from aurora.engines.recall.similarity import bag, jaccard, likeness, signature_key, similar
from aurora.model.record import Record
from tests.records import record

RECORDS = (
    record("shout", "Put a text in capitals."),
    record("whisper", "Put a text in small letters.", verdict="consistent", passed=1),
    record("count_vowels", "How many vowels a text has.", func_signature="def count_vowels(text: str) -> int"),
)


class SmallCorpus:
    """Compares every record."""

    def nearest(
        self,
        words: Sequence[str],
        likeness: Callable[[Sequence[str]], Iterable[float]],
        weights: tuple[float, float, float],
        most: int,
    ) -> list[Record]:
        def score(each: Record) -> float:
            parts = (*likeness([each.sig_key]), jaccard(words, each.post_bow), each.passed == each.total)
            return sum(weight * part for weight, part in zip(weights, parts, strict=True))

        return sorted(RECORDS, key=score)[-most:]


CORPUS: Any = SmallCorpus()


@pytest.mark.parametrize("text", ["", "nonsense(", "def f(a", "class A: pass"])
def test_what_is_no_signature_has_no_key(text: str) -> None:
    assert signature_key(text) == ""


def test_a_key_is_the_types_alone() -> None:
    key = signature_key("def f(words: list[str], n: int = 3) -> dict[str, int]")
    assert key == "list[str],int->dict[str, int]"
    assert signature_key("def other(a: list[str], b: int) -> dict[str, int]") == key


def test_jaccard_is_the_share_of_all_words() -> None:
    assert jaccard((), ()) == 0.0
    assert jaccard("ab", "bc") == pytest.approx(1 / 3)


def test_the_score_is_the_formula_with_its_parts() -> None:
    found = likeness(RECORDS[0], "str->str", bag("shout", "Put a text in capitals."))
    assert (found.signature, found.words, found.all_passed, found.score) == (1.0, 1.0, True, 1.1)
    other = likeness(RECORDS[1], "str->int", ("put", "text", "zebra"))
    assert (other.signature, other.all_passed) == (0.5, False)
    assert other.score == pytest.approx(0.6 * 0.5 + 0.4 * other.words, abs=1e-4)


def test_no_words_and_no_signature_still_lists_records() -> None:
    assert len(similar(CORPUS, "", ())) == 3


def test_the_exact_signature_with_most_of_the_words_comes_first() -> None:
    found = similar(CORPUS, "str->str", bag("a text in small letters"), 2)
    assert [each.record.func_name for each in found] == ["whisper", "shout"]


def test_words_find_a_record_of_another_signature() -> None:
    found = similar(CORPUS, "list[int]->int", bag("how many vowels"))
    assert found[0].record.func_name == "count_vowels"
    assert found[0].signature == 0.5
