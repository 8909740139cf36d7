"""Whether some value occurs more than once in a list."""

from aurora.contracts.component import Example, K, component


@component(
    words="duplicates repeated elements any twice contains duplicate",
    examples=[Example(([1, 2, 1],), True), Example(([1, 2],), False), Example(([],), False)],
    holds=lambda values, ret: ret == any(values.count(value) > 1 for value in values),
)
def has_duplicates(values: list[K]) -> bool:
    """Whether some value occurs more than once in a list."""
    return len(set(values)) < len(values)
