"""Aggregation: groups, totals and joins."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=15,
    probes=(
        Probe(
            prompt="Count the visitors that fall into each bin of ages of a width, by the start of the bin.",
            signature="def age_spans(ages: list[int], span: int) -> dict[int, int]",
            asserts=(
                "assert age_spans([3, 12, 17], 10) == {0: 1, 10: 2}",
                "assert age_spans([25], 5) == {25: 1}",
                "assert age_spans([], 10) == {}",
                "assert age_spans([0, 9, 10, 19], 10) == {0: 2, 10: 2}",
            ),
            hidden=(
                "assert age_spans([41, 44, 49, 50], 5) == {40: 2, 45: 1, 50: 1}",
                "assert age_spans([7, 7, 7], 2) == {6: 3}",
                "assert age_spans([100, 1], 50) == {0: 1, 100: 1}",
                "assert age_spans([30, 31, 32, 33], 3) == {30: 3, 33: 1}",
            ),
        ),
        Probe(
            prompt="Pivot triples of town, month and rain into a nested table by town and then by month.",
            signature="def rain_table(entries: list[tuple[str, str, int]]) -> dict[str, dict[str, int]]",
            asserts=(
                "assert rain_table([('ulm', 'may', 3), ('ulm', 'june', 5)]) == {'ulm': {'may': 3, 'june': 5}}",
                "assert rain_table([('a', 'x', 0)]) == {'a': {'x': 0}}",
                "assert rain_table([]) == {}",
                "assert rain_table([('p', 'q', 1), ('p', 'q', 2)]) == {'p': {'q': 2}}",
            ),
            hidden=(
                "assert rain_table([('a', 'm', 1), ('b', 'm', 2)]) == {'a': {'m': 1}, 'b': {'m': 2}}",
                "assert rain_table([('k', 'x', 7), ('l', 'y', 8)]) == {'k': {'x': 7}, 'l': {'y': 8}}",
                "assert rain_table([('z', 'z', 4)]) == {'z': {'z': 4}}",
                "assert rain_table([('r', 's', 1), ('r', 'u', 3)]) == {'r': {'s': 1, 'u': 3}}",
            ),
        ),
        Probe(
            prompt="Join orders with payments of the same key: number, what was ordered, what was paid.",
            signature="def match_orders(orders: list[tuple[int, str]], paid: list[tuple[int, int]]) -> list[tuple]",
            asserts=(
                "assert match_orders([(1, 'pen'), (2, 'ink')], [(2, 30)]) == [(2, 'ink', 30)]",
                "assert match_orders([(1, 'cup')], [(3, 5)]) == []",
                "assert match_orders([], []) == []",
                "assert match_orders([(4, 'mat')], [(4, 7), (4, 8)]) == [(4, 'mat', 7), (4, 'mat', 8)]",
            ),
            hidden=(
                "assert match_orders([(1, 'a'), (1, 'b')], [(1, 9)]) == [(1, 'a', 9), (1, 'b', 9)]",
                "assert match_orders([(5, 'x'), (6, 'y')], [(6, 1), (5, 2)]) == [(5, 'x', 2), (6, 'y', 1)]",
                "assert match_orders([(7, 'z')], []) == []",
                "assert match_orders([(8, 'm'), (9, 'n')], [(8, 3), (9, 4)]) == [(8, 'm', 3), (9, 'n', 4)]",
            ),
        ),
    ),
)
