"""Mappings: keys, values and nested dictionaries."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=9,
    probes=(
        Probe(
            prompt='Flatten nested settings into one dictionary whose keys are paths joined by a ".".',
            signature="def dotted_settings(settings: dict[str, object]) -> dict[str, object]",
            asserts=(
                "assert dotted_settings({'a': {'b': 1}}) == {'a.b': 1}",
                "assert dotted_settings({'x': 2}) == {'x': 2}",
                "assert dotted_settings({}) == {}",
                "assert dotted_settings({'p': {'q': {'r': 3}}, 's': 4}) == {'p.q.r': 3, 's': 4}",
            ),
            hidden=(
                "assert dotted_settings({'m': {'n': 1, 'o': 2}}) == {'m.n': 1, 'm.o': 2}",
                "assert dotted_settings({'a': {'b': {'c': {'d': 0}}}}) == {'a.b.c.d': 0}",
                "assert dotted_settings({'k': 'v', 'w': {'z': 'y'}}) == {'k': 'v', 'w.z': 'y'}",
                "assert dotted_settings({'e': {'f': 5}, 'g': {'h': 6}}) == {'e.f': 5, 'g.h': 6}",
            ),
        ),
        Probe(
            prompt="From the colour of each fruit, group the fruits that have the same colour.",
            signature="def fruits_of_hue(colours: dict[str, str]) -> dict[str, list[str]]",
            asserts=(
                "assert fruits_of_hue({'fig': 'g', 'nut': 'g', 'date': 'b'}) == {'g': ['fig', 'nut'], 'b': ['date']}",
                "assert fruits_of_hue({'fig': 'red'}) == {'red': ['fig']}",
                "assert fruits_of_hue({}) == {}",
                "assert fruits_of_hue({'a': 'x', 'b': 'y'}) == {'x': ['a'], 'y': ['b']}",
            ),
            hidden=(
                "assert fruits_of_hue({'p': 'r', 'q': 's', 't': 'r'}) == {'r': ['p', 't'], 's': ['q']}",
                "assert fruits_of_hue({'m': 'n', 'o': 'n'}) == {'n': ['m', 'o']}",
                "assert fruits_of_hue({'c': '1', 'd': '2', 'e': '1'}) == {'1': ['c', 'e'], '2': ['d']}",
                "assert fruits_of_hue({'beet': 'red', 'lime': 'lime'}) == {'red': ['beet'], 'lime': ['lime']}",
            ),
        ),
        Probe(
            prompt="Compare two stock lists: what changed, with the value before and the value after?",
            signature="def stock_changes(before: dict[str, int], after: dict[str, int]) -> dict[str, tuple]",
            asserts=(
                "assert stock_changes({'nut': 3, 'bolt': 1}, {'nut': 4, 'bolt': 1}) == {'nut': (3, 4)}",
                "assert stock_changes({'cog': 2}, {}) == {'cog': (2, None)}",
                "assert stock_changes({}, {'pin': 7}) == {'pin': (None, 7)}",
                "assert stock_changes({'a': 1}, {'a': 1}) == {}",
            ),
            hidden=(
                "assert stock_changes({'x': 1, 'y': 2}, {'y': 5}) == {'x': (1, None), 'y': (2, 5)}",
                "assert stock_changes({}, {}) == {}",
                "assert stock_changes({'k': 0}, {'k': 9}) == {'k': (0, 9)}",
                "assert stock_changes({'p': 4, 'q': 4}, {'q': 4}) == {'p': (4, None)}",
            ),
        ),
    ),
)
