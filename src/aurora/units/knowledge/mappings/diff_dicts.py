"""What differs between two dictionaries: key -> (value before, value after), None for a missing one."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="compare changes difference between dictionaries changed added removed keys",
    examples=[
        Example(({"a": 1, "b": 2}, {"a": 1, "b": 3}), {"b": (2, 3)}),
        Example(({"a": 1}, {"c": 4}), {"a": (1, None), "c": (None, 4)}),
        Example(({}, {}), {}),
    ],
    holds=lambda before, after, ret: (ret == {}) == (before == after),
)
def diff_dicts(before: dict[K, V], after: dict[K, V]) -> dict[K, tuple[V | None, V | None]]:
    """What differs between two dictionaries: key -> (value before, value after), None for a missing one."""
    changed = [key for key in before | after if key not in before or key not in after or before[key] != after[key]]
    return {key: (before.get(key), after.get(key)) for key in changed}
