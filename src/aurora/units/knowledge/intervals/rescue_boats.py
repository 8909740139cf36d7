"""Fewest boats for people of these weights, at most two a boat.

The heaviest goes with the lightest if they fit.
"""

from aurora.contracts.component import Example, component


@component(
    words="boats to save people pairs limit weight two each minimum",
    examples=[Example(([3, 2, 2, 1], 3), 3), Example(([5, 5], 5), 2), Example(([], 3), 0)],
    holds=lambda weights, _limit, ret: len(weights) <= 2 * ret and ret <= len(weights),
)
def rescue_boats(weights: list[int], limit: int) -> int:
    """Fewest boats for people of these weights, at most two a boat."""
    if any(weight > limit for weight in weights):
        raise ValueError("someone is too heavy for a boat")
    ordered = sorted(weights)
    light, heavy = 0, len(ordered) - 1
    boats = 0
    while light <= heavy:
        if ordered[light] + ordered[heavy] <= limit:
            light += 1
        heavy -= 1
        boats += 1
    return boats
