"""Quotient and rest of two polynomials of integers, constant first, when the divisor's highest coefficient is 1 or
-1.
"""

from aurora.contracts.component import Example, component


@component(
    words="polynomial division quotient remainder long division",
    examples=[
        Example(([-1, 0, 1], [1, 1]), ([-1, 1], [0])),
        Example(([5], [0, 1]), ([], [5])),
        Example(([1, 2], [1]), ([1, 2], [])),
    ],
    holds=lambda dividend, divisor, ret: len(ret[1]) == min(len(dividend), len(divisor) - 1),
)
def poly_divmod(dividend: list[int], divisor: list[int]) -> tuple[list[int], list[int]]:
    """Quotient and rest of two polynomials of integers, constant first, when the divisor's highest coefficient is 1
    or -1.
    """
    if not divisor or abs(divisor[-1]) != 1:
        raise ValueError("the divisor's highest coefficient must be 1 or -1")
    rest = list(dividend)
    quotient = []
    while len(rest) >= len(divisor):
        factor = rest[-1] * divisor[-1]
        quotient.append(factor)
        for place, coefficient in enumerate(reversed(divisor), start=1):
            rest[-place] -= factor * coefficient
        rest.pop()
    return (quotient[::-1], rest)
