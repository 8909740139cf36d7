"""In how many ways plus and minus signs before the numbers make them add up to a target."""

from aurora.contracts.component import Example, component


@component(
    words="target sum plus minus signs assign expressions count ways",
    examples=[Example(([1, 1, 1, 1, 1], 3), 5), Example(([1], 2), 0), Example(([0], 0), 2)],
    holds=lambda numbers, _target, ret: 0 <= ret <= 2 ** len(numbers),
)
def target_sum_ways(numbers: list[int], target: int) -> int:
    """In how many ways plus and minus signs before the numbers make them add up to a target."""
    ways = {0: 1}
    for number in numbers:
        grown: dict[int, int] = {}
        for total, count in ways.items():
            for moved in (total + number, total - number):
                grown[moved] = grown.get(moved, 0) + count
        ways = grown
    return ways.get(target, 0)
