"""Dynamic programming: best and number of ways, from the answers of smaller cases."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=32,
    probes=(
        Probe(
            prompt=(
                "What is the least number of stamps, from an endless supply of each value, that make up the postage "
                "exactly? -1 if no set of stamps does."
            ),
            signature="def fewest_stamps(values: list[int], postage: int) -> int",
            asserts=(
                "assert fewest_stamps([1, 4, 5], 8) == 2",
                "assert fewest_stamps([3], 4) == -1",
                "assert fewest_stamps([2, 7], 0) == 0",
                "assert fewest_stamps([1, 7, 10], 14) == 2",
            ),
            hidden=(
                "assert fewest_stamps([5, 9], 13) == -1",
                "assert fewest_stamps([5, 9], 23) == 3",
                "assert fewest_stamps([6, 1, 4], 8) == 2",
                "assert fewest_stamps([1], 6) == 6",
            ),
        ),
        Probe(
            prompt=(
                "Out of the tree heights in a row keep as many as you can, in their order, so that each is taller "
                "than the one kept before. How many are kept?"
            ),
            signature="def growing_row(heights: list[int]) -> int",
            asserts=(
                "assert growing_row([4, 1, 2, 9, 3, 5]) == 4",
                "assert growing_row([]) == 0",
                "assert growing_row([5, 4, 3]) == 1",
                "assert growing_row([2, 2, 2]) == 1",
            ),
            hidden=(
                "assert growing_row([1, 2, 3]) == 3",
                "assert growing_row([7, 1, 8, 2, 9, 3]) == 3",
                "assert growing_row([0]) == 1",
                "assert growing_row([3, 10, 4, 5, 11, 6, 7]) == 5",
            ),
        ),
        Probe(
            prompt=(
                "Number of single-letter insertions, deletions and replacements that turn one word into the other, at"
                " least."
            ),
            signature="def typing_slips(typed: str, meant: str) -> int",
            asserts=(
                "assert typing_slips('hause', 'house') == 1",
                "assert typing_slips('', 'cat') == 3",
                "assert typing_slips('same', 'same') == 0",
                "assert typing_slips('abcd', 'bcda') == 2",
            ),
            hidden=(
                "assert typing_slips('flaw', 'lawn') == 2",
                "assert typing_slips('x', '') == 1",
                "assert typing_slips('intention', 'execution') == 5",
                "assert typing_slips('aa', 'bb') == 2",
            ),
        ),
    ),
)
