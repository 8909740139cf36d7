"""Length of the longest contiguous part with at most `distinct` different items."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="longest substring subarray at most k distinct different elements window",
    examples=[Example((["a", "b", "c", "b"], 2), 3), Example(([1, 1, 1], 1), 3), Example(([], 2), 0)],
    holds=lambda items, distinct, ret: ret >= min(len(items), distinct) and (distinct >= 1 or ret == 0),
)
def longest_k_distinct_window(items: list[T], distinct: Nat) -> int:
    """Length of the longest contiguous part with at most `distinct` different items."""
    counts: dict[T, int] = {}
    start = longest = 0
    for place, item in enumerate(items):
        counts[item] = counts.get(item, 0) + 1
        while len(counts) > distinct:
            counts[items[start]] -= 1
            if not counts[items[start]]:
                del counts[items[start]]
            start += 1
        longest = max(longest, place - start + 1)
    return longest
