"""Lists and dictionaries, however deep, as tuples that can be a key: equal ones become equal keys."""

from typing import Any

from aurora.contracts.component import Example, component


@component(
    words="hashable freeze cache key arguments tuple convert nested",
    examples=[
        Example(([1, [2, 3]],), (1, (2, 3))),
        Example(({"b": 1, "a": [2]},), (("a", (2,)), ("b", 1))),
        Example((5,), 5),
    ],
    holds=lambda value, ret: isinstance(ret, tuple) == isinstance(value, (list, tuple, dict)),
)
def memo_key(value: Any) -> Any:
    """Lists and dictionaries, however deep, as tuples that can be a key: equal ones become equal keys."""

    def frozen(inner: object) -> object:
        if isinstance(inner, dict):
            return tuple((key, frozen(inner[key])) for key in sorted(inner, key=repr))
        return tuple(map(frozen, inner)) if isinstance(inner, (list, tuple)) else inner

    return frozen(value)
