"""The parameters of an execution mode: read from JSON values into its input type, and described for people."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from aurora.model.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter as people read it."""

    name: str
    type: str
    words: str
    required: bool
    default: object = None


def parameters_of(takes: type) -> tuple[Parameter, ...]:
    """The parameters of an input type, a dataclass, in order."""
    hints = get_type_hints(takes)
    return tuple(
        Parameter(each.name, _shown(hints[each.name]), each.metadata.get("words", ""), _required(each), _default(each))
        for each in dataclasses.fields(takes)
    )


def read_parameters(takes: type, given: Mapping[str, object]) -> Any:
    """An input from JSON values; raises `BadInputError` that names the parameter and what was expected."""
    hints = get_type_hints(takes)
    known = {each.name: each for each in dataclasses.fields(takes)}
    if strangers := sorted(given.keys() - known.keys()):
        raise BadInputError(
            f"there is no parameter {strangers[0]!r}.", next_step=f"It takes {', '.join(known) or 'nothing'}."
        )
    for name, each in known.items():
        if _required(each) and name not in given:
            raise BadInputError(f"the parameter {name!r} is missing.", next_step=each.metadata.get("words", ""))
    return takes(**{name: _read(hints[name], value, name) for name, value in given.items()})


def _required(each: "dataclasses.Field[Any]") -> bool:
    return each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING


def _default(each: "dataclasses.Field[Any]") -> object:
    if each.default_factory is not dataclasses.MISSING:
        return each.default_factory()
    return None if each.default is dataclasses.MISSING else each.default


def _read(hint: Any, value: object, name: str) -> object:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        options = [option for option in inner if option is not type(None)]
        return None if value is None else _read(options[0], value, name)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_read(inner[0], item, name) for item in value)
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, Mapping):
        return {_read(inner[0], key, name): _read(inner[1], item, name) for key, item in value.items()}
    if origin is None and _fits(hint, value):
        return float(value) if hint is float and isinstance(value, int) else value
    raise BadInputError(f"the parameter {name!r} is {_kind(value)}; expected {_shown(hint)}.")


def _fits(hint: Any, value: object) -> bool:
    if hint in (int, float) and isinstance(value, bool):
        return False
    return isinstance(value, (int, float) if hint is float else hint)


_WORDS: Mapping[Any, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}
_KINDS: tuple[tuple[Callable[[object], bool], str], ...] = (
    (lambda value: value is None, "null"),
    (lambda value: isinstance(value, list | tuple), "a list"),
    (lambda value: isinstance(value, Mapping), "an object"),
)


def _kind(value: object) -> str:
    return next((words for fits, words in _KINDS if fits(value)), repr(value)[:40])


def _shown(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return " or ".join(_shown(option) if option is not type(None) else "null" for option in inner)
    if origin is tuple:
        return f"list of {_shown(inner[0])}"
    if origin is not None:
        return f"object of {_shown(inner[1])}"
    return _WORDS.get(hint, getattr(hint, "__name__", str(hint)))
