"""The pure part of the standard library as operators, typed from typeshed.

The data file is written by `python -m bench.read_typeshed`: a row a function, with a call that runs.
"""

import ast
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

from aurora.engines.synthesis.operators import Operator
from aurora.engines.synthesis.types import parse, type_of

DATA = Path(__file__).with_name("standard.jsonl")
PREFIX = "standard"
MODULES = (
    "builtins", "math", "itertools", "statistics", "string", "bisect", "heapq", "textwrap", "re",
    "unicodedata", "html", "calendar", "difflib", "fnmatch", "colorsys", "keyword", "json", "shlex", "posixpath",
    "urllib.parse", "ast",
)  # fmt: skip
"""The modules whose functions are pure."""
VALUES = ("datetime.date", "datetime.timedelta", "fractions.Fraction", "collections.Counter")
"""Classes of values that are made and asked in one expression."""
_IMPORTED = frozenset((*MODULES[1:], *(name.partition(".")[0] for name in VALUES)))

_HOLE = re.compile(r"\{(\d)(?::\d+)?\}")

_LARGEST, _LARGEST_POWER = 10**6, 1000  # whole numbers that are passed, and to what multiplies them with themselves
_LONGEST = 2000  # elements of an answer


def rows() -> Iterator[Mapping[str, str]]:
    """The rows of the data file: name, template, patterns, words, given, answer."""
    return map(json.loads, DATA.read_text(encoding="utf8").splitlines())


@cache
def operators() -> Mapping[str, Operator]:
    """The operators by id; `words` is what a function is called and the first sentence of its documentation."""
    found: dict[str, Operator] = {}
    for row in rows():
        patterns = tuple(parse(text) for text in row["patterns"].split())
        largest = _LARGEST_POWER if row["name"].startswith(("math.", "pow")) else _LARGEST
        run = _guarded(called(row["template"], len(patterns)), largest)
        answer = type_of(ast.literal_eval(row["answer"]))
        operator = Operator(row["name"], patterns, run, row["template"], words=row["words"], answer=answer)
        found[f"{PREFIX}.{row['name']}.{len(found)}"] = operator
    return found


def module_of(path: str) -> str:
    """The module of the library that a dotted path begins with, the longest; empty when there is none."""
    while path and path not in _IMPORTED:
        path = path.rpartition(".")[0]
    return path


def called(template: str, arity: int) -> Callable[..., Any]:
    """The function that a template denotes."""
    body = _HOLE.sub(r"a\1", template)
    if body.startswith("list("):
        body = f"_taken{body.removeprefix('list')}"
    parameters = ", ".join(f"a{place}" for place in range(arity))
    run: Callable[..., Any] = eval(f"lambda {parameters}: {body}", {**_modules(), "_taken": _taken})
    return run


@cache
def _modules() -> Mapping[str, Any]:
    roots = {name.partition(".")[0] for name in _IMPORTED if import_module(name)}
    return {name: import_module(name) for name in roots}


def _taken(items: Iterable[Any]) -> list[Any]:
    """The list of what may be long; raises `OverflowError` when it is."""
    found = list(islice(items, _LONGEST + 1))
    if len(found) > _LONGEST:
        raise OverflowError
    return found


def _guarded(run: Callable[..., Any], largest: int) -> Callable[..., Any]:
    """The same function, for whole numbers up to the largest."""

    def guarded(*arguments: Any) -> Any:
        if any(type(value) is int and abs(value) > largest for value in arguments):
            raise OverflowError
        return run(*arguments)

    return guarded
