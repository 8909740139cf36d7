"""Several dictionaries as one; of the values of one key the last counts."""

from aurora.contracts.component import Example, K, V, component


@component(
    words="combine many list of dictionaries union update overlay",
    examples=[Example(([{"a": 1}, {"b": 2}, {"a": 3}],), {"a": 3, "b": 2}), Example(([{}],), {}), Example(([],), {})],
    holds=lambda mappings, ret: (
        all(key in ret for mapping in mappings for key in mapping)
        and (not mappings or mappings[-1].items() <= ret.items())
    ),
)
def merge_all(mappings: list[dict[K, V]]) -> dict[K, V]:
    """Several dictionaries as one; of the values of one key the last counts."""
    return {key: value for mapping in mappings for key, value in mapping.items()}
