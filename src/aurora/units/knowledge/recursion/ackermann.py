"""Ackermann's function by an explicit stack; raises ValueError for a negative argument or m above 3."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="ackermann peter fast growing total computable",
    examples=[Example((2, 3), 9), Example((3, 3), 61), Example((0, 0), 1)],
    holds=lambda _m, n, ret: ret > n,
    cost=2.0,
)
def ackermann(m: Nat, n: Nat) -> Positive:
    """Ackermann's function by an explicit stack; raises ValueError for a negative argument or m above 3."""
    if not 0 <= m <= 3 or n < 0:
        raise ValueError("m must be 0 to 3 and n not negative")
    if m == 3:
        return (8 << n) - 3
    stack = [m]
    while stack:
        m = stack.pop()
        if m == 0:
            n += 1
        elif n == 0:
            stack.append(m - 1)
            n = 1
        else:
            stack += [m - 1, m]
            n -= 1
    return n
