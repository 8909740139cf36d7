"""The places of the first choice of sets that have every item exactly once; None when there is none.

Algorithm X, Knuth 2000: the item with the fewest sets is covered first.
"""

from aurora.contracts.component import Example, component


@component(
    words="exact cover sets algorithm x choose disjoint all items once",
    examples=[Example(([[1, 2], [3], [2, 3], [1]],), [0, 1]), Example(([[1, 2], [2, 3]],), None), Example(([],), [])],
    holds=lambda sets, ret: (
        ret is None or sorted(x for i in ret for x in set(sets[i])) == sorted({x for row in sets for x in row})
    ),
    cost=2.0,
)
def exact_cover(sets: list[list[int]]) -> list[int] | None:
    """The places of the first choice of sets that have every item exactly once; None when there is none."""
    stack: list[tuple[set[int], list[int]]] = [({item for row in sets for item in row}, [])]
    while stack:
        missing, chosen = stack.pop()
        if not missing:
            return sorted(chosen)
        fitting = [place for place, row in enumerate(sets) if row and missing.issuperset(row)]
        choices = {item: [place for place in fitting if item in sets[place]] for item in missing}
        item = min(sorted(missing), key=lambda item: len(choices[item]))
        stack += [(missing.difference(sets[place]), [*chosen, place]) for place in reversed(choices[item])]
    return None
