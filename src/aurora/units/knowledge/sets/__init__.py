"""Sets: what occurs, how often, and what is missing."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=10,
    probes=(
        Probe(
            prompt="Merge meetings that overlap into groups of friends until all groups are disjoint.",
            signature="def friend_circles(meetings: list[list[int]]) -> list[set[int]]",
            asserts=(
                "assert friend_circles([[1, 2], [2, 3], [7]]) == [{1, 2, 3}, {7}]",
                "assert friend_circles([[1], [2]]) == [{1}, {2}]",
                "assert friend_circles([]) == []",
                "assert friend_circles([[1, 2], [3, 4], [4, 1]]) == [{1, 2, 3, 4}]",
            ),
            hidden=(
                "assert friend_circles([[5, 6, 7]]) == [{5, 6, 7}]",
                "assert friend_circles([[1, 2], [8, 9], [3, 4]]) == [{1, 2}, {8, 9}, {3, 4}]",
                "assert friend_circles([[1], [1]]) == [{1}]",
                "assert friend_circles([[4, 5], [6], [5, 6], [9]]) == [{4, 5, 6}, {9}]",
            ),
        ),
        Probe(
            prompt="Which free number from some number on is the first that no ticket has?",
            signature="def free_ticket(taken: list[int], first: int) -> int",
            asserts=(
                "assert free_ticket([1, 2, 4], 1) == 3",
                "assert free_ticket([5, 6], 1) == 1",
                "assert free_ticket([], 10) == 10",
                "assert free_ticket([3, 1, 2], 1) == 4",
            ),
            hidden=(
                "assert free_ticket([10, 11, 13], 10) == 12",
                "assert free_ticket([0], 0) == 1",
                "assert free_ticket([7, 8, 9], 8) == 10",
                "assert free_ticket([2, 2, 3], 2) == 4",
            ),
        ),
        Probe(
            prompt="Can a word be built from the letters in hand, each used at least as often there?",
            signature="def can_lay(word: list[str], hand: list[str]) -> bool",
            asserts=(
                "assert can_lay(['a', 'a'], ['a', 'b', 'a']) == True",
                "assert can_lay(['a', 'a'], ['a', 'b', 'c']) == False",
                "assert can_lay(['e', 't'], ['t', 'e']) == True",
                "assert can_lay(['q'], ['x']) == False",
            ),
            hidden=(
                "assert can_lay([], ['x']) == True",
                "assert can_lay(['o', 'o', 'o'], ['o', 'o']) == False",
                "assert can_lay(['l'], ['l', 'l']) == True",
                "assert can_lay(['m', 'n'], ['m', 'm']) == False",
            ),
        ),
    ),
)
