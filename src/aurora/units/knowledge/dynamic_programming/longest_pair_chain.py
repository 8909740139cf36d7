"""Length of the longest chain of pairs in which each pair starts after the one before has ended."""

from aurora.contracts.component import Example, component


@component(
    words="longest chain of pairs maximum length intervals tuples a < b < c < d",
    examples=[
        Example(([(5, 24), (15, 25), (27, 40), (50, 60)],), 3),
        Example(([(1, 5), (5, 6)],), 1),
        Example(([],), 0),
    ],
    holds=lambda pairs, ret: bool(pairs) <= ret <= len(pairs),
)
def longest_pair_chain(pairs: list[tuple[int, int]]) -> int:
    """Length of the longest chain of pairs in which each pair starts after the one before has ended."""
    length = 0
    last = None
    for start, end in sorted(pairs, key=lambda pair: (pair[1], pair[0])):
        if last is None or start > last:
            length += 1
            last = end
    return length
