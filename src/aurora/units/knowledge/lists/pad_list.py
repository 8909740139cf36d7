"""A list made as long as wanted by fill values at its end; a longer one stays as it is."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="extend fill to length pad right default",
    examples=[Example(([1], 3, 0), [1, 0, 0]), Example(([1, 2], 1, 0), [1, 2]), Example(([], 2, 7), [7, 7])],
    holds=lambda values, length, _fill, ret: len(ret) == max(length, len(values)) and ret[: len(values)] == values,
)
def pad_list(values: list[T], length: Nat, fill: T) -> list[T]:
    """A list made as long as wanted by fill values at its end; a longer one stays as it is."""
    return values + [fill] * (length - len(values))
