"""Most that the first of two players can take when both take an end of a row of coins in turn and play well."""

from aurora.contracts.component import Example, component


@component(
    words="optimal strategy game coins row two players pick ends maximum first player",
    examples=[Example(([8, 15, 3, 7],), 22), Example(([5],), 5), Example(([],), 0)],
    holds=lambda coins, ret: len(coins) % 2 == 1 or 2 * ret >= sum(coins),
)
def optimal_game(coins: list[int]) -> int:
    """Most that the first of two players can take when both take an end of a row of coins in turn and play well."""
    lead = list(coins)
    for length in range(2, len(coins) + 1):
        lead = [
            max(coins[start] - lead[start + 1], coins[start + length - 1] - lead[start])
            for start in range(len(coins) - length + 1)
        ]
    return (sum(coins) + lead[0]) // 2 if coins else 0
