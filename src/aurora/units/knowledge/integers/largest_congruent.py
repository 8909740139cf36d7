"""Largest number up to a limit that leaves a remainder when divided by a modulus."""

from aurora.contracts.component import Example, Positive, component


@component(
    words="largest number modulo remainder congruent at most",
    examples=[
        Example(
            (
                15,
                10,
                5,
            ),
            15,
        ),
        Example(
            (
                187,
                10,
                5,
            ),
            185,
        ),
        Example(
            (
                16,
                11,
                1,
            ),
            12,
        ),
    ],
    holds=lambda limit, modulus, remainder, ret: limit - modulus < ret <= limit and (ret - remainder) % modulus == 0,
)
def largest_congruent(limit: int, modulus: Positive, remainder: int) -> int:
    """Largest number up to a limit that leaves a remainder when divided by a modulus."""
    return limit - (limit - remainder) % modulus
