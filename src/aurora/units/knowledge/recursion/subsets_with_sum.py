"""The selections of the numbers of a list, in their order, that add up to a total."""

from aurora.contracts.component import Example, component


@component(
    words="subset sum combinations adding up to target",
    examples=[Example(([1, 2, 3], 3), [[1, 2], [3]]), Example(([2], 5), []), Example(([], 0), [[]])],
    holds=lambda _numbers, total, ret: all(sum(part) == total for part in ret),
    cost=2.0,
)
def subsets_with_sum(numbers: list[int], total: int) -> list[list[int]]:
    """The selections of the numbers of a list, in their order, that add up to a total.

    Raises ValueError for more than 20 numbers.
    """
    if len(numbers) > 20:
        raise ValueError("more than 20 numbers have too many selections")

    def chosen(start: int, rest: int) -> list[list[int]]:
        if start == len(numbers):
            return [] if rest else [[]]
        first = numbers[start]
        return [[first, *part] for part in chosen(start + 1, rest - first)] + chosen(start + 1, rest)

    return chosen(0, total)
