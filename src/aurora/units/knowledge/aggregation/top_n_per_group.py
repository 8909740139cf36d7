"""For each key that a function gives, its n greatest elements, the greatest first; ValueError for a negative n."""

from collections.abc import Callable

from aurora.contracts.component import C, Example, K, Nat, component


@component(
    words="best highest n in each category group largest",
    examples=[
        Example(([1, 4, 3, 6, 8], lambda n: n % 2, 2), {1: [3, 1], 0: [8, 6]}),
        Example((["a", "b"], len, 1), {1: ["b"]}),
        Example(([], len, 1), {}),
    ],
    holds=lambda values, key, n, ret: (
        all(len(group) <= n for group in ret.values()) and set(ret) == set(map(key, values))
    ),
)
def top_n_per_group(values: list[C], key: Callable[[C], K], n: Nat) -> dict[K, list[C]]:
    """For each key that a function gives, its n greatest elements, the greatest first; ValueError for a negative n."""
    if n < 0:
        raise ValueError("n must not be negative")
    groups: dict[K, list[C]] = {}
    for value in values:
        groups.setdefault(key(value), []).append(value)
    return {group: sorted(members, reverse=True)[:n] for group, members in groups.items()}
