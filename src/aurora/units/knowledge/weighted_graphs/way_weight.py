"""The total weight of a way over these nodes; None when an edge of it does not exist."""

import itertools

from aurora.contracts.component import Example, K, component


@component(
    words="path weight total cost along nodes route length",
    examples=[
        Example(({"a": {"b": 1}, "b": {"c": 2}}, ["a", "b", "c"]), 3),
        Example(({"a": {}}, ["a", "b"]), None),
        Example(({}, ["x"]), 0),
    ],
    holds=lambda _graph, way, ret: len(way) > 1 or ret == 0,
)
def way_weight(graph: dict[K, dict[K, int]], way: list[K]) -> int | None:
    """The total weight of a way over these nodes; None when an edge of it does not exist."""
    weights = [graph.get(a, {}).get(b) for a, b in itertools.pairwise(way)]
    return None if None in weights else sum(weight for weight in weights if weight is not None)
