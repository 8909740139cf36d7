"""Words as a prior: stems, synonyms, and how well the words of a task fit those of a part."""

import inspect
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aurora.pycode.names import split_words
from aurora.registry.declare import AnyPart

_WORD = re.compile(r"[a-z]+|\d+")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_SILENT = """a an and any are as at be by can do each else for from function get given has have if in into is it its of
on one or return returns should some such than that the their them then there these this to using use used which will
with write python whether check find another program specified your help all not"""
_STOP = frozenset(_SILENT.split())
_SUFFIXES = (
    ("ations", "ate"), ("ation", "ate"), ("ities", "ity"), ("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""),
    ("edly", ""), ("ed", ""), ("ers", "er"), ("est", ""), ("ly", ""), ("xes", "x"), ("ches", "ch"), ("shes", "sh"),
    ("s", ""),
)  # fmt: skip
_SYNONYMS = """
add sum total plus addition
remove delete drop discard eliminate strip exclude
maximum max largest biggest greatest highest most
minimum min smallest least lowest fewest shortest
longest maximum
count number many occurrence frequency times
reverse backward invert flip
sort order arrange ascend
list array sequence collection
string text word sentence
unique distinct different
duplicate repeat repetition recur
multiply product times
divide quotient division
subtract difference minus
common intersection shared similar
merge combine concatenate join union
split separate divide tokenize
convert change transform turn
replace substitute
position index location place
element item member entry value
square squared
digit number
character letter char
lowercase lower small
uppercase upper capital
even divisible
power exponent raise
factorial permutation
matrix grid table
row line
check test verify determine
search find locate
equal same identical match
first initial start begin
last final end
contain include present exist
pair tuple couple
dictionary dict map mapping hash
average mean
adjacent consecutive neighbour successive contiguous
rotate shift
divisor factor
nth kth
integer int number
flatten nested
subsequence subsequences
substring sub
"""


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, lower case, in order."""
    return tuple(_WORD.findall(text.lower()))


def quoted(text: str) -> tuple[str, ...]:
    """The quoted pieces of a text."""
    return tuple(first or second for first, second in _QUOTED.findall(text) if first or second)


def stem(word: str) -> str:
    """A word without its ending, so that forms of one word are equal."""
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            cut = word[: -len(suffix)] + instead
            doubled = len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "lsz"
            return (cut[:-1] if doubled else cut).rstrip("e")
    return word.rstrip("e") if len(word) > 3 else word


def stems(words: Iterable[str]) -> list[str]:
    """The stems of the words that say something."""
    return [stem(word) for word in words if word not in _STOP and not word.isdigit() and len(word) > 1]


def _synonyms() -> dict[str, frozenset[str]]:
    groups = [frozenset(stem(word) for word in line.split()) for line in _SYNONYMS.strip().splitlines()]
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


@dataclass(frozen=True, slots=True)
class Document:
    """The words of one part: those of its name weigh most; `name` has these in their order."""

    weights: Mapping[str, float]
    name: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: Iterable[str], words: Iterable[str], page: Iterable[str]) -> "Document":
        """A document from the words of a part's name, its own list of words, and its page."""
        weights: dict[str, float] = {}
        named = tuple(stems(name))
        for source, weight in ((stems(page), 0.5), (stems(words), 0.8), (named, 1.0)):
            for word in source:
                weights[word] = max(weight, weights.get(word, 0.0))
        return cls(weights, named)


def document_of(part: AnyPart) -> Document:
    """The words of a component: of its name, its own list, and its page."""
    words = str(part.facts.get("words", ""))
    page = inspect.getdoc(part.run) or ""
    return Document.of(split_words(part.name), tokens(words), tokens(page))


class Index:
    """Documents by id, scored by how much of a query they cover and how much of them the query covers.

    Inverse document frequency as in BM25 (Robertson and Zaragoza 2009); a synonym counts `_NEAR` of the word itself.
    """

    _NEAR = 0.6
    _PHRASE = 0.75  # of what a relevance lacks: words of a name that follow each other in a text are hardly chance

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._total = len(documents)
        self._frequency = Counter(word for document in documents.values() for word in document.weights)
        self._synonyms = _synonyms()

    def rarity(self, word: str) -> float:
        """How much a word tells."""
        seen = self._frequency.get(word, 0)
        return math.log(1 + (self._total - seen + 0.5) / (seen + 0.5))

    def scores(self, words: Iterable[str]) -> dict[str, float]:
        """The relevance of every document, 0 to 1: more of one whose name stands in the text, however long that is."""
        told = list(words)
        query, text = self.query(told), f" {' '.join(stems(told))} "
        mass = sum(query.values()) or 1.0
        scores = {name: self._score(document, query, mass) for name, document in self._documents.items()}
        for name, document in self._documents.items():
            if len(document.name) > 1 and f" {' '.join(document.name)} " in text:
                scores[name] += self._PHRASE * (1 - scores[name])
        return scores

    def coverage(self, words: Iterable[str], told: Iterable[str]) -> float:
        """The share of what the words say, weighed by rarity, that stems of a program's parts tell too, 0 to 1."""
        query = {word: max(0.5, self.rarity(word)) for word in stems(words)}
        spoken = set(told)
        near = spoken.union(*(self._synonyms.get(word, frozenset()) for word in spoken))
        covered = sum(
            rarity if word in spoken else self._NEAR * rarity if word in near else 0.0 for word, rarity in query.items()
        )
        return covered / (sum(query.values()) or 1.0) if query else 1.0

    def told_by(self, name: str) -> Iterable[str]:
        """The stems of the document of a part."""
        document = self._documents.get(name)
        return document.weights if document else ()

    def query(self, words: Iterable[str]) -> dict[str, float]:
        """The stems of a query with their rarity."""
        return {word: self.rarity(word) for word in stems(words) if self._known(word)}

    def _known(self, word: str) -> bool:
        return word in self._frequency or any(near in self._frequency for near in self._synonyms.get(word, ()))

    def _score(self, document: Document, query: Mapping[str, float], mass: float) -> float:
        covered = sum(rarity * self._weight(document, word) for word, rarity in query.items())
        if not covered:
            return 0.0
        asked = set(query).union(*(self._synonyms.get(word, frozenset()) for word in query))
        names = {word: self.rarity(word) for word, weight in document.weights.items() if weight == 1.0}
        named = sum(rarity for word, rarity in names.items() if word in asked) / (sum(names.values()) or 1.0)
        return min(1.0, 0.65 * covered / mass + 0.35 * named)

    def _weight(self, document: Document, word: str) -> float:
        direct = document.weights.get(word, 0.0)
        near = max((document.weights.get(other, 0.0) for other in self._synonyms.get(word, ())), default=0.0)
        return max(direct, self._NEAR * near)
