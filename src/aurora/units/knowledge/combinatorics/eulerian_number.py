"""Number of arrangements of 1 to n that rise in exactly `rises` places.

A(n, k) = (k + 1) A(n - 1, k) + (n - k) A(n - 1, k - 1), Euler 1755.
"""

from aurora.contracts.component import Example, Nat, component


@component(
    words="eulerian number permutations ascents rises descents",
    examples=[Example((3, 1), 4), Example((4, 0), 1), Example((3, 3), 0)],
    holds=lambda n, rises, ret: (ret > 0) == (rises < n or n == rises == 0),
)
def eulerian_number(n: Nat, rises: Nat) -> int:
    """Number of arrangements of 1 to n that rise in exactly `rises` places."""
    if n < 0 or rises < 0:
        raise ValueError("n and the rises must not be negative")
    row = [1] + [0] * rises
    for size in range(1, n + 1):
        row = [1, *((k + 1) * row[k] + (size - k) * row[k - 1] for k in range(1, rises + 1))]
        row = [ways if k < size else 0 for k, ways in enumerate(row)]
    return row[rises]
