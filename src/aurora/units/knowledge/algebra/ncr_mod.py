"""The binomial coefficient modulo a number.

Row by row of Pascal's triangle, so that the modulus may be any number.
"""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="binomial coefficient modulo nCr mod p choose remainder",
    examples=[Example((9, 4, 11), 5), Example((2, 3, 5), 0), Example((6, 3, 1), 0)],
    holds=lambda n, k, modulus, ret: 0 <= ret < modulus and (k != 1 or ret == n % modulus),
)
def ncr_mod(n: Nat, k: Nat, modulus: Positive) -> int:
    """The binomial coefficient modulo a number."""
    if n < 0 or k < 0 or modulus < 1:
        raise ValueError("n and k must not be negative and the modulus must be positive")
    k = min(k, n - k)
    if k < 0:
        return 0
    row = [1 % modulus] + [0] * k
    for _ in range(n):
        for place in range(k, 0, -1):
            row[place] = (row[place] + row[place - 1]) % modulus
    return row[k]
