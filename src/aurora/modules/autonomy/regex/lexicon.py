"""A description as items: words and phrases with their meaning, literals with and without quotes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aurora.modules.autonomy.regex.vocabulary import RULES


@dataclass(frozen=True, slots=True)
class Item:
    """One word or phrase with its meaning; `plural` when it names more than one."""

    kind: str
    value: Any = None
    plural: bool = False
    text: str = ""


_QUOTED = re.compile(r"\"([^\"]+)\"|(?<![A-Za-z0-9])'((?:[^']|'(?=[^\s.,;)A-Za-z]))+?)'(?![A-Za-z]{2})")
_BARE = re.compile(
    r"(?<![A-Za-z0-9'])(?:[B-HJ-Z]|[A-Za-z]*[a-z][A-Z]+[A-Za-z]*|[A-Z]{2,5}|0\d+|\d+(?='?s\b)|[A-Za-z](?='s\b))"
    r"(?![A-Za-rt-z0-9-])"
)
_LETTER = re.compile(r"[A-Za-z](?![A-Za-z0-9'-]|(?<=a) [a-z]{2})")
_ARTICLED = re.compile(r"(?<=\ban )[aefhilmnorsxAEFHILMNORSX](?![A-Za-z0-9'-])")  # "an a", "an x"
_SMALL = (
    "the",
    "any",
    "in",
    "of",
    "it",
    "its",
    "all",
    "that",
    "this",
    "at",
    "to",
    "by",
    "on",
    "also",
    "used",
    "so",
    "as",
)
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?|\d+|[^\sA-Za-z0-9]")


def items(words: str) -> list[Item]:
    """The items of a description in their order; words that mean nothing here are kept as `unknown`."""
    words = re.sub(r"[‘’´`]", "'", re.sub(r"[“”]", '"', words))
    shouting = sum(map(str.isupper, words)) > 0.6 * max(1, sum(map(str.isalpha, words)))
    found: list[Item] = []
    place = 0
    while place < len(words):
        if words[place].isspace():
            place += 1
            continue
        last = found[-1].kind if found else "stop"
        item, place = _next_item(words, place, shouting, last == "chars")
        if item[0].kind == "unknown" and last in ("start", "end", "contain", "be") and _spelled(words, place, item[0]):
            item = [Item("text", item[0].text, text=item[0].text)]
        found.extend(item)
    return found


def _spelled(words: str, end: int, item: Item) -> bool:
    """Whether an unknown word is a literal without quotes: short, and the last of its phrase."""
    after = words[end:].lstrip(" ").lower()
    short = item.text.isalpha() and len(item.text) <= 4 and item.text not in _SMALL
    return short and (not after or after.startswith((".", ",", ";", "and ", "or ")))


def _next_item(words: str, place: int, shouting: bool, named: bool) -> tuple[list[Item], int]:
    """The item at the place, and where the next one begins; `named` when a class of characters stands before, so that
    a single letter is one of it."""
    quoted = _QUOTED.match(words, place)
    if quoted:
        return _literal(quoted[1] or quoted[2], words, quoted.end())
    ruled = _longest(words, place)
    free = named or ruled is None or ruled.text.isupper()
    bare = (_unquoted(words, place, shouting, named) if free else None) or _ARTICLED.match(words, place)
    if bare and (ruled is None or len(bare[0]) >= len(ruled.text)):
        return _literal(bare[0], words, bare.end())
    if ruled is not None:
        return [ruled], place + len(ruled.text)
    other = _WORD.match(words, place)
    text = other[0] if other else words[place]
    kinds = {",": "comma", ".": "stop", ";": "comma"}
    return [Item(kinds.get(text, "unknown"), text=text)], place + len(text)


def _unquoted(words: str, place: int, shouting: bool, named: bool) -> re.Match[str] | None:
    bare = _LETTER.match(words, place) if named else None
    if bare is None and not shouting:
        bare = _BARE.match(words, place)
    return None if bare is None or _opens_sentence(words, place, bare[0]) else bare


def _opens_sentence(words: str, place: int, word: str) -> bool:
    return len(word) == 1 and word in "AIa" and (place == 0 or words[:place].rstrip().endswith((".", "!")))


def _longest(words: str, place: int) -> Item | None:
    best: tuple[re.Match[str], str, Callable[[re.Match[str]], Any]] | None = None
    for pattern, kind, make in RULES:
        match = pattern.match(words, place)
        if match and match.end() > (best[0].end() if best else place):
            best = match, kind, make
    if best is None:
        return None
    match, kind, make = best
    return Item(kind, make(match), match[0].lower().endswith("s"), match[0])


def _literal(text: str, words: str, end: int) -> tuple[list[Item], int]:
    suffix = re.compile(r"(?:'s|s)\b").match(words, end)
    after = suffix.end() if suffix else end
    comma = len(text) > 1 and text[-1] in ",." and text[:-1].isalnum()
    literal = Item("text", text[:-1] if comma else text, suffix is not None, text)
    return [literal, *([Item("comma", text=",")] if comma else [])], after
