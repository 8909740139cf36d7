"""Backtracking and constraints: choices that are taken back when they lead nowhere."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=53,
    probes=(
        Probe(
            prompt="In how many ways can n queens stand on an n x n chessboard without threatening each other?",
            signature="def peaceful_queens(n: int) -> int",
            asserts=(
                "assert peaceful_queens(4) == 2",
                "assert peaceful_queens(1) == 1",
                "assert peaceful_queens(3) == 0",
                "assert peaceful_queens(6) == 4",
            ),
            hidden=(
                "assert peaceful_queens(5) == 10",
                "assert peaceful_queens(2) == 0",
                "assert peaceful_queens(8) == 92",
                "assert peaceful_queens(7) == 40",
            ),
        ),
        Probe(
            prompt="Can a word be traced through neighbouring letters of a grid (along sides), no letter used twice?",
            signature="def traceable(grid: list[list[str]], word: str) -> bool",
            asserts=(
                "assert traceable([['c', 'a'], ['x', 't']], 'cat') == True",
                "assert traceable([['c', 'a'], ['t', 'x']], 'cat') == False",
                "assert traceable([['a']], 'aa') == False",
                "assert traceable([['o', 'n'], ['n', 'o']], 'noon') == False",
            ),
            hidden=(
                "assert traceable([['s', 'n', 'a'], ['e', 'k', 'k']], 'snake') == False",
                "assert traceable([['s', 'n', 'a'], ['x', 'e', 'k']], 'snake') == True",
                "assert traceable([['a', 'b', 'c']], 'cba') == True",
                "assert traceable([['a', 'b'], ['c', 'd']], 'abdca') == False",
            ),
        ),
    ),
)
