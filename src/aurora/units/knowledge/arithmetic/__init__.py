"""Arithmetic: everyday sums, shares and scales."""

from aurora.contracts.pack import Pack, Probe

PACK = Pack(
    number=1,
    probes=(
        Probe(
            prompt="Count the carries when two prices are added digit by digit on paper.",
            signature="def carried_columns(first: int, second: int) -> int",
            asserts=(
                "assert carried_columns(58, 67) == 2",
                "assert carried_columns(120, 34) == 0",
                "assert carried_columns(909, 191) == 3",
                "assert carried_columns(0, 0) == 0",
            ),
            hidden=(
                "assert carried_columns(95, 5) == 2",
                "assert carried_columns(4444, 5556) == 4",
                "assert carried_columns(7, 2) == 0",
                "assert carried_columns(18273, 645) == 1",
            ),
        ),
        Probe(
            prompt="Two hands stand on a circle of some marks: what is the shortest distance between them?",
            signature="def dial_gap(here: int, there: int, marks: int) -> int",
            asserts=(
                "assert dial_gap(1, 11, 12) == 2",
                "assert dial_gap(3, 7, 24) == 4",
                "assert dial_gap(0, 6, 12) == 6",
                "assert dial_gap(5, 5, 9) == 0",
            ),
            hidden=(
                "assert dial_gap(23, 2, 24) == 3",
                "assert dial_gap(10, 1, 10) == 1",
                "assert dial_gap(0, 50, 60) == 10",
                "assert dial_gap(7, 0, 8) == 1",
            ),
        ),
    ),
)
