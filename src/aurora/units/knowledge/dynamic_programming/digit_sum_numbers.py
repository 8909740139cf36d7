"""Number of numbers with exactly `digits` digits, none leading with 0, whose digits add up to `total`."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="count n digit numbers with given digit sum",
    examples=[Example((2, 5), 5), Example((1, 9), 1), Example((2, 20), 0)],
    holds=lambda digits, total, ret: (ret > 0) == (1 <= total <= 9 * digits),
)
def digit_sum_numbers(digits: Positive, total: int) -> int:
    """Number of numbers with exactly `digits` digits, none leading with 0, whose digits add up to `total`."""
    if digits < 1:
        raise ValueError("a number has at least one digit")
    ways = dict.fromkeys(range(1, 10), 1)
    for _ in range(digits - 1):
        grown: dict[int, int] = {}
        for score, count in ways.items():
            for digit in range(10):
                grown[score + digit] = grown.get(score + digit, 0) + count
        ways = grown
    return ways.get(total, 0)
