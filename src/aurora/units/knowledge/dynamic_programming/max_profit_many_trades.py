"""Largest profit of any number of trades, one after the other."""

import itertools

from aurora.contracts.component import Example, component


@component(
    words="stock profit buy sell many times unlimited transactions maximum sum of rises",
    examples=[Example(([7, 1, 5, 3, 6, 4],), 7), Example(([7, 6, 4],), 0), Example(([],), 0)],
    holds=lambda prices, ret: ret >= (max(0, prices[-1] - prices[0]) if prices else 0),
)
def max_profit_many_trades(prices: list[int]) -> int:
    """Largest profit of any number of trades, one after the other."""
    return sum(max(0, later - earlier) for earlier, later in itertools.pairwise(prices))
