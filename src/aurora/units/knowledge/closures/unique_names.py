"""Names made different: a name that came before gets "_1", "_2", ..., the first number that is free."""

import itertools

from aurora.contracts.component import Distinct, Example, component


@component(
    words="unique file names rename duplicates suffix number deduplicate",
    examples=[
        Example((["a", "b", "a", "a"],), ["a", "b", "a_1", "a_2"]),
        Example((["a", "a", "a_1"],), ["a", "a_1", "a_1_1"]),
        Example(([],), []),
    ],
    holds=lambda names, ret: (
        len(set(ret)) == len(names) and all(new.startswith(old) for old, new in zip(names, ret, strict=True))
    ),
)
def unique_names(names: list[str]) -> Distinct[str]:
    """Names made different: a name that came before gets "_1", "_2", ..., the first number that is free."""
    taken: dict[str, None] = {}
    for name in names:
        candidates = itertools.chain([name], (f"{name}_{number}" for number in itertools.count(1)))
        taken[next(candidate for candidate in candidates if candidate not in taken)] = None
    return list(taken)
