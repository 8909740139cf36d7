"""Number of triples of places whose numbers add up to a target."""

from aurora.contracts.component import Example, component


@component(
    words="count triplets three numbers sum target",
    examples=[Example(([1, 1, 1, 1], 3), 4), Example(([1, 2, 3, 4, 5], 9), 2), Example(([], 0), 0)],
    holds=lambda numbers, _target, ret: ret >= 0 and (len(numbers) > 2 or ret == 0),
)
def count_triples_with_sum(numbers: list[int], target: int) -> int:
    """Number of triples of places whose numbers add up to a target."""
    singles: dict[int, int] = {}
    pairs: dict[int, int] = {}
    triples = 0
    for number in numbers:
        triples += pairs.get(target - number, 0)
        for other, count in singles.items():
            pairs[other + number] = pairs.get(other + number, 0) + count
        singles[number] = singles.get(number, 0) + 1
    return triples
