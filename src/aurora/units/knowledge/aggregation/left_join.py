"""Pairs of key and value, each with the value that a dictionary has for the key, or a default."""

from aurora.contracts.component import Example, K, T, U, component


@component(
    words="lookup join enrich table match missing default",
    examples=[
        Example(([("a", 1), ("b", 2)], {"a": "x"}, "?"), [("a", 1, "x"), ("b", 2, "?")]),
        Example(([], {"a": 1}, 0), []),
    ],
    holds=lambda pairs, _table, _default, ret: (
        len(ret) == len(pairs) and [(key, value) for key, value, _ in ret] == pairs
    ),
)
def left_join(pairs: list[tuple[K, T]], table: dict[K, U], default: U) -> list[tuple[K, T, U]]:
    """Pairs of key and value, each with the value that a dictionary has for the key, or a default."""
    return [(key, value, table.get(key, default)) for key, value in pairs]
