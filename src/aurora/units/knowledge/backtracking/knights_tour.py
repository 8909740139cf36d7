"""A way of a knight over all cells of a board, from its corner: the number of each cell from 0; None when there is
none.

Warnsdorff 1823: the cell with the fewest ways on comes first.
"""

from aurora.contracts.component import Example, Positive, Square, component


@component(
    words="knight tour chess board visit all squares",
    examples=[Example((1,), [[0]]), Example((3,), None), Example((2,), None)],
    holds=lambda size, ret: ret is None or sorted(cell for row in ret for cell in row) == list(range(size * size)),
    cost=3.0,
)
def knights_tour(size: Positive) -> Square[int] | None:
    """A way of a knight over all cells of a board, from its corner: the number of each cell from 0; None when there
    is none.
    """
    jumps = [(a, b) for a in (-2, -1, 1, 2) for b in (-2, -1, 1, 2) if abs(a) != abs(b)]
    free = {(i, j) for i in range(size) for j in range(size)}
    onward = {(i, j): [(i + a, j + b) for a, b in jumps if (i + a, j + b) in free] for i, j in free}
    stack = [[(0, 0)]]
    while stack:
        way = stack.pop()
        if len(way) == size * size:
            numbers = {cell: number for number, cell in enumerate(way)}
            return [[numbers[i, j] for j in range(size)] for i in range(size)]
        seen = set(way)
        nexts = [cell for cell in onward[way[-1]] if cell not in seen]
        nexts.sort(key=lambda cell: -sum(other not in seen for other in onward[cell]))
        stack += [[*way, cell] for cell in nexts]
    return None
