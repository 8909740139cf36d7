"""What people write for a name of Python: words of other languages, and near spellings."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from aurora.pycode.names import distance, split_words

FOREIGN_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "parseInt": ("int",),
        "parseFloat": ("float", "int"),
        "Integer": ("int",),
        "String": ("str",),
        "string": ("str",),
        "boolean": ("bool",),
        "length": ("len",),
        "strlen": ("len",),
        "sizeof": ("len",),
        "null": ("None",),
        "NULL": ("None",),
        "nil": ("None",),
        "undefined": ("None",),
        "true": ("True",),
        "TRUE": ("True",),
        "false": ("False",),
        "FALSE": ("False",),
        "this": ("self",),
        "infinity": ("float('inf')", "inf"),
        "Infinity": ("float('inf')", "inf"),
        "INFINITY": ("float('inf')", "inf"),
        "inf": ("float('inf')",),
        "INT_MAX": ("float('inf')",),
        "INT_MIN": ("float('-inf')",),
        "nan": ("float('nan')",),
        "NaN": ("float('nan')",),
        "println": ("print",),
        "printf": ("print",),
        "echo": ("print",),
        "raw_input": ("input",),
        "xrange": ("range",),
        "unicode": ("str",),
        "basestring": ("str",),
        "long": ("int",),
        "unichr": ("chr",),
        "Array": ("list",),
        "List": ("list",),
        "Dict": ("dict",),
        "Map": ("dict",),
    }
)


def spelling(wrong: str, right: str) -> float | None:
    """The cost of having meant `right`, from 0; None when the two are not alike."""
    if wrong.lower() == right.lower():
        return 0.0
    limit = max(1, min(len(wrong), len(right)) // 3)
    away = distance(wrong.lower(), right.lower(), limit)
    if away <= limit and min(len(wrong), len(right)) > 1:
        return 0.3 * away
    words, others = set(split_words(wrong)), set(split_words(right))
    if words and others and (words < others or others < words) and min(len(wrong), len(right)) > 2:
        return 0.6
    return None


@cache
def standard_names() -> Mapping[str, frozenset[str]]:
    """By the modules of the standard library that are used most: what they have, in any version of Python."""
    rows = json.loads(files(__package__).joinpath("standard_names.json").read_text("utf-8"))
    return MappingProxyType({module: frozenset(names.split()) for module, names in rows.items()})
