"""The elements of a list at whose places another list has True; what is left of the longer list is not used."""

import itertools

from aurora.contracts.component import Example, T, component


@component(
    words="compress mask boolean selectors filter by flags",
    examples=[Example(([1, 2, 3], [True, False, True]), [1, 3]), Example((["a"], []), []), Example(([], [True]), [])],
    holds=lambda values, mask, ret: len(ret) == sum(mask[: len(values)]),
)
def select_by(values: list[T], mask: list[bool]) -> list[T]:
    """The elements of a list at whose places another list has True; what is left of the longer list is not used."""
    return list(itertools.compress(values, mask))
