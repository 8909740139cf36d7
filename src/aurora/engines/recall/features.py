"""Text and code as a set of hashed features: words, what they mean, their neighbours, pieces, and what code says."""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise

from aurora.engines.recall.aloud import aloud
from aurora.engines.recall.concepts import concepts
from aurora.engines.recall.defects import defects
from aurora.engines.recall.glossary import explained
from aurora.engines.recall.reading import reading
from aurora.engines.recall.senses import senses, stem
from aurora.engines.recall.wishes import wished
from aurora.model.memory import Memory, Source
from aurora.pycode.names import split_words

VERSION = "5"  # of what is made of a text; what an earlier version made is made again (`flows.recall`)
BUCKETS = 1 << 20  # of the hash; two features may share one, which costs a little precision
_IDENTIFIER = re.compile(r"[^\W\d]\w*|\d+")
_NAMING = re.compile(r"\s*(def |class |\"\"\")")  # lines that say what code is for
_HEADS = ("---", "+++", "@@")  # of `diff -u`, where a changed line begins with - or +
_MOST_WORDS, _MOST_PAIRED, _MOST_PIECED = 96, 20, 12  # words of a text that are read as words, pairs and pieces
_MOST_LINES = 60  # of a text that are read as code
_MOST_CHARACTERS = 600  # of a text that are searched for concepts
_PIECE = 4
_FAMILIAR = 1 << 16  # words whose features are kept at hand
_SILENT = frozenset(
    re.findall(
        r"\w+",
        "a about all an and any are as at be been before but by can come did do does for from had has have how in into"
        " is it its not of on or our past should so some than that the their them there these they this to was were"
        " what when where which while who why will with without would you"
        " although even expected instead mean means meant need needed something still thing use used using want wanted",
    )
)


class Kind(IntEnum):
    """The kinds of features; the kind stands in the bits above the hash."""

    WORD = 0  # its stem
    PAIR = 1  # of neighbouring words of the title
    PIECE = 2  # of a word of the title: it finds misspelt and inflected words
    CONCEPT = 3  # what an error or request is about, in whatever words
    SOURCE = 5
    OUTCOME = 6
    SENSE = 7  # of a word: the others that mean the same
    HEAD = 8  # a word or sense of the title, of a name or page in code, or of a line that was changed


WEIGHTS: Mapping[Kind, float] = {
    Kind.WORD: 1.0,
    Kind.PAIR: 0.4,
    Kind.PIECE: 0.04,
    Kind.CONCEPT: 1.0,
    Kind.SENSE: 1.0,
    Kind.HEAD: 0.5,
    Kind.SOURCE: 0.3,
}
"""How much a shared feature says beside its rarity; kinds that are not here only narrow a search."""


def feature(kind: Kind, text: str) -> int:
    """The number of a feature: its kind, then a hash (CRC-32) of its text."""
    return kind * BUCKETS + zlib.crc32(text.encode()) % BUCKETS


def kind_of(number: int) -> Kind:
    """The kind of a feature."""
    return Kind(number // BUCKETS)


def words(text: str) -> tuple[str, ...]:
    """The lower-case words of prose and of identifiers, in order: `parseHTTP(x_1)` is parse, http, x, 1."""
    return tuple(word for found in _IDENTIFIER.findall(text) for word in _split(found))


def of_text(title: str, text: str = "") -> Iterator[int]:
    """The features of a text; the title alone gives pairs and pieces.

    A line of the text that begins with - or + is code that was changed, and counts as much as the title; so do the
    lines that say what code is for.
    """
    heads, rest = words(title)[:_MOST_WORDS], words(text)[:_MOST_WORDS]
    lines = [line for line in text.splitlines()[:_MOST_LINES] if not line.startswith(_HEADS)]
    changed = {word for line in lines if line[:1] in ("-", "+") for word in (*words(line), *aloud(line[1:]))}
    changed.update(defects(text))
    meant = {word for sentence in explained(f"{title}\n{text[:_MOST_CHARACTERS]}") for word in words(sentence)}
    read = {*reading(text), *(word for line in lines for word in aloud(line.lstrip("-+")))}
    yield from (number for word in {*heads, *rest, *changed, *meant, *read} for number in _meant(word))
    named = {word for line in lines if _NAMING.match(line) for word in words(line)}
    yield from (number for word in {*heads, *changed, *named} for number in _headed(word))
    yield from (feature(Kind.PAIR, f"{one} {two}") for one, two in pairwise(heads[:_MOST_PAIRED]))
    yield from (piece for word in heads[:_MOST_PIECED] for piece in _pieces(word))
    yield from (feature(Kind.CONCEPT, name) for name in concepts(f"{title}\n{text[:_MOST_CHARACTERS]}"))


def of_query(text: str) -> Iterator[tuple[int, ...]]:
    """The features of a question in groups: each is what one of its words, or of what it is about, may be found by."""
    said = telling(text)[:_MOST_WORDS]
    meant = [word for sentence in explained(text[:_MOST_CHARACTERS]) for word in telling(sentence)]
    yield from ((*_meant(word), *_headed(word)) for word in dict.fromkeys((*said, *meant)))
    yield from ((feature(Kind.PAIR, f"{one} {two}"),) for one, two in pairwise(said[:_MOST_PAIRED]))
    yield from ((piece,) for word in said[:_MOST_PIECED] for piece in _pieces(word))
    yield from ((feature(Kind.CONCEPT, name),) for name in concepts(text[:_MOST_CHARACTERS]))
    if found := tuple(map(source, wished(text[:_MOST_CHARACTERS]))):
        yield found


def telling(text: str) -> tuple[str, ...]:
    """The words of a text that say something; all of them when none does."""
    found = words(text)
    return tuple(word for word in found if word not in _SILENT) or found


def of_memory(memory: Memory) -> frozenset[int]:
    """All features of a memory."""
    told = of_text(memory.title, memory.text)
    return frozenset({*told, source(memory.source), feature(Kind.OUTCOME, memory.outcome)})


def source(name: Source) -> int:
    """The feature that all memories of a source have."""
    return feature(Kind.SOURCE, name)


def pieces(word: str) -> Iterable[str]:
    """Four characters each of a word with its borders marked; a shorter word whole."""
    marked = f"^{word}$"
    return {marked[at : at + _PIECE] for at in range(max(1, len(marked) - _PIECE + 1))}


_split = lru_cache(_FAMILIAR)(split_words)


def of_word(word: str) -> int:
    """The feature that all forms of a word have."""
    return feature(Kind.WORD, stem(word))


@lru_cache(_FAMILIAR)
def _meant(word: str) -> tuple[int, ...]:
    return (of_word(word), *(feature(Kind.SENSE, str(sense)) for sense in senses(word)))


@lru_cache(_FAMILIAR)
def _headed(word: str) -> tuple[int, ...]:
    return tuple(feature(Kind.HEAD, said) for said in (stem(word), *map(str, senses(word))))


@lru_cache(_FAMILIAR)
def _pieces(word: str) -> tuple[int, ...]:
    return tuple(feature(Kind.PIECE, piece) for piece in pieces(word))
