"""In how many orders coins of these values, each as often as wanted, add up to an amount."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="coins ordered ways sum permutations compositions count sequences scores steps",
    examples=[Example(([1, 2], 3), 3), Example(([5, 3], 4), 0), Example(([1], 0), 1)],
    holds=lambda coins, amount, ret: ret >= (1 if amount == 0 or amount in coins else 0),
)
def coin_sequences(coins: list[int], amount: Nat) -> int:
    """In how many orders coins of these values, each as often as wanted, add up to an amount."""
    if amount < 0 or any(coin <= 0 for coin in coins):
        raise ValueError("the amount must not be negative and coins must be positive")
    ways = [1]
    for total in range(1, amount + 1):
        ways.append(sum(ways[total - coin] for coin in set(coins) if coin <= total))
    return ways[amount]
