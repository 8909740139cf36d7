"""The integers between the least and the greatest of a list that are not in it, ascending."""

from aurora.contracts.component import Example, Sorted, component


@component(
    words="missing numbers between minimum and maximum gaps in sequence",
    examples=[Example(([1, 4, 2],), [3]), Example(([7],), []), Example(([],), [])],
    holds=lambda numbers, ret: (
        not set(ret) & set(numbers) and all(min(numbers) < number < max(numbers) for number in ret)
    ),
)
def gaps_in_range(numbers: list[int]) -> Sorted[int]:
    """The integers between the least and the greatest of a list that are not in it, ascending."""
    return sorted(set(range(min(numbers), max(numbers))) - set(numbers)) if numbers else []
