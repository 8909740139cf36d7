"""How many carries occur when two natural numbers are added on paper; raises ValueError for a negative one."""

from aurora.contracts.component import Example, Nat, component


@component(
    words="carries carry operations add digit by digit",
    examples=[Example((555, 555), 3), Example((123, 456), 0), Example((999, 1), 3)],
    holds=lambda a, b, ret: 9 * ret == sum(map(int, str(a) + str(b))) - sum(map(int, str(a + b))),
)
def carry_count(a: Nat, b: Nat) -> Nat:
    """How many carries occur when two natural numbers are added on paper; raises ValueError for a negative one."""
    if a < 0 or b < 0:
        raise ValueError("neither number may be negative")
    carries = carry = 0
    while a or b:
        carry = int(a % 10 + b % 10 + carry > 9)
        carries += carry
        a, b = a // 10, b // 10
    return carries
