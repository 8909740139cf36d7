"""The two numbers of the largest product, in their order."""

from aurora.contracts.component import Example, component


@component(
    words="pair highest maximum product integers array",
    examples=[
        Example(([1, 2, 3, 4, 7, 0, 8, 4],), (7, 8)),
        Example(([0, -1, -2, -4, 5, 0, -6],), (-4, -6)),
        Example(([2, 3],), (2, 3)),
    ],
    holds=lambda numbers, ret: ret[0] in numbers and ret[1] in numbers,
)
def pair_with_max_product(numbers: list[int]) -> tuple[int, int]:
    """The two numbers of the largest product, in their order."""
    pairs = [(a, b) for i, a in enumerate(numbers) for b in numbers[i + 1 :]]
    return max(pairs, key=lambda pair: pair[0] * pair[1])
