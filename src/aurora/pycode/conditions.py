"""Conditions of a task as expressions that can be evaluated."""

from collections.abc import Mapping
from types import MappingProxyType

from aurora.model.task import Condition

_INVARIANTS: Mapping[str, str] = MappingProxyType(
    {
        "commutative": "call({0}={1}, {1}={0}) == ret",
        "associative": "call({0}=ret, {1}={0}) == call({1}=call({0}={1}, {1}={0}))",
        "idempotent": "call({0}=ret) == ret",
        "monotonic": "direction(call({0}={0} + 1), ret)",
        "permutation": "sorted(map(repr, ret)) == sorted(map(repr, {0}))",
        "length preserved": "len(ret) == len({0})",
    }
)


def expression_of(condition: Condition) -> str:
    """The condition over the parameters and `ret`, "" when it cannot be checked.

    An invariant speaks of related calls: `call(a=b)` is the function on the same arguments with another `a`.
    "monotonic" gives a direction (-1, 0, 1), which must not change its sign from input to input.
    """
    if condition.expression:
        return condition.expression
    if condition.invariant == "inverse of":
        function, first, *rest = condition.over
        return f"call({first}={function}({', '.join(['ret', *rest])})) == ret"
    return _INVARIANTS.get(condition.invariant, "").format(*condition.over)
