"""Whether a word can be traced through a grid of letters along sides, no cell used twice."""

from aurora.contracts.component import Char, Example, Matrix, component


@component(
    words="word search grid letters path adjacent boggle exists",
    examples=[
        Example(([["c", "a"], ["x", "t"]], "cat"), True),
        Example(([["c", "a"], ["t", "x"]], "cat"), False),
        Example(([["a"]], ""), True),
    ],
    holds=lambda grid, word, ret: not ret or set(word) <= {letter for row in grid for letter in row},
    cost=2.0,
)
def word_search(grid: Matrix[Char], word: str) -> bool:
    """Whether a word can be traced through a grid of letters along sides, no cell used twice."""
    letters = {(i, j): letter for i, row in enumerate(grid) for j, letter in enumerate(row)}
    stack = [[cell] for cell, letter in letters.items() if word[:1] == letter]
    while stack:
        way = stack.pop()
        if len(way) == len(word):
            return True
        i, j = way[-1]
        stack += [
            [*way, near]
            for near in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))
            if letters.get(near) == word[len(way)] and near not in way
        ]
    return not word
