"""Levels come from what was run and measured."""

import pytest

from aurora.registry.grade import Level, Measurement, grade


def test_something_without_parts_is_only_declared_even_when_a_row_names_it() -> None:
    assert grade("a", parts=0, failures=0, measurements=[Measurement("a", "eval", 1.0, 0.0)]) is Level.DECLARED


def test_a_failing_example_takes_every_level_above_declared_away() -> None:
    assert grade("a", parts=3, failures=1, measurements=[Measurement("a", "eval", 1.0, 0.0)]) is Level.DECLARED


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ([], Level.PROVEN),
        ([Measurement("b", "eval", 1.0, 0.0)], Level.PROVEN),
        ([Measurement("a", "eval", 0.5, 0.5)], Level.MEASURED),
        ([Measurement("a", "eval", 0.5, 0.6)], Level.MEASURED),
        ([Measurement("a", "eval", 0.5, 0.6), Measurement("a", "run", 0.5, 0.4)], Level.USEFUL),
    ],
)
def test_the_level_follows_the_measurements(rows: list[Measurement], level: Level) -> None:
    assert grade("a", parts=1, failures=0, measurements=rows) is level


def test_levels_are_written_as_words() -> None:
    assert [str(level) for level in Level] == ["declared", "proven", "measured", "useful"]
