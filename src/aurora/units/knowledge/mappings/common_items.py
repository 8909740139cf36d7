"""The items that two dictionaries share: same key and same value."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="intersection of dictionaries equal entries in both",
    examples=[
        Example(({"a": 1, "b": 2}, {"a": 1, "b": 3}), {"a": 1}),
        Example(({"a": 1}, {}), {}),
        Example(({}, {}), {}),
    ],
    holds=lambda one, other, ret: all(one[key] == other[key] == value for key, value in ret.items()),
)
def common_items(one: dict[K, V], other: dict[K, V]) -> dict[K, V]:
    """The items that two dictionaries share: same key and same value."""
    return {key: value for key, value in one.items() if key in other and other[key] == value}
