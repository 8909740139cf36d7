"""All places at which a value stands in a list."""

from aurora.contracts.component import Example, T, component


@component(
    words="positions indexes where value occurs all occurrences",
    examples=[Example(([1, 2, 1], 1), [0, 2]), Example(([1, 2], 5), []), Example(([], 1), [])],
    holds=lambda values, value, ret: len(ret) == values.count(value) and all(values[place] == value for place in ret),
)
def indices_of(values: list[T], value: T) -> list[int]:
    """All places at which a value stands in a list."""
    return [place for place, candidate in enumerate(values) if candidate == value]
