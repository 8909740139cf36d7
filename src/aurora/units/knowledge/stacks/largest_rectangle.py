"""The largest area of a rectangle inside bars of these heights, which are one wide.

A stack of rising bars, each closed by the next lower one.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="largest rectangle histogram area bars stack maximum",
    examples=[Example(([2, 1, 5, 6, 2, 3],), 10), Example(([],), 0), Example(([4],), 4)],
    holds=lambda heights, ret: ret >= max(heights, default=0) and ret >= min(heights, default=0) * len(heights),
)
def largest_rectangle(heights: list[Nat]) -> int:
    """The largest area of a rectangle inside bars of these heights, which are one wide."""
    rising: list[tuple[int, int]] = []
    best = 0
    for place, height in enumerate([*heights, 0]):
        start = place
        while rising and rising[-1][1] >= height:
            start, taller = rising.pop()
            best = max(best, taller * (place - start))
        rising.append((start, height))
    return best
