"""Most demands that are met when each of the supplies can meet one demand that is not above it."""

from aurora.contracts.component import Example, N, component


@component(
    words="assign cookies match children greedy demands supplies satisfied",
    examples=[Example(([1, 2, 3], [1, 1]), 1), Example(([1, 2], [1, 2, 3]), 2), Example(([], [5]), 0)],
    holds=lambda demands, supplies, ret: 0 <= ret <= min(len(demands), len(supplies)),
)
def assign_greedy(demands: list[N], supplies: list[N]) -> int:
    """Most demands that are met when each of the supplies can meet one demand that is not above it."""
    wanted = sorted(demands)
    met = 0
    for supply in sorted(supplies):
        if met < len(wanted) and wanted[met] <= supply:
            met += 1
    return met
