"""First lucky numbers, which remain when every nth of the odd numbers is struck out in turn."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="lucky numbers sieve first n",
    examples=[Example((10,), [1, 3, 7, 9, 13, 15, 21, 25, 31, 33]), Example((1,), [1]), Example((3,), [1, 3, 7])],
    holds=lambda count, ret: len(ret) == count,
)
def lucky_numbers(count: Positive) -> list[int]:
    """First lucky numbers, which remain when every nth of the odd numbers is struck out in turn."""
    numbers = list(range(1, count * count + 10, 2))
    place = 1
    while place < len(numbers) and numbers[place] <= len(numbers):
        del numbers[numbers[place] - 1 :: numbers[place]]
        place += 1
    return numbers[:count]
