"""Largest profit of buying once and selling later; 0 when prices only fall."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="stock profit buy sell once best time maximum difference later minus earlier",
    examples=[Example(([7, 1, 5, 3, 6, 4],), 5), Example(([7, 6, 4],), 0), Example(([],), 0)],
    holds=lambda prices, ret: ret >= max(0, prices[-1] - prices[0] if prices else 0),
)
def max_profit_one_trade(prices: list[int]) -> int:
    """Largest profit of buying once and selling later; 0 when prices only fall."""
    lowest = itertools.accumulate(prices, min)
    return max((price - low for price, low in zip(prices, lowest, strict=True)), default=0)
