"""Closures: what decorators remember, as pure steps."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=16,
    probes=(
        Probe(
            prompt="Which requests hit a cache that keeps the last used goods, up to its capacity?",
            signature="def served_from_shelf(requests: list[str], places: int) -> list[bool]",
            asserts=(
                "assert served_from_shelf(['a', 'b', 'a'], 2) == [False, False, True]",
                "assert served_from_shelf(['x', 'x'], 1) == [False, True]",
                "assert served_from_shelf([], 3) == []",
                "assert served_from_shelf(['a', 'b', 'c', 'a'], 2) == [False, False, False, False]",
            ),
            hidden=(
                "assert served_from_shelf(['p', 'q', 'p', 'r', 'q'], 2) == [False, False, True, False, False]",
                "assert served_from_shelf(['m', 'n', 'm', 'n'], 1) == [False, False, False, False]",
                "assert served_from_shelf(['k', 'l', 'k', 'j', 'k'], 2) == [False, False, True, False, True]",
                "assert served_from_shelf(['z', 'z', 'z'], 2) == [False, True, True]",
            ),
        ),
        Probe(
            prompt="Give files that are saved under a used name a new one with _1, _2 and so on.",
            signature="def save_names(names: list[str]) -> list[str]",
            asserts=(
                "assert save_names(['a', 'b', 'a']) == ['a', 'b', 'a_1']",
                "assert save_names(['x', 'x', 'x']) == ['x', 'x_1', 'x_2']",
                "assert save_names([]) == []",
                "assert save_names(['m']) == ['m']",
            ),
            hidden=(
                "assert save_names(['a', 'a_1', 'a']) == ['a', 'a_1', 'a_2']",
                "assert save_names(['p', 'q', 'p', 'q']) == ['p', 'q', 'p_1', 'q_1']",
                "assert save_names(['log', 'log', 'log', 'log']) == ['log', 'log_1', 'log_2', 'log_3']",
                "assert save_names(['k', 'k', 'k_1']) == ['k', 'k_1', 'k_1_1']",
            ),
        ),
        Probe(
            prompt="Throttle a bell: which pulls ring it, when a minimum interval lies between two rings?",
            signature="def bell_rings(pulls: list[int], minutes: int) -> list[int]",
            asserts=(
                "assert bell_rings([0, 1, 5, 6, 11], 5) == [0, 5, 11]",
                "assert bell_rings([3], 10) == [3]",
                "assert bell_rings([], 5) == []",
                "assert bell_rings([0, 2, 4, 6], 4) == [0, 4]",
            ),
            hidden=(
                "assert bell_rings([1, 2, 3, 4], 1) == [1, 2, 3, 4]",
                "assert bell_rings([0, 9, 10, 19, 20], 10) == [0, 10, 20]",
                "assert bell_rings([5, 5, 5], 2) == [5]",
                "assert bell_rings([0, 3, 7, 8, 15], 4) == [0, 7, 15]",
            ),
        ),
    ),
)
