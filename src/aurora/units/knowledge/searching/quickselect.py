"""The element that would stand at a place if the list were sorted, by Hoare's selection; IndexError outside."""

from aurora.contracts.component import C, Example, Nat, NonEmpty, component


@component(
    words="quickselect order statistic median selection linear time",
    examples=[Example(([9, 1, 5], 1), 5), Example(([4], 0), 4), Example(([2, 2, 1], 0), 1)],
    holds=lambda values, place, ret: sorted(values)[place] == ret,
    cost=2.0,
)
def quickselect(values: NonEmpty[C], place: Nat) -> C:
    """The element that would stand at a place if the list were sorted, by Hoare's selection; IndexError outside."""
    if not 0 <= place < len(values):
        raise IndexError("there is no such place in the list")
    rest = list(values)
    while True:
        pivot = rest[len(rest) // 2]
        less = [value for value in rest if value < pivot]
        greater = [value for value in rest if pivot < value]
        if place < len(less):
            rest = less
        elif place < len(rest) - len(greater):
            return pivot
        else:
            place -= len(rest) - len(greater)
            rest = greater
