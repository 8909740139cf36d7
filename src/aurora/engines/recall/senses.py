"""What words mean for a search: forms of one word are one stem; words of one line of `vocabulary.txt` mean the same.

What is there is the general vocabulary of programs and of what people do with them.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType

_FAMILIAR = 1 << 16  # words whose stems are kept at hand
_SHORTEST = 3  # letters that a stem keeps
_SUFFIXES = (
    ("ations", "ate"), ("ation", "ate"), ("ities", "ity"), ("ments", ""), ("ment", ""), ("ies", "y"), ("sses", "ss"),
    ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("ers", ""), ("er", ""), ("est", ""), ("ly", ""),
    ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("tion", "t"), ("sion", "d"), ("s", ""),
)  # fmt: skip
_PREFIXES = ("un", "mis", "re", "sub", "over", "under", "non", "dis", "pre", "de")
_IRREGULAR = MappingProxyType(
    {
        "took": "take", "taken": "take", "gave": "give", "given": "give", "wrote": "write", "written": "write",
        "ran": "run", "running": "run", "lost": "lose", "found": "find", "sent": "send", "kept": "keep",
        "forgot": "forget", "forgotten": "forget", "left": "leave", "bought": "buy", "paid": "pay", "made": "make",
        "chosen": "choose", "chose": "choose", "spoke": "speak", "broke": "break", "broken": "break", "hung": "hang",
        "went": "go", "gone": "go", "grew": "grow", "grown": "grow", "threw": "throw", "thrown": "throw",
        "people": "person", "men": "man", "children": "child", "indices": "index", "indexes": "index",
        "maxima": "maximum", "minima": "minimum", "data": "datum", "leaves": "leaf", "halves": "half",
    }
)  # fmt: skip


@lru_cache(_FAMILIAR)
def stem(word: str) -> str:
    """A lower-case word without its ending, so that forms of one word are equal."""
    word = _IRREGULAR.get(word, word)
    for suffix, instead in _SUFFIXES:
        if word.endswith(suffix) and not word.endswith("ss") and len(word) - len(suffix) >= _SHORTEST:
            cut = word[: -len(suffix)] + instead
            doubled = len(cut) > _SHORTEST and cut[-1] == cut[-2] and cut[-1] not in "lsz"
            return (cut[:-1] if doubled else cut).rstrip("e")
    return word.rstrip("e") if len(word) > _SHORTEST else word


def senses(word: str) -> tuple[int, ...]:
    """The numbers of the groups of words that mean the same as this one, or as what is left of it without a prefix."""
    known = _by_stem()
    if found := known.get(stem(word)):
        return found
    bare = (
        word.removeprefix(each) for each in _PREFIXES if word.startswith(each) and len(word) - len(each) > _SHORTEST
    )
    return next((known[stem(each)] for each in bare if stem(each) in known), ())


@cache
def _by_stem() -> MappingProxyType[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for number, group in _groups():
        for word in group:
            found[word] = (*found.get(word, ()), number)
    return MappingProxyType(found)


def _groups() -> Iterator[tuple[int, frozenset[str]]]:
    lines = files(__package__).joinpath("vocabulary.txt").read_text("utf-8").splitlines()
    return ((number, frozenset(map(stem, line.split()))) for number, line in enumerate(lines))
