"""The leaves of a search: the parameters, and constants that the words and the examples suggest."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.bank import Entry, leaf
from aurora.engines.synthesis.operators import ATOM, UNARY
from aurora.engines.synthesis.words import quoted, tokens
from aurora.pycode.literals import type_key

PARAMETER = 1  # the bit of programs that read a parameter
_MOST = 24
_COUNTED = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_NUMBER_WORDS = {word: value for value, word in enumerate(_COUNTED.split())} | {
    "half": 2,
    "third": 3,
    "hundred": 100,
    "dozen": 12,
    "thousand": 1000,
    "double": 2,
    "twice": 2,
    "triple": 3,
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
    "star": "*", "stars": "*", "plus": "+",
}  # fmt: skip
_CIRCULAR = {"circle", "circular", "radius", "cylinder", "cone", "sphere", "arc", "circumference", "radian", "ellipse"}


def leaves_of(problem: Problem) -> list[Entry]:
    """The parameters and constants of a problem, each with its value at every example."""
    columns = list(zip(*problem.inputs, strict=True))
    found = [
        leaf(name, list(column), 1, flags=PARAMETER) for name, column in zip(problem.parameters, columns, strict=False)
    ]
    size = len(problem.inputs)
    for value, cost in constants_of(problem):
        found.append(constant(value, cost, size))
    return found


def constant(value: Any, cost: int, size: int) -> Entry:
    """A constant as a leaf."""
    text = "math.pi" if value is math.pi else repr(value)
    return leaf(text, [value] * size, cost, strength=UNARY if text.startswith("-") else ATOM)


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
    yield from ((value, 3) for value in _repeated_outputs(problem))
    if not problem.words[:-1]:
        yield from ((value, 3) for value in range(3, 10))


def _from_words(problem: Problem) -> Iterator[tuple[Any, int]]:
    prompt = problem.task.prompt
    for word in tokens(prompt):
        if word.isdigit() and len(word) < 7:
            yield int(word), 1
        elif word in _NUMBER_WORDS:
            yield _NUMBER_WORDS[word], 2
        elif word.endswith(("gonal", "gon", "hedron", "hedral")):
            yield from ((value, 2) for prefix, value in _PREFIXES.items() if word.startswith(prefix))
        elif word in _CIRCULAR:
            yield math.pi, 2
    if any(_has(value, str) for value in (*problem.outputs, *problem.inputs)):
        named = tuple(dict.fromkeys(text for text in quoted(prompt) if len(text) < 20))
        yield from ((text, 1) for text in named)
        if len(named) > 1:
            yield named, 1
        yield from ((_SYMBOLS[word], 1) for word in tokens(prompt) if word in _SYMBOLS)


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


def _repeated_outputs(problem: Problem) -> list[Any]:
    """Outputs that look chosen rather than computed: texts, booleans, None and small numbers that occur again."""
    chosen: dict[Any, Any] = {}
    for output in problem.outputs:
        if output is None or type(output) in (str, bool) or (type(output) is int and abs(output) < 10):
            chosen[type_key(output)] = output
    few = len(chosen) <= max(2, len(problem.outputs) // 2)
    return list(chosen.values())[:4] if few else []
