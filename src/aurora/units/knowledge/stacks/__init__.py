"""Stacks, queues and heaps: last in first out, first in first out, smallest out first."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=28,
    probes=(
        Probe(
            prompt="For each day tell how many days one has to wait for a warmer one, 0 if none comes.",
            signature="def days_to_wait(temperatures: list[int]) -> list[int]",
            asserts=(
                "assert days_to_wait([20, 21, 19, 23]) == [1, 2, 1, 0]",
                "assert days_to_wait([]) == []",
                "assert days_to_wait([5, 4, 3]) == [0, 0, 0]",
                "assert days_to_wait([1, 1, 2]) == [2, 1, 0]",
            ),
            hidden=(
                "assert days_to_wait([9]) == [0]",
                "assert days_to_wait([3, 1, 2, 4]) == [3, 1, 1, 0]",
                "assert days_to_wait([1, 2, 3]) == [1, 1, 0]",
                "assert days_to_wait([30, 20, 25, 20, 26]) == [0, 1, 2, 1, 0]",
            ),
        ),
        Probe(
            prompt="Is every bracket of a formula, round, square or curly, closed by its kind in the right order?",
            signature="def well_bracketed(formula: str) -> bool",
            asserts=(
                "assert well_bracketed('a * (b + c[2])') == True",
                "assert well_bracketed('(]') == False",
                "assert well_bracketed('') == True",
                "assert well_bracketed('{[()]}(') == False",
            ),
            hidden=(
                "assert well_bracketed(')(') == False",
                "assert well_bracketed('([)]') == False",
                "assert well_bracketed('f(g{h[]})') == True",
                "assert well_bracketed('no brackets') == True",
            ),
        ),
        Probe(
            prompt="After each new price tell the median of all prices so far.",
            signature="def medians_so_far(prices: list[int]) -> list[float]",
            asserts=(
                "assert medians_so_far([5, 3, 8]) == [5, 4.0, 5]",
                "assert medians_so_far([]) == []",
                "assert medians_so_far([1, 1]) == [1, 1.0]",
                "assert medians_so_far([9, 1, 2, 8]) == [9, 5.0, 2, 5.0]",
            ),
            hidden=(
                "assert medians_so_far([4]) == [4]",
                "assert medians_so_far([1, 2, 3, 4, 5]) == [1, 1.5, 2, 2.5, 3]",
                "assert medians_so_far([7, -7]) == [7, 0.0]",
                "assert medians_so_far([2, 4, 6, 0]) == [2, 3.0, 4, 3.0]",
            ),
        ),
    ),
)
