"""Most things that a budget buys, one of each."""

import bisect
import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="maximum number of items toys buy within budget greedy cheapest",
    examples=[Example(([1, 12, 5, 111, 200], 20), 3), Example(([5], 4), 0), Example(([], 10), 0)],
    holds=lambda prices, budget, ret: 0 <= ret <= len(prices) and (ret == 0 or min(prices) <= budget),
)
def most_affordable(prices: list[Nat], budget: int) -> int:
    """Most things that a budget buys, one of each."""
    if any(price < 0 for price in prices):
        raise ValueError("prices must not be negative")
    return bisect.bisect_right(list(itertools.accumulate(sorted(prices))), budget)
