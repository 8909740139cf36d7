"""In how many ways coins of these values, each as often as wanted and in no order, add up to an amount."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="coins change make count combinations number of ways sum denominations unlimited money",
    examples=[Example(([1, 2, 5], 5), 4), Example(([2], 3), 0), Example(([7, 3], 0), 1)],
    holds=lambda coins, amount, ret: ret >= (1 if amount == 0 or amount in coins else 0),
)
def coin_change_ways(coins: list[int], amount: Nat) -> int:
    """In how many ways coins of these values, each as often as wanted and in no order, add up to an amount."""
    if amount < 0 or any(coin <= 0 for coin in coins):
        raise ValueError("the amount must not be negative and coins must be positive")
    ways = [1] + [0] * amount
    for coin in set(coins):
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]
