"""The cycles of the arrangement that moves place i to `targets[i]`, each from its least place."""

from aurora.contracts.component import Example, component


@component(
    words="permutation cycles decomposition orbits",
    examples=[Example(([1, 0, 2],), [[0, 1], [2]]), Example(([],), []), Example(([1, 2, 0],), [[0, 1, 2]])],
    holds=lambda targets, ret: sorted(place for cycle in ret for place in cycle) == list(range(len(targets))),
)
def permutation_cycles(targets: list[int]) -> list[list[int]]:
    """The cycles of the arrangement that moves place i to `targets[i]`; raises `ValueError` when it is none."""
    if sorted(targets) != list(range(len(targets))):
        raise ValueError("the targets are not an arrangement of all places")
    seen: set[int] = set()
    cycles = []
    for start in range(len(targets)):
        cycle = []
        place = start
        while place not in seen:
            seen.add(place)
            cycle.append(place)
            place = targets[place]
        if cycle:
            cycles.append(cycle)
    return cycles
