"""What an output tells of each element."""

import pytest

from aurora.engines.synthesis.elements import kept


@pytest.mark.parametrize(
    ("row", "output", "labels"),
    [
        ([1, 2, 3], [2], [False, True, False]),
        ([1, 2, 1], [1], [True, False, False]),
        ([1, 2], [], [False, False]),
        ([1, 2], [2, 1], None),
        ([1], [True], None),
    ],
)
def test_a_subsequence_labels_the_elements_it_keeps(
    row: list[object], output: list[object], labels: list[bool] | None
) -> None:
    assert kept(row, output) == labels
