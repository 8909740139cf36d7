"""Lists: parts, places and runs."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=7,
    probes=(
        Probe(
            prompt="Split a list into parts at every separator value, like the split of a text.",
            signature="def split_list(values: list[int], separator: int) -> list[list[int]]",
            asserts=(
                "assert split_list([1, 0, 2, 3], 0) == [[1], [2, 3]]",
                "assert split_list([4, 5], 9) == [[4, 5]]",
                "assert split_list([], 1) == [[]]",
                "assert split_list([7, 7], 7) == [[], [], []]",
            ),
            hidden=(
                "assert split_list([1, 2, 1, 3, 1], 1) == [[], [2], [3], []]",
                "assert split_list([6], 6) == [[], []]",
                "assert split_list([0, 8, 0, 0, 9], 0) == [[], [8], [], [9]]",
                "assert split_list([2, 3, 5, 3, 7], 3) == [[2], [5], [7]]",
            ),
        ),
        Probe(
            prompt="Split cards evenly into hands for some players, whose sizes differ by one at most.",
            signature="def deal_hands(cards: list[int], players: int) -> list[list[int]]",
            asserts=(
                "assert deal_hands([1, 2, 3, 4, 5], 2) == [[1, 2, 3], [4, 5]]",
                "assert deal_hands([1, 2], 3) == [[1], [2], []]",
                "assert deal_hands([9, 8, 7, 6], 2) == [[9, 8], [7, 6]]",
                "assert deal_hands([], 2) == [[], []]",
            ),
            hidden=(
                "assert deal_hands([1, 2, 3, 4, 5, 6, 7], 3) == [[1, 2, 3], [4, 5], [6, 7]]",
                "assert deal_hands([5], 1) == [[5]]",
                "assert deal_hands([3, 1, 4, 1, 5, 9, 2, 6], 5) == [[3, 1], [4, 1], [5, 9], [2], [6]]",
                "assert deal_hands([1, 2, 3], 3) == [[1], [2], [3]]",
            ),
        ),
        Probe(
            prompt="Which value fills more than half of the list? Nothing if there is none.",
            signature="def ruling_value(values: list[int]) -> int | None",
            asserts=(
                "assert ruling_value([3, 3, 4]) == 3",
                "assert ruling_value([1, 2]) == None",
                "assert ruling_value([]) == None",
                "assert ruling_value([5]) == 5",
            ),
            hidden=(
                "assert ruling_value([2, 2, 1, 1, 2]) == 2",
                "assert ruling_value([1, 1, 2, 2]) == None",
                "assert ruling_value([7, 8, 7, 9, 7]) == 7",
                "assert ruling_value([4, 4, 4, 5, 5, 5, 4]) == 4",
            ),
        ),
    ),
)
