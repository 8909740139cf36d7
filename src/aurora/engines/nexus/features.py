"""What the router sees of a request: words, stems, concepts, pairs, and the letters of words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, combinations, pairwise
from zlib import crc32

BUCKETS = 1 << 13  # of the n-grams of letters
LONGEST = 60  # words of a request that count; what is asked is said at its beginning
MOST_IDEAS = 24
_WORD = re.compile(r"[a-z0-9][a-z0-9+#%-]*")
_ENDINGS = (
    "isations", "izations", "isation", "ization", "ations", "ation", "ising", "izing", "ised", "ized", "ises", "izes",
    "ingly", "ments", "ment", "ness", "ings", "ing", "ies", "ers", "ions", "ion", "ise", "ize", "yse", "yze", "ed",
    "es", "er", "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 3
_GRAMS = range(3, 6)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A word without its ending: "optimising", "optimized" and "optimise" are one."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


@cache
def concepts() -> Mapping[str, tuple[str, ...]]:
    """The concepts of each stem, from `concepts.txt`, a line each: `concept: word word word`."""
    found: dict[str, list[str]] = {}
    for line in files(__package__).joinpath("concepts.txt").read_text("utf-8").splitlines():
        name, _, words = line.partition(":")
        for each in dict.fromkeys(stem(word) for word in words.split()):
            found.setdefault(each, []).append(name)
    return {each: tuple(names) for each, names in found.items()}


def words(text: str) -> list[str]:
    """The words of a request, in lower case."""
    return _WORD.findall(text.lower().replace("'", ""))


@lru_cache(maxsize=4096)
def _of_word(word: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The stem of a word, its concepts, and the buckets of its letters."""
    root, framed = stem(word), f"<{word[:40]}>"
    grams = (framed[start : start + size] for size in _GRAMS for start in range(len(framed) - size + 1))
    buckets = dict.fromkeys(f"#{crc32(gram.encode()) % BUCKETS}" for gram in grams)
    return root, concepts().get(root, ()), tuple(buckets)


@dataclass(frozen=True, slots=True)
class Heard:
    """A request that was taken apart: all its words and their stems, and its features, each once."""

    words: Sequence[str]
    stems: Sequence[str]
    seen: Sequence[str]  # of words: stems, concepts, neighbours, pairs of concepts, marks
    letters: Sequence[str]

    @property
    def plain(self) -> list[str]:
        """The stems and concepts among the features."""
        return [feature for feature in self.seen if feature[0] in "wc"]


def features(text: str, marks: Iterable[str] = ()) -> tuple[Sequence[str], Sequence[str]]:
    """The features of a request, of its words and of letters; see `heard`."""
    found = heard(text, marks)
    return found.seen, found.letters


def heard(text: str, marks: Iterable[str] = ()) -> Heard:
    """Take a request apart; `marks` are what was seen in the code that came with it."""
    said = words(text)
    found = [_of_word(word) for word in said[:LONGEST]]
    stems = [root for root, _, _ in found]
    ideas = sorted({idea for _, named, _ in found for idea in named})[:MOST_IDEAS]
    seen = [f"w {root}" for root in stems]
    seen += [f"c {idea}" for idea in ideas]
    seen += [f"n {one} {two}" for one, two in pairwise(stems)]
    seen += [f"p {one} {two}" for one, two in combinations(ideas, 2)]
    seen += [f"k {mark}" for mark in marks]
    letters = dict.fromkeys(chain.from_iterable(buckets for _, _, buckets in found))
    return Heard(said, [*stems, *map(stem, said[LONGEST:])], list(dict.fromkeys(seen)), list(letters))
