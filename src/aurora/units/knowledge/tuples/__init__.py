"""Tuples: pairs, rows and records."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=8,
    probes=(
        Probe(
            prompt="Make rows of some fields of records, in the order of the fields, with None for a missing one.",
            signature="def field_rows(records: list[dict[str, int]], fields: list[str]) -> list[list[int | None]]",
            asserts=(
                "assert field_rows([{'a': 1, 'b': 2}, {'b': 3}], ['b', 'a']) == [[2, 1], [3, None]]",
                "assert field_rows([{'x': 5}], ['x']) == [[5]]",
                "assert field_rows([], ['k']) == []",
                "assert field_rows([{'m': 7}], []) == [[]]",
            ),
            hidden=(
                "assert field_rows([{'p': 1}, {'q': 2}], ['p', 'q']) == [[1, None], [None, 2]]",
                "assert field_rows([{}], ['z']) == [[None]]",
                "assert field_rows([{'u': 0, 'v': 9}], ['v']) == [[9]]",
                "assert field_rows([{'c': 4, 'd': 6, 'e': 8}], ['e', 'c']) == [[8, 4]]",
            ),
        ),
        Probe(
            prompt="Select some columns of the rows of a table, in the order of the places asked for.",
            signature="def read_columns(table: list[list[int]], columns: list[int]) -> list[list[int]]",
            asserts=(
                "assert read_columns([[1, 2, 3], [4, 5, 6]], [2, 0]) == [[3, 1], [6, 4]]",
                "assert read_columns([[7, 8]], [1]) == [[8]]",
                "assert read_columns([], [0]) == []",
                "assert read_columns([[1, 2], [3, 4]], [0, 0]) == [[1, 1], [3, 3]]",
            ),
            hidden=(
                "assert read_columns([[9, 8, 7]], [1, 2, 0]) == [[8, 7, 9]]",
                "assert read_columns([[1], [2], [3]], [0]) == [[1], [2], [3]]",
                "assert read_columns([[5, 6], [7, 8]], []) == [[], []]",
                "assert read_columns([[1, 2, 3, 4]], [3, 1]) == [[4, 2]]",
            ),
        ),
    ),
)
