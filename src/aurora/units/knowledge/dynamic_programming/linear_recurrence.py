"""Term n of the sequence in which each term is a weighted sum of the terms before it.

Term i is `coefficients[0] * term(i - 1) + coefficients[1] * term(i - 2) + ...`; `initial` are the first terms.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="linear recurrence relation nth term fibonacci lucas pell tribonacci sequence previous terms",
    examples=[Example(([1, 1], [0, 1], 10), 55), Example(([2, 1], [0, 1], 4), 12), Example(([3], [5], 0), 5)],
    holds=lambda _coefficients, initial, n, ret: n >= len(initial) or ret == initial[n],
)
def linear_recurrence(coefficients: list[int], initial: list[int], n: Nat) -> int:
    """Term n of the sequence in which each term is a weighted sum of the terms before it."""
    if n < 0 or len(coefficients) != len(initial) or not initial:
        raise ValueError("as many initial terms as coefficients are needed, and n must not be negative")
    terms = list(initial)
    for _ in range(n):
        following = sum(weight * term for weight, term in zip(coefficients, reversed(terms), strict=True))
        terms = [*terms[1:], following]
    return terms[0]
