"""Logic: conditions, votes and choices."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=2,
    probes=(
        Probe(
            prompt="Does a word come before (-1) or after (1) another in the dictionary, or is it the same (0)?",
            signature="def word_order(one: str, other: str) -> int",
            asserts=(
                "assert word_order('ant', 'bee') == -1",
                "assert word_order('bee', 'ant') == 1",
                "assert word_order('cat', 'cat') == 0",
                "assert word_order('', 'a') == -1",
            ),
            hidden=(
                "assert word_order('zoo', 'zebra') == 1",
                "assert word_order('a', 'ab') == -1",
                "assert word_order('x', '') == 1",
                "assert word_order('same', 'same') == 0",
            ),
        ),
        Probe(
            prompt="Do two temperatures have the same sign: both positive, both negative or both 0?",
            signature="def same_side(one: int, other: int) -> bool",
            asserts=(
                "assert same_side(3, 5) == True",
                "assert same_side(-1, 2) == False",
                "assert same_side(0, 0) == True",
                "assert same_side(0, 4) == False",
            ),
            hidden=(
                "assert same_side(-2, -9) == True",
                "assert same_side(-7, 0) == False",
                "assert same_side(12, 1) == True",
                "assert same_side(6, -6) == False",
            ),
        ),
        Probe(
            prompt="Are all cards of a hand different, no two of them equal?",
            signature="def all_cards_differ(hand: list[list[int]]) -> bool",
            asserts=(
                "assert all_cards_differ([[1, 2], [1, 3]]) == True",
                "assert all_cards_differ([[4, 1], [4, 1]]) == False",
                "assert all_cards_differ([]) == True",
                "assert all_cards_differ([[1, 1], [2, 2], [1, 1]]) == False",
            ),
            hidden=(
                "assert all_cards_differ([[9, 9]]) == True",
                "assert all_cards_differ([[1, 2], [2, 1]]) == True",
                "assert all_cards_differ([[3, 3], [5, 5], [5, 5]]) == False",
                "assert all_cards_differ([[0, 1], [0, 2], [1, 0]]) == True",
            ),
        ),
    ),
)
