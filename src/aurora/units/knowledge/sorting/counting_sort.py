"""Natural numbers in ascending order, by counting each of them; raises ValueError for a negative one."""

from aurora.contracts.component import Example, Nat, Sorted, component


@component(
    words="counting sort linear time integers bucket",
    examples=[Example(([3, 0, 3, 1],), [0, 1, 3, 3]), Example(([5],), [5]), Example(([],), [])],
    holds=lambda numbers, ret: ret == sorted(numbers),
    cost=2.0,
)
def counting_sort(numbers: list[Nat]) -> Sorted[Nat]:
    """Natural numbers in ascending order, by counting each of them; raises ValueError for a negative one."""
    if min(numbers, default=0) < 0:
        raise ValueError("only natural numbers can be counted")
    counts = [0] * (max(numbers, default=-1) + 1)
    for number in numbers:
        counts[number] += 1
    return [number for number, count in enumerate(counts) for _ in range(count)]
