"""Fewest coins of these values, each as often as wanted, that add up to an amount; -1 when none do."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="coins change minimum fewest least number make amount denominations money",
    examples=[Example(([1, 3, 4], 6), 2), Example(([2], 3), -1), Example(([5], 0), 0)],
    holds=lambda coins, amount, ret: ret == -1 or min(coins, default=1) * ret <= amount <= max(coins, default=0) * ret,
)
def coin_min(coins: list[int], amount: Nat) -> int:
    """Fewest coins of these values, each as often as wanted, that add up to an amount; -1 when none do."""
    if amount < 0 or any(coin <= 0 for coin in coins):
        raise ValueError("the amount must not be negative and coins must be positive")
    unreachable = amount + 1
    fewest = [0] + [unreachable] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            fewest[total] = min(fewest[total], fewest[total - coin] + 1)
    return -1 if fewest[amount] == unreachable else fewest[amount]
