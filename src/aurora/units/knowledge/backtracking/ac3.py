"""The values of each variable that have a partner in every rule (variable, variable): the partner must be different.

Arc consistency, Mackworth 1977, for the rule "not equal"; a variable may be left without values.
"""

from aurora.contracts.component import Example, K, component


@component(
    words="arc consistency ac3 constraint propagation domains not equal",
    examples=[
        Example(({"a": [1], "b": [1, 2]}, [("a", "b")]), {"a": [1], "b": [2]}),
        Example(({"a": [1], "b": [1]}, [("a", "b")]), {"a": [], "b": []}),
        Example(({}, []), {}),
    ],
    holds=lambda domains, _different, ret: all(set(ret[name]) <= set(values) for name, values in domains.items()),
)
def ac3(domains: dict[K, list[int]], different: list[tuple[K, K]]) -> dict[K, list[int]]:
    """The values of each variable that have a partner in every rule (variable, variable): the partner must be
    different.
    """
    left = {name: list(values) for name, values in domains.items()}
    pairs = [*different, *((second, first) for first, second in different)]
    changed = True
    while changed:
        changed = False
        for first, second in pairs:
            kept = [value for value in left[first] if any(other != value for other in left[second])]
            changed = changed or len(kept) < len(left[first])
            left[first] = kept
    return left
