"""Sorting: orders, ranks and merges."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=13,
    probes=(
        Probe(
            prompt="Put cards in the order least, greatest, second least, second greatest, and so on, alternately.",
            signature="def fan_order(cards: list[int]) -> list[int]",
            asserts=(
                "assert fan_order([1, 2, 3, 4]) == [1, 4, 2, 3]",
                "assert fan_order([9, 5, 7]) == [5, 9, 7]",
                "assert fan_order([]) == []",
                "assert fan_order([6]) == [6]",
            ),
            hidden=(
                "assert fan_order([3, 1, 3, 2, 5]) == [1, 5, 2, 3, 3]",
                "assert fan_order([8, 8]) == [8, 8]",
                "assert fan_order([10, 40, 20, 30, 60, 50]) == [10, 60, 20, 50, 30, 40]",
                "assert fan_order([2, 1]) == [1, 2]",
            ),
        ),
        Probe(
            prompt="Order jobs by their dependencies: the earlier one of each pair comes before the later one.",
            signature="def job_order(rules: list[tuple[str, str]]) -> list[str]",
            asserts=(
                "assert job_order([('a', 'b'), ('b', 'c')]) == ['a', 'b', 'c']",
                "assert job_order([('x', 'y')]) == ['x', 'y']",
                "assert job_order([]) == []",
                "assert job_order([('m', 'n'), ('l', 'm')]) == ['l', 'm', 'n']",
            ),
            hidden=(
                "assert job_order([('p', 'q'), ('q', 'r'), ('r', 's')]) == ['p', 'q', 'r', 's']",
                "assert job_order([('2', '1'), ('3', '2')]) == ['3', '2', '1']",
                "assert job_order([('e', 'f'), ('e', 'g'), ('f', 'g')]) == ['e', 'f', 'g']",
                "assert job_order([('k', 'j'), ('j', 'i'), ('i', 'h')]) == ['k', 'j', 'i', 'h']",
            ),
        ),
        Probe(
            prompt="Rank runners by time; equal times share the first of their places.",
            signature="def finish_places(times: list[int]) -> list[int]",
            asserts=(
                "assert finish_places([30, 10, 20]) == [3, 1, 2]",
                "assert finish_places([5, 5, 7]) == [1, 1, 3]",
                "assert finish_places([]) == []",
                "assert finish_places([9]) == [1]",
            ),
            hidden=(
                "assert finish_places([3, 3, 3]) == [1, 1, 1]",
                "assert finish_places([50, 40, 40, 60]) == [3, 1, 1, 4]",
                "assert finish_places([1, 2, 3, 4]) == [1, 2, 3, 4]",
                "assert finish_places([8, 6, 8, 6]) == [3, 1, 3, 1]",
            ),
        ),
    ),
)
