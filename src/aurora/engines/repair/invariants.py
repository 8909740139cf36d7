"""What holds of every output that the tests want, and whether a candidate's results keep it."""

from collections.abc import Callable, Iterable, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from aurora.engines.repair.evidence import Assertion
from aurora.model.errors import UnparsableError
from aurora.pycode.asserts import read_asserts

_FEWEST = 3  # different calls that have to agree, and outputs among them that hold something
_SIZED = (str, list, tuple, set, dict)
_ROW = (list, tuple)

Example = tuple[tuple[object, ...], object]  # arguments and result
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


_LAWS: Mapping[str, Law] = MappingProxyType(
    {"counts": _counts, "as long": _as_long, "rearranges": _rearranges, "selects": _selects, "picks": _picks}
    | {"ascends": _ascends}
)


class Invariants:
    """The types of the outputs, and the laws between arguments and outputs, that all literal assertions share."""

    def __init__(self, assertions: Iterable[Assertion]) -> None:
        examples = {each.call: _example(each.call, each.expected) for each in assertions}
        known = [example for example in examples.values() if example is not None]
        enough = len(known) >= _FEWEST
        telling = sum(bool(wanted) for _, wanted in known) >= _FEWEST
        places = range(min(len(given) for given, _ in known)) if telling else ()
        self.types = frozenset(type(wanted) for _, wanted in known) if enough else frozenset()
        self.laws = frozenset(
            (name, at)
            for name, law in _LAWS.items()
            for at in places
            if all(law(given[at], wanted) for given, wanted in known)
        )

    def broken(self, call: str, shown: str) -> bool:
        """Whether a result, given as its repr, breaks one of them; what is no literal breaks none."""
        example = _example(call, shown) if self.types else None
        if example is None:
            return False
        given, result = example
        wrong = any(at < len(given) and not _LAWS[name](given[at], result) for name, at in self.laws)
        return wrong or type(result) not in self.types


def _example(call: str, result: str) -> Example | None:
    try:
        found = read_asserts(f"assert {call} == {result}")
    except UnparsableError:
        return None
    if len(found) != 1 or not found[0].literal or found[0].args is None or found[0].kwargs:
        return None
    return found[0].args, found[0].expected
