"""A list with the elements at two places exchanged; raises IndexError when there is no such place."""

from aurora.contracts.component import Example, Index, T, component


@component(
    words="swap exchange two elements by index positions first and last",
    examples=[
        Example(([1, 2, 3], 0, 2), [3, 2, 1]),
        Example(([1, 2], 1, 1), [1, 2]),
        Example(([1, 2, 3], 0, -1), [3, 2, 1]),
    ],
    holds=lambda values, i, j, ret: ret[i] == values[j] and ret[j] == values[i] and len(ret) == len(values),
)
def swap_at(values: list[T], i: Index, j: Index) -> list[T]:
    """A list with the elements at two places exchanged; raises IndexError when there is no such place."""
    changed = list(values)
    changed[i], changed[j] = values[j], values[i]
    return changed
