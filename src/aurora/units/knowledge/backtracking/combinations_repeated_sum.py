"""All ascending choices of different positive numbers, each as often as wanted, that add up to a target."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="combination sum repeated unlimited all ways adding up to target",
    examples=[Example(([2, 3, 6, 7], 7), [[2, 2, 3], [7]]), Example(([4], 3), []), Example(([5], 0), [[]])],
    holds=lambda numbers, target, ret: all(sum(choice) == target and set(choice) <= set(numbers) for choice in ret),
    cost=2.0,
)
def combinations_repeated_sum(numbers: list[Positive], target: Nat) -> list[list[int]]:
    """All ascending choices of different positive numbers, each as often as wanted, that add up to a target."""
    if any(number <= 0 for number in numbers):
        raise ValueError("numbers must be positive")
    ordered = sorted(set(numbers))
    found = []
    stack: list[tuple[int, int, list[int]]] = [(0, target, [])]
    while stack:
        start, rest, chosen = stack.pop()
        if rest == 0:
            found.append(chosen)
        else:
            fitting = [place for place in range(start, len(ordered)) if ordered[place] <= rest]
            stack += [(place, rest - ordered[place], [*chosen, ordered[place]]) for place in reversed(fitting)]
    return found
