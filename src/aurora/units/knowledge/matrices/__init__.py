"""Matrices and grids: rows, columns, diagonals, products, neighbours."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=35,
    probes=(
        Probe(
            prompt=(
                "Peel a table of letters from the outside inwards, clockwise from its top left corner, into one list."
            ),
            signature="def peel(table: list[list[str]]) -> list[str]",
            asserts=(
                "assert peel([['a', 'b'], ['d', 'c']]) == ['a', 'b', 'c', 'd']",
                "assert peel([['x', 'y', 'z']]) == ['x', 'y', 'z']",
                "assert peel([['p'], ['q']]) == ['p', 'q']",
                "assert peel([['a', 'b', 'c'], ['h', 'i', 'd'], ['g', 'f', 'e']]) == list('abcdefghi')",
            ),
            hidden=(
                "assert peel([['a']]) == ['a']",
                "assert peel([['a', 'b'], ['f', 'c'], ['e', 'd']]) == list('abcdef')",
                "assert peel([['m', 'n', 'o'], ['r', 'q', 'p']]) == list('mnopqr')",
                "assert peel([list('abcd'), list('lmne'), list('kpof'), list('jihg')]) == list('abcdefghijklmnop')",
            ),
        ),
        Probe(
            prompt="Volume factor of a linear map given by its square table of numbers (its determinant).",
            signature="def volume_factor(table: list[list[int]]) -> int",
            asserts=(
                "assert volume_factor([[2, 1], [1, 3]]) == 5",
                "assert volume_factor([[7]]) == 7",
                "assert volume_factor([[1, 2], [2, 4]]) == 0",
                "assert volume_factor([[0, 2, 0], [3, 0, 0], [0, 0, 4]]) == -24",
            ),
            hidden=(
                "assert volume_factor([[4, 6], [3, 8]]) == 14",
                "assert volume_factor([[-2]]) == -2",
                "assert volume_factor([[6, 1, 1], [4, -2, 5], [2, 8, 7]]) == -306",
                "assert volume_factor([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]) == -1",
            ),
        ),
        Probe(
            prompt="Do all rows, all columns and both diagonals of the square have one and the same sum?",
            signature="def all_lines_agree(square: list[list[int]]) -> bool",
            asserts=(
                "assert all_lines_agree([[2, 7, 6], [9, 5, 1], [4, 3, 8]]) == True",
                "assert all_lines_agree([[1, 2], [3, 4]]) == False",
                "assert all_lines_agree([[1, 2, 3], [2, 3, 1], [3, 1, 2]]) == False",
                "assert all_lines_agree([[5]]) == True",
            ),
            hidden=(
                "assert all_lines_agree([[1, 1], [1, 1]]) == True",
                "assert all_lines_agree([[8, 1, 6], [3, 5, 7], [4, 9, 2]]) == True",
                "assert all_lines_agree([[2, 7, 6], [9, 5, 1], [4, 8, 3]]) == False",
                "assert all_lines_agree([[1, 0], [0, 1]]) == False",
            ),
        ),
    ),
)
