"""How alike two functions are that were asked for: their signatures and the words that describe them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from aurora.contracts.store import Corpus
from aurora.engines.recall.features import words
from aurora.model.errors import UnparsableError
from aurora.model.record import Record, Similar
from aurora.pycode.signature import parse_signature
from aurora.pycode.types import render

_SIGNATURE, _WORDS, _PASSED = 0.6, 0.4, 0.1
_FAMILIAR = 1 << 14  # lists of parameters whose types are kept at hand
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


def signature_likeness(one: str, other: str) -> float:
    """1 for the same key; else half for the same result and half for the share of parameter types in common."""
    return signature_likenesses(one, (other,))[0]


def signature_likenesses(one: str, others: Sequence[str]) -> list[float]:
    """The likeness to each of many keys, which are made of fewer lists of parameters."""
    given, _, result = one.partition("->")
    shares: dict[str, float] = {}
    found: list[float] = []
    for other in others:
        theirs, _, result2 = other.partition("->")
        if theirs not in shares:
            shares[theirs] = _shared(given, theirs)
        same = result == result2 and result not in ("", "Any")
        alike = 1.0 if one == other else 0.5 * same + 0.5 * shares[theirs]
        found.append(alike if one and other else 0.0)
    return found


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
    alike = partial(signature_likenesses, key)
    records = corpus.nearest(wanted, alike, (_SIGNATURE, _WORDS, _PASSED), most)
    compared = [likeness(record, key, wanted) for record in records]
    return tuple(sorted(compared, key=lambda each: (-each.score, each.record.timestamp, each.record.id)))


def _shared(given: str, other: str) -> float:
    """The share of parameter types in common; 0 when there are none."""
    ours, theirs = _types(given), _types(other)
    shared = sum(min(count, theirs[each]) for each, count in ours.items())
    both = ours.total() + theirs.total() - shared
    return shared / both if both else 0.0


@lru_cache(_FAMILIAR)
def _types(given: str) -> Counter[str]:
    return Counter(_split(given))


def _split(given: str) -> Iterator[str]:
    """The parameter types of a key: commas in brackets do not part."""
    depth, start = 0, 0
    for place, character in enumerate(given):
        depth += (character in "[(") - (character in "])")
        if character == "," and depth == 0:
            yield given[start:place]
            start = place + 1
    if given:
        yield given[start:]
