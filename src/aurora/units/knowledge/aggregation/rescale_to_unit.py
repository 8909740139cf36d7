"""The numbers of a list moved into 0..1, the least to 0 and the greatest to 1; all 0 when they are equal."""

from aurora.contracts.component import Example, component


@component(
    words="normalise min max scaling",
    examples=[Example(([2, 4, 3],), [0.0, 1.0, 0.5]), Example(([7, 7],), [0.0, 0.0]), Example(([],), [])],
    holds=lambda numbers, ret: len(ret) == len(numbers) and all(0 <= number <= 1 for number in ret),
)
def rescale_to_unit(numbers: list[float]) -> list[float]:
    """The numbers of a list moved into 0..1, the least to 0 and the greatest to 1; all 0 when they are equal."""
    low, high = min(numbers, default=0), max(numbers, default=0)
    return [(number - low) / (high - low) if high > low else 0.0 for number in numbers]
