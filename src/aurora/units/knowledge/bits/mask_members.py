"""The items whose bit is set in a mask; the lowest bit is the first item."""

from aurora.contracts.component import Example, Nat, T, component


@component(
    words="bit mask members subset select items set bits",
    examples=[Example((5, ["a", "b", "c"]), ["a", "c"]), Example((0, [1, 2]), []), Example((3, [7, 8]), [7, 8])],
    holds=lambda mask, items, ret: len(ret) <= min(len(items), mask.bit_count()),
)
def mask_members(mask: Nat, items: list[T]) -> list[T]:
    """The items whose bit is set in a mask; the lowest bit is the first item."""
    return [item for place, item in enumerate(items) if mask >> place & 1]
