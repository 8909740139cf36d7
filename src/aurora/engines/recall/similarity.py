"""How alike two functions are that were asked for: their signatures and the words that describe them."""

from collections.abc import Iterable, Sequence
from functools import partial

from aurora.contracts.store import Corpus
from aurora.engines.recall.features import words
from aurora.engines.recall.signatures import signature_likeness, signature_likenesses
from aurora.model.errors import UnparsableError
from aurora.model.record import Record, Similar
from aurora.pycode.signature import parse_signature
from aurora.pycode.types import render

_SIGNATURE, _WORDS, _PASSED = 0.6, 0.4, 0.1
_SILENT = frozenset(words("a an and are as be by for from in is it of on or ret that the to with"))


def signature_key(text: str) -> str:
    """The types of a signature without its names: `def f(a: int, b="") -> str` is `int,any->str`; empty for none."""
    try:
        found = parse_signature(text)
    except UnparsableError:
        return ""
    given = ",".join(render(each.type) for each in found.parameters)
    return f"{given}->{render(found.result)}"


def bag(*texts: str) -> tuple[str, ...]:
    """The words of texts that say something, each once, sorted."""
    return tuple(sorted({word for text in texts for word in words(text)} - _SILENT))


def jaccard(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of all words that both have; 0 when there are none."""
    ours, theirs = set(one), set(other)
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0


def likeness(record: Record, key: str, wanted: Sequence[str]) -> Similar:
    """A record compared with a signature key and words."""
    signature, told = signature_likeness(key, record.sig_key), jaccard(wanted, record.post_bow)
    passed = record.total > 0 and record.passed == record.total
    score = _SIGNATURE * signature + _WORDS * told + _PASSED * passed
    return Similar(record, round(score, 4), round(signature, 4), round(told, 4), passed)


def similar(corpus: Corpus, key: str, wanted: Sequence[str], most: int = 5) -> tuple[Similar, ...]:
    """The records most like a signature and words, best first, of equal ones the oldest; every record is compared."""
    records = corpus.nearest(wanted, partial(signature_likenesses, key), (_SIGNATURE, _WORDS, _PASSED), most)
    compared = [likeness(record, key, wanted) for record in records]
    return tuple(sorted(compared, key=lambda each: (-each.score, each.record.timestamp, each.record.id)))
