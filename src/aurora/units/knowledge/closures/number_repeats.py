"""For each element of a list the how-manieth of its kind it is, from 1."""

from aurora.contracts.component import Example, K, component


@component(
    words="counter occurrence number so far running count of equal elements",
    examples=[Example((["a", "b", "a"],), [1, 1, 2]), Example(([],), [])],
    holds=lambda values, ret: all(
        values[: place + 1].count(value) == number
        for place, (value, number) in enumerate(zip(values, ret, strict=True))
    ),
)
def number_repeats(values: list[K]) -> list[int]:
    """For each element of a list the how-manieth of its kind it is, from 1."""
    seen: dict[K, int] = {}
    numbers: list[int] = []
    for value in values:
        seen[value] = seen.get(value, 0) + 1
        numbers.append(seen[value])
    return numbers
