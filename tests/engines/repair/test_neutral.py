import pytest

from aurora.engines.repair.neutral import count_neutral


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x +", 0),
        ("y = x + 1", 0),
        ("y = 0 - x", 0),
        ("y = x * 0", 0),
        ("y = x + False", 0),
        ("y = x / 1", 0),
        ("y = x + 0", 1),
        ("y = 0 + x - 0", 2),
        ("y = 1 * x ** 1", 2),
        ("y += 0", 1),
        ("y *= 2", 0),
    ],
)
def test_operations_with_a_neutral_operand_are_counted(text: str, count: int) -> None:
    assert count_neutral({"m.py": text}) == count
