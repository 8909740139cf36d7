"""What holds of every output that the tests want, and whether a candidate's results keep it."""

import math
from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from aurora.engines.repair.evidence import Assertion
from aurora.model.errors import UnparsableError
from aurora.pycode.asserts import read_asserts

_SURE = 3.0  # nats of surprise that one container of the wanted type is; a plain value is a third of it
_GIVEN = 2.0  # nats that the type of the old results says for a float where whole numbers are wanted
_SIZED = (str, list, tuple, set, dict)
_ROW = (list, tuple)

Example = tuple[tuple[object, ...], object]  # arguments and result
Invariant = tuple[str, int]  # name of a law, place of the argument
Law = Callable[[Any, Any], bool]  # of one argument and the result


def _counts(given: Any, result: Any) -> bool:
    return type(given) is int and isinstance(result, _SIZED) and len(result) == given


def _as_long(given: Any, result: Any) -> bool:
    return isinstance(given, _SIZED) and isinstance(result, _SIZED) and len(result) == len(given)


def _rearranges(given: Any, result: Any) -> bool:
    return (
        isinstance(given, _ROW) and isinstance(result, _ROW) and sorted(map(repr, given)) == sorted(map(repr, result))
    )


def _selects(given: Any, result: Any) -> bool:
    return isinstance(given, _ROW) and isinstance(result, _ROW) and {*map(repr, result)} <= {*map(repr, given)}


def _picks(given: Any, result: Any) -> bool:
    return isinstance(given, _ROW) and repr(result) in map(repr, given)


def _ascends(_given: Any, result: Any) -> bool:
    try:
        return isinstance(result, _ROW) and all(a <= b for a, b in pairwise(result))
    except TypeError:
        return False


def _size(result: object) -> int:
    return len(result) if isinstance(result, _SIZED) else 0


def _orders(given: object, result: object) -> float:
    """How many orders there are; none to wonder at where what was given ascends already."""
    return 0.0 if isinstance(given, _ROW) and _ascends(None, given) else math.lgamma(_size(result) + 1)


def _scalar(_given: object, result: object) -> float:
    return 0.7 * (not isinstance(result, _SIZED))


_LAWS: Mapping[str, tuple[Law, Callable[[object, object], float]]] = MappingProxyType(
    {
        "counts": (_counts, lambda _, result: 1.5 * bool(_size(result))),
        "as long": (_as_long, lambda _, result: 1.0 * bool(_size(result))),
        "rearranges": (_rearranges, lambda _, result: 1.0 * _size(result)),
        "selects": (_selects, lambda _, result: 0.7 * _size(result)),
        "picks": (_picks, _scalar),
        "ascends": (_ascends, _orders),
    }
)
"""By name: the law, and how surprising (in nats) it is that one result obeys it by chance."""


class Invariants:
    """The types of the outputs, and the laws between arguments and outputs, that all literal assertions share."""

    def __init__(
        self, assertions: Iterable[Assertion], promised: frozenset[str] = frozenset(), given: str = ""
    ) -> None:
        """`promised` names the types that an annotation tells; it is believed where no wanted output belies it.

        `given` is the type that most results of the old program have: where that is a float, wanted whole numbers may
        be floats too, `2` equals `2.0`.
        """
        examples = {each.call: _example(each.call, each.expected) for each in assertions}
        known = [example for example in examples.values() if example is not None]
        self.types = frozenset(type(wanted) for _, wanted in known)
        self._known = frozenset(_types(arguments) for arguments, _ in known)
        kept = bool(promised) and {each.__name__ for each in self.types} <= promised
        surprise = sum(_SURE if isinstance(wanted, _SIZED) else _SURE / 3 for _, wanted in known)
        self.typed = 1.0 if kept else _belief(surprise)
        self._as_float = self.typed if kept or given != "float" else _belief(max(0.0, surprise - _GIVEN))
        places = range(min((len(arguments) for arguments, _ in known), default=0))
        self.laws: Mapping[Invariant, float] = {
            (name, at): _belief(sum(told(arguments[at], wanted) for arguments, wanted in known))
            for name, (law, told) in _LAWS.items()
            for at in places
            if all(law(arguments[at], wanted) for arguments, wanted in known)
        }

    def broken(self, call: str, shown: str) -> float:
        """The belief in the surest of them that a result, given as its repr, breaks; 0 when it breaks none, is no
        literal, or is of arguments of other types than those of which anything is known."""
        example = _example(call, shown) if self.types else None
        if example is None:
            return 0.0
        given, result = example
        if _types(given) not in self._known:
            return 0.0
        if type(result) not in self.types:
            return self._as_float if type(result) is float and int in self.types else self.typed
        laws = (
            belief
            for (name, at), belief in self.laws.items()
            if at < len(given) and not _LAWS[name][0](given[at], result)
        )
        return max(laws, default=0.0)


def _types(arguments: tuple[object, ...]) -> tuple[type, ...]:
    return tuple(map(type, arguments))


def _belief(surprise: float) -> float:
    return 1 - math.exp(-surprise)


def _example(call: str, result: str) -> Example | None:
    try:
        found = read_asserts(f"assert {call} == {result}")
    except UnparsableError:
        return None
    if len(found) != 1 or not found[0].literal or found[0].args is None or found[0].kwargs:
        return None
    return found[0].args, found[0].expected
