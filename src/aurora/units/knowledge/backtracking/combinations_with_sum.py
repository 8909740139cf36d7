"""All choices of different places whose positive numbers add up to a target, each ascending, equal ones once."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="combination sum all subsets adding up to target unique each used once",
    examples=[
        Example(([10, 1, 2, 7, 6, 1, 5], 8), [[1, 1, 6], [1, 2, 5], [1, 7], [2, 6]]),
        Example(([3], 4), []),
        Example(([], 0), [[]]),
    ],
    holds=lambda _numbers, target, ret: all(sum(choice) == target and choice == sorted(choice) for choice in ret),
    cost=2.0,
)
def combinations_with_sum(numbers: list[Positive], target: Nat) -> list[list[int]]:
    """All choices of different places whose positive numbers add up to a target, each ascending, equal ones once."""
    if any(number <= 0 for number in numbers):
        raise ValueError("numbers must be positive")
    ordered = sorted(numbers)
    found = []
    stack: list[tuple[int, int, list[int]]] = [(0, target, [])]
    while stack:
        start, rest, chosen = stack.pop()
        if rest == 0:
            found.append(chosen)
            continue
        for place in range(len(ordered) - 1, start - 1, -1):
            fresh = place == start or ordered[place] != ordered[place - 1]
            if fresh and ordered[place] <= rest:
                stack.append((place + 1, rest - ordered[place], [*chosen, ordered[place]]))
    return found
