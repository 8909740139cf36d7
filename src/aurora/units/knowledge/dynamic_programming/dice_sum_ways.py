"""In how many ways a number of dice show a total."""

from aurora.contracts.component import Example, Nat, Positive, component


@component(
    words="dice rolls throw ways sum faces total count outcomes",
    examples=[Example((2, 6, 7), 6), Example((1, 6, 7), 0), Example((0, 6, 0), 1)],
    holds=lambda dice, faces, total, ret: 0 <= ret <= faces**dice and (ret > 0) == (dice <= total <= dice * faces),
)
def dice_sum_ways(dice: Nat, faces: Positive, total: int) -> int:
    """In how many ways a number of dice show a total."""
    if dice < 0 or faces < 1:
        raise ValueError("dice must not be negative and have at least one face")
    ways = {0: 1}
    for _ in range(dice):
        grown: dict[int, int] = {}
        for score, count in ways.items():
            for face in range(1, faces + 1):
                grown[score + face] = grown.get(score + face, 0) + count
        ways = grown
    return ways.get(total, 0)
