"""How alike two functions are that were asked for: their signatures and the words that describe them."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from aurora.contracts.memory import MemoryIndex
from aurora.engines.recall.features import Kind, feature, of_word, source, words
from aurora.model.errors import UnparsableError
from aurora.model.memory import Source
from aurora.model.record import Record, Similar
from aurora.pycode.signature import parse_signature
from aurora.pycode.types import render

_SIGNATURE, _WORDS, _PASSED = 0.6, 0.4, 0.1
_EACH = 200  # memories of one group of features that are looked at
_READ = 80  # records that are compared
_TELLING = 8  # words that are looked up alone
_SILENT = frozenset(words("a an and are as be by for from in is it of on or ret that the to with"))

Fetch = Callable[[Sequence[str]], Sequence[Record]]
"""The records with these ids, in any order."""


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
    if one == other:
        return 1.0 if one else 0.0
    given, _, result = one.partition("->")
    given2, _, result2 = other.partition("->")
    ours, theirs = Counter(_split(given)), Counter(_split(given2))
    shared, both = (ours & theirs).total(), (ours | theirs).total()
    same = result == result2 and result not in ("", "Any")
    return (0.5 * same + 0.5 * (shared / both if both else 0.0)) if one and other else 0.0


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


def similar(index: MemoryIndex, fetch: Fetch, key: str, wanted: Sequence[str], most: int = 5) -> tuple[Similar, ...]:
    """The records most like a signature and words, best first: exact signature first, then by the words.

    Records are looked up by signature and words together, rarest words first, and only those are compared.
    """
    groups = list(_groups(index, key, wanted))
    votes: dict[int, int] = {}
    for group, found in zip(groups, index.carriers(groups, _EACH), strict=True):
        for number in found:
            votes[number] = votes.get(number, 0) + len(group)
    near = sorted(votes, key=lambda number: (-votes[number], -number))[:_READ]
    records = fetch(index.keys(near))
    compared = [likeness(record, key, wanted) for record in records]
    return tuple(sorted(compared, key=lambda each: (-each.score, each.record.timestamp, each.record.id))[:most])


def _groups(index: MemoryIndex, key: str, wanted: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Features to look up together: the signature with all words, all but one, and one; then the words without it."""
    numbers = {word: of_word(word) for word in wanted}
    counts = index.counts(list(numbers.values()))
    known = sorted((counts[number], number) for number in numbers.values() if counts.get(number))
    told = [number for _, number in known]
    corpus = source(Source.CORPUS)
    heads = ((feature(Kind.SIGNATURE, key),), (corpus,)) if key else ((corpus,),)
    for head in heads:
        if told:
            yield (*head, *told)
            yield from ((*head, *rest) for rest in combinations(told, len(told) - 1) if 1 < len(rest) <= _TELLING)
        yield from ((*head, number) for number in told[:_TELLING])
    yield heads[0]


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
