"""The leaves of a search: the parameters, and constants that the words and the examples suggest."""

import math
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.closing import price
from aurora.engines.synthesis.operators import ATOM, TIMES, UNARY, Operator
from aurora.engines.synthesis.words import quoted, tokens
from aurora.pycode.literals import type_key

PARAMETER = 1  # the bit of programs that read a parameter
_MOST = 24
_CLASSES = 6  # outputs at most that are taken for chosen ones
_EDITS = 2  # places, and values written there, that are suggested
_FEW = 3  # parameters of one type from which on they are taken together
_COUNTED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_ORDINALS = """zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
_NUMBER_WORDS = {word: value for text in (_COUNTED, _ORDINALS) for value, word in enumerate(text.split())} | {
    "half": 2,
    "quarter": 4,
    "square": 2,
    "cube": 3,
    "pair": 2,
    "decade": 10,
    "century": 100,
    "million": 1_000_000,
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "double": 2,
    "twice": 2,
    "thrice": 3,
    "triple": 3,
    "triplet": 3,
    "week": 7,
    "day": 24,
    "hour": 60,
    "hours": 60,
    "minute": 60,
    "minutes": 60,
    "percent": 100,
    "alphabet": 26,
}
_PREFIXES = {
    "tri": 3, "tetra": 4, "penta": 5, "hexa": 6, "hepta": 7, "octa": 8, "nona": 9, "deca": 10, "hendeca": 11,
    "dodeca": 12,
}  # fmt: skip
_SYMBOLS = {
    "newline": "\n", "newlines": "\n", "space": " ", "spaces": " ", "whitespace": " ", "comma": ",", "commas": ",",
    "underscore": "_", "underscores": "_", "hyphen": "-", "hyphens": "-", "dash": "-", "dot": ".", "period": ".",
    "colon": ":", "semicolon": ";", "slash": "/", "tab": "\t", "asterisk": "*", "hash": "#", "bang": "!",
    "star": "*", "stars": "*", "plus": "+", "exclamation": "!", "question": "?", "apostrophe": "'", "percent": "%",
    "dollar": "$", "dots": ".", "periods": ".",
}  # fmt: skip
_NAMED_CHARACTERS = {
    "vowel": ("aeiou", "aeiouAEIOU"), "vowels": ("aeiou", "aeiouAEIOU"), "punctuation": (string.punctuation,),
    "punctuations": (string.punctuation,), "digits": (string.digits,), "alphabet": (string.ascii_lowercase,),
    "alphabets": (string.ascii_lowercase,), "lowercase": (string.ascii_lowercase,),
    "uppercase": (string.ascii_uppercase,), "hexadecimal": (string.hexdigits,),
}  # fmt: skip
_ORDINAL_NUMBER = re.compile(r"\b(\d{1,4})(?:st|nd|rd|th)\b")
_DECIMAL = re.compile(r"(?<![\d.])\d+\.\d+(?![\d.])")
_ROUGH_PI = (3.14, 3.1415, 3.14159, 22 / 7)  # as people write it
_LETTERS = re.compile(r"\b\w(?:(?:, ?| | and | or |, and |, or )\w\b){2,}")  # "a, e, i, o and u"
_CIRCULAR = {"circle", "circular", "radius", "cylinder", "cone", "sphere", "arc", "circumference", "radian", "ellipse"}


def leaves_of(problem: Problem) -> list[Entry]:
    """The parameters and constants of a problem, each with its value at every example."""
    columns = list(zip(*problem.inputs, strict=True))
    found = [
        leaf(name, list(column), 1, flags=PARAMETER) for name, column in zip(problem.parameters, columns, strict=False)
    ]
    found += _gathered(found)
    size = len(problem.inputs)
    for value, cost in constants_of(problem):
        found.append(constant(value, cost, size))
    return found


def _gathered(parameters: list[Entry]) -> list[Entry]:
    """One list of all parameters, when they are three or more of one type."""
    if len(parameters) < _FEW or len({str(entry.type) for entry in parameters}) > 1:
        return []
    holes = ", ".join(f"{{{place}}}" for place in range(len(parameters)))
    whole = Operator("gather", ("any",) * len(parameters), lambda *values: list(values), f"[{holes}]", cost=1)
    values = [list(row) for row in zip(*(entry.values for entry in parameters), strict=True)]
    return [Entry(values, ("list", parameters[0].type), 2, whole, tuple(parameters), flags=PARAMETER)]


def constant(value: Any, cost: int, size: int) -> Entry:
    """A constant as a leaf."""
    text = "math.pi" if value is math.pi else "22 / 7" if value == _ROUGH_PI[-1] else repr(value)
    strength = UNARY if text.startswith("-") else TIMES if " " in text and type(value) is float else ATOM
    return leaf(text, [value] * size, cost, strength=strength)


def constants_of(problem: Problem) -> list[tuple[Any, int]]:
    """Constants with their costs, cheapest first."""
    best: dict[Any, tuple[Any, int]] = {}
    for value, cost in _suggested(problem):
        key = type_key(value)
        if key not in best or best[key][1] > cost:
            best[key] = (value, cost)
    return sorted(best.values(), key=lambda pair: pair[1])[:_MOST]


def _suggested(problem: Problem) -> Iterator[tuple[Any, int]]:
    yield from _from_words(problem)
    texts = any(_has(value, str) for value in (*problem.outputs, *problem.inputs))
    yield from ((1, 1), (0, 1), (2, 2), (-1, 2), (10, 3), (3, 3))
    if texts:
        yield from (("", 2), (" ", 2))
        yield from ((char, 3) for char in _common_characters(problem.outputs))
        yield from ((char, 3) for char in _common_characters([text for row in problem.inputs for text in row]))
    yield from ((value, 2) for value in _common_items(problem))
    yield from _edited(problem)
    yield from ((key, 1) for column in zip(*problem.inputs, strict=True) for key in keys_of(_flat(column)))
    yield from ((value, 3) for value in _repeated_outputs(problem))
    if not problem.words[:-1]:
        yield from ((value, price(value)) for value in (*range(3, 10), 12, 16, 100))


def _from_words(problem: Problem) -> Iterator[tuple[Any, int]]:
    yield from _numbers(problem.task.prompt)
    if any(_has(value, str) for value in (*problem.outputs, *problem.inputs)):
        yield from _texts(problem.task.prompt)


def _numbers(prompt: str) -> Iterator[tuple[Any, int]]:
    for word in tokens(prompt):
        if word.isdigit() and len(word) < 7:
            yield int(word), 1
        elif word in _NUMBER_WORDS:
            yield _NUMBER_WORDS[word], 2
        elif word.endswith(("gonal", "gon", "hedron", "hedral")):
            yield from ((value, 2) for prefix, value in _PREFIXES.items() if word.startswith(prefix))
        elif word in _CIRCULAR:
            yield math.pi, 2
            yield from ((value, 5) for value in _ROUGH_PI)
    yield from ((int(found), 2) for found in _ORDINAL_NUMBER.findall(prompt))
    yield from ((float(found), 1) for found in _DECIMAL.findall(prompt))


def _texts(prompt: str) -> Iterator[tuple[Any, int]]:
    named = tuple(dict.fromkeys(text for text in quoted(prompt) if len(text) < 20))
    yield from ((text, 1) for text in named)
    if len(named) > 1:
        yield named, 1
    singular = (word if word in _SYMBOLS else word.removesuffix("s") for word in tokens(prompt))
    symbols = dict.fromkeys(_SYMBOLS[word] for word in singular if word in _SYMBOLS)
    yield from ((symbol, 1) for symbol in symbols)
    if len(symbols) > 1:
        yield "".join(symbols), 2
    yield from ((text, 3) for word in tokens(prompt) for text in _NAMED_CHARACTERS.get(word, ()))
    listed = (re.sub(r",| and | or | ", "", found[0]) for found in _LETTERS.finditer(prompt))
    yield from ((letters, 1) for letters in listed)


def keys_of(records: Sequence[Any]) -> list[str]:
    """The keys that all records have, when they are mappings from texts."""
    if not records or not all(isinstance(record, dict) and record for record in records):
        return []
    return [key for key in records[0] if isinstance(key, str) and all(key in record for record in records)][:6]


def _flat(column: Iterable[Any]) -> list[Any]:
    """The values of a column, or the elements of its lists."""
    return [item for value in column for item in (value if isinstance(value, list) else [value])]


def _has(value: Any, kind: type) -> bool:
    if isinstance(value, list | tuple | set):
        return any(_has(item, kind) for item in value)
    if isinstance(value, dict):
        return any(_has(item, kind) for pair in value.items() for item in pair)
    return isinstance(value, kind)


def _common_characters(texts: Iterable[Any]) -> list[str]:
    """Punctuation that half of the texts have that are not empty, the commonest first."""
    given = [set(text) for text in texts if isinstance(text, str) and text]
    seen = Counter(char for chars in given for char in chars if not char.isalnum() and char != " ")
    return sorted((char for char in seen if 2 * seen[char] >= len(given)), key=lambda char: (-seen[char], char))[:4]


def _common_items(problem: Problem) -> list[Any]:
    """Scalars that every output list has, and not every input."""
    if not problem.outputs or not all(type(output) in (list, tuple) for output in problem.outputs):
        return []
    rows = [{type_key(item): item for item in output if type(item) in (int, str)} for output in problem.outputs]
    return [item for key, item in rows[0].items() if all(key in row for row in rows)][:12]


def _edited(problem: Problem) -> Iterator[tuple[Any, int]]:
    """Where a list of the arguments is changed to become the output, and what is written there, when they are few.

    What only one example shows costs what its size says.
    """
    for column in zip(*problem.inputs, strict=True):
        pairs = [pair for pair in zip(column, problem.outputs, strict=True) if pair[0] != pair[1]]
        if not pairs or not all(type(row) is list and type(output) is list for row, output in pairs):
            continue
        edits = [edits_of(row, output) for row, output in pairs]
        for kind in zip(*edits, strict=True):
            seen = Counter(value for values in kind for value in values)
            often = [(value, times) for value, times in seen.most_common(_EDITS) if 2 * times >= len(pairs)]
            yield from ((value, shown_price(value, times)) for value, times in often)


def shown_price(value: Any, times: int) -> int:
    """What a value costs that so many examples show: 1 when they are several."""
    return price(value) if times == 1 and type(value) in (int, float) else 1


def edits_of(row: Sequence[Any], output: Sequence[Any]) -> tuple[set[int], set[Any]]:
    """The places at which elements of a row are replaced, or one may be inserted or removed, and what is written."""
    places: set[int] = set()
    if len(row) == len(output):
        places = {place for place, (old, new) in enumerate(zip(row, output, strict=True)) if old != new}
    elif len(row) + 1 == len(output):
        places = {place for place in range(len(output)) if [*output[:place], *output[place + 1 :]] == row}
    elif len(row) == len(output) + 1:
        return {place for place in range(len(row)) if [*row[:place], *row[place + 1 :]] == output}, set()
    return places, {output[place] for place in places if type(output[place]) in (int, str)}


def _repeated_outputs(problem: Problem) -> list[Any]:
    """Outputs that look chosen rather than computed: texts, booleans, None and small numbers that occur again."""
    chosen: dict[Any, Any] = {}
    for output in problem.outputs:
        if output is None or type(output) in (str, bool) or (type(output) is int and abs(output) < 10):
            chosen[type_key(output)] = output
    few = len(chosen) <= max(2, len(problem.outputs) // 2)
    return list(chosen.values())[:_CLASSES] if few else []
