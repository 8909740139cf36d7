"""Where texts are cut: the classes of tokens, and the delimiters that the inputs show."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

TOKENS: tuple[tuple[str, float], ...] = (
    (r"\d+", 1.0),
    (r"[A-Za-z]+", 1.0),
    (r"\w+", 1.5),
    (r"[A-Z]+", 1.5),
    (r"[A-Z]", 1.5),
    (r"[a-z]+", 1.5),
    (r"[A-Z][a-z]+", 2.0),
    (r"\S+", 1.5),
    (r"\b[A-Z]{2,}\b", 2.5),
    (r"\d+\.\d+", 2.5),
    (r"\d+(?:\.\d+)?", 2.5),
    (r"[A-Za-z]+\d+", 3.0),
    (r"[^\w\s]", 2.0),
)
"""Patterns of tokens with their price in bits."""

MAX_DELIMITERS = 10


def delimiters(texts: Sequence[str]) -> tuple[str, ...]:
    """What stands between words in the texts, most frequent first: runs of what is neither letter nor digit, their
    single characters, and words that all the texts share."""
    counts: Counter[str] = Counter()
    for text in texts:
        runs = set(re.findall(r"[^A-Za-z0-9]+", text))
        counts.update(run for run in runs if len(run) <= 3)
        counts.update({char for run in runs for char in run if len(run) > 1})
    ordered = sorted(counts, key=lambda mark: (-counts[mark], len(mark), mark))
    return (*ordered[:MAX_DELIMITERS], *shared_words(texts)[:4])


def shared_words(texts: Sequence[str]) -> tuple[str, ...]:
    """Words that are in every text, when there are at least two different texts."""
    if len(set(texts)) < 2:
        return ()
    first = re.findall(r"[A-Za-z0-9]+", texts[0])
    return tuple(word for word in dict.fromkeys(first) if all(word in text for text in texts))


def words_of(texts: Iterable[str]) -> tuple[str, ...]:
    """All words of the texts, most widely spread first."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(re.findall(r"[A-Za-z0-9]+", text)))
    return tuple(sorted(counts, key=lambda word: (-counts[word], word)))


def marks_of(texts: Iterable[Any]) -> tuple[str, ...]:
    """The runs of punctuation and space in the texts, most widely spread first."""
    counts: Counter[str] = Counter()
    for text in texts:
        if isinstance(text, str):
            counts.update(set(re.findall(r"[^A-Za-z0-9]+", text)))
    return tuple(sorted(counts, key=lambda mark: (-counts[mark], len(mark), mark)))
