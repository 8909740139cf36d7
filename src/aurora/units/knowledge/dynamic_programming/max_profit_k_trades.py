"""Largest profit of at most `trades` trades, one after the other."""

import itertools

from aurora.contracts.component import Example, Nat, component


@component(
    words="stock profit buy sell at most k transactions maximum two",
    examples=[Example(([3, 2, 6, 5, 0, 3], 2), 7), Example(([3, 2, 6, 5, 0, 3], 1), 4), Example(([], 3), 0)],
    holds=lambda prices, _trades, ret: 0 <= ret <= sum(max(0, b - a) for a, b in itertools.pairwise(prices)),
)
def max_profit_k_trades(prices: list[int], trades: Nat) -> int:
    """Largest profit of at most `trades` trades, one after the other."""
    if trades < 0:
        raise ValueError("trades must not be negative")
    profit = [0] * len(prices)
    for _ in range(min(trades, len(prices) // 2)):
        holding = -max(prices)
        best = 0
        row = []
        for before, price in zip(profit, prices, strict=True):
            holding = max(holding, before - price)
            best = max(best, holding + price)
            row.append(best)
        profit = row
    return profit[-1] if profit else 0
