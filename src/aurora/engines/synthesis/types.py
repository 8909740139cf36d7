"""Types of values as the search sees them, and patterns that operators ask for.

A type is a word ("int", "str", "bool", "float", "none", "?", "any") or a tuple: ("list", T), ("tuple", T), ("set", T),
("dict", K, V), ("record", T1, T2, ...). "?" is the element of what is always empty; "any" is a mixture.
"""

from collections.abc import Callable, Collection, Iterable
from functools import reduce
from itertools import chain
from typing import Any, TypeAlias

Type: TypeAlias = Any
Binding: TypeAlias = dict[str, Type]

_WORDS: dict[type, str] = {bool: "bool", int: "int", float: "float", str: "str", type(None): "none"}
_CONTAINERS: dict[type, str] = {list: "list", set: "set", frozenset: "set"}


def type_of(value: Any) -> Type:
    """The type of one value."""
    kind = type(value)
    word = _WORDS.get(kind)
    if word is not None:
        return word
    if kind in _CONTAINERS:
        return (_CONTAINERS[kind], vector_type(value))
    if kind is tuple:
        parts = tuple(map(type_of, value))
        whole = joined(set(parts))
        return ("record", *parts) if whole == "any" else ("tuple", whole)
    if isinstance(value, dict):
        return ("dict", vector_type(value), vector_type(value.values()))
    return "any"


def vector_type(values: Collection[Any]) -> Type:
    """The type that all values of a vector have."""
    kinds = set(map(type, values))
    if len(kinds) == 1:
        kind = kinds.pop()
        word = _WORDS.get(kind)
        if word is not None:
            return word
        if kind in _CONTAINERS:  # the usual case, without a look at each value by itself
            inner = set(map(type, chain.from_iterable(values)))
            word = _WORDS.get(inner.pop()) if len(inner) == 1 else None
            if word is not None:
                return (_CONTAINERS[kind], word)
    return joined(set(map(type_of, values)))


def joined(types: Iterable[Type]) -> Type:
    """The least type that holds all of these."""
    return reduce(join, types, "?")


def join(one: Type, other: Type) -> Type:
    """The least type that holds both."""
    if one == other or other == "?":
        return one
    if one == "?":
        return other
    if {one, other} == {"int", "float"}:
        return "float"
    if isinstance(one, tuple) and isinstance(other, tuple):
        if one[0] == other[0] and len(one) == len(other):
            return (one[0], *map(join, one[1:], other[1:]))
        if {one[0], other[0]} <= {"tuple", "record"}:
            return ("tuple", "any")
    return "any"


def match(pattern: Type, found: Type, binding: Binding) -> bool:
    """Whether a value of type `found` may be given where `pattern` is asked; binds the variables of the pattern."""
    if isinstance(pattern, str):
        return _match_word(pattern, found, binding)
    if not isinstance(found, tuple):
        return pattern[0] == "seq" and found == "str" and match(pattern[1], "str", binding)
    heads = _ACCEPTS.get(pattern[0], (pattern[0],))
    if found[0] not in heads:
        return False
    if found[0] == "record" and pattern[0] != "record":
        return match(pattern[1], "any", binding)
    return len(found) == len(pattern) and all(
        match(part, inner, binding) for part, inner in zip(pattern[1:], found[1:], strict=True)
    )


_ACCEPTS = {
    "list": ("list", "tuple", "record"),
    "seq": ("list", "tuple", "record"),
    "iter": ("list", "tuple", "record", "set"),
    "tuple": ("tuple", "record"),
}

_ACCEPTED: dict[str, Callable[[Type], bool]] = {
    "any": lambda _found: True,
    "num": lambda found: found in ("int", "float"),
    "float": lambda found: found in ("int", "float"),
    "scalar": lambda found: found in ("int", "float", "str", "bool"),
    "hashable": lambda found: isinstance(found, str) or found[0] in ("tuple", "record"),
}


def _match_word(pattern: str, found: Type, binding: Binding) -> bool:
    if len(pattern) == 1 and pattern.isupper():
        bound = binding.setdefault(pattern, found)
        if bound == found or found == "?":
            return True
        if bound == "?" or {bound, found} == {"int", "float"}:
            binding[pattern] = found if bound == "?" else "float"
            return True
        return bool(bound == "any" and isinstance(found, str))
    accepted = _ACCEPTED.get(pattern)
    return accepted(found) if accepted else found in (pattern, "?")


def parse(text: str) -> Type:
    """A pattern from its short form: "int", "T", "[T]" list or tuple, "<T>" also text, "{T}" set, "{K:V}" dict."""
    inner = text[1:-1]
    if text[0] == "[":
        return ("list", parse(inner))
    if text[0] == "<":
        return ("seq", parse(inner))
    if text[0] == "(":
        return ("iter", parse(inner))
    if text[0] == "{":
        parts = inner.split(":")
        return ("set", parse(inner)) if len(parts) == 1 else ("dict", parse(parts[0]), parse(parts[1]))
    return text


def is_sequence(found: Type) -> bool:
    """Whether values of this type are iterated in order."""
    return found == "str" or (isinstance(found, tuple) and found[0] in ("list", "tuple", "record"))


def depth(found: Type) -> int:
    """How deep a type is nested: 0 for a word."""
    return 1 + max(map(depth, found[1:]), default=0) if isinstance(found, tuple) else 0


def is_vacant(found: Type) -> bool:
    """Whether values of this type hold only empty collections somewhere."""
    return found == "?" if isinstance(found, str) else any(map(is_vacant, found[1:]))
