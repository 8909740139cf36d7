"""The score of the Numenta benchmark, on a folder that is small enough to reckon by hand."""

import json
import math
from pathlib import Path

import pytest
from bench.supervisor.made import make
from bench.supervisor.numenta import bent, level, main, read, score, worth
from bench.supervisor.unusual import Surprise, WindowedGaussian

ROWS = 60
WINDOW = "2026-01-01 00:10:00.000000", "2026-01-01 00:14:00.000000"  # rows 10 to 14


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data/a").mkdir(parents=True)
    (tmp_path / "labels").mkdir()
    lines = [f"2026-01-01 00:{minute:02}:00,{minute % 3}.5" for minute in range(ROWS)]
    (tmp_path / "data/a/one.csv").write_text("timestamp,value\n" + "\n".join(lines) + "\n", "utf-8")
    (tmp_path / "labels/combined_windows.json").write_text(json.dumps({"a/one.csv": [WINDOW]}), "utf-8")
    return tmp_path


def scored(folder: Path, told: dict[int, float]) -> float:
    (series,) = read(folder)
    return score([(series, [told.get(row, 0.0) for row in range(ROWS)])])[0]


def test_a_window_is_read_as_its_rows(folder: Path) -> None:
    (series,) = read(folder)
    assert (series.name, len(series.values), series.windows) == ("a/one.csv", ROWS, [(10, 14)])


def test_the_first_row_of_a_window_is_worth_one_and_nothing_at_all_is_worth_nothing(folder: Path) -> None:
    assert scored(folder, {10: 1.0}) == pytest.approx(100.0)
    assert scored(folder, {}) == 0.0


def test_a_later_row_is_worth_less_and_the_best_of_several_counts(folder: Path) -> None:
    late = (2 / (1 + math.exp(-3)) - 1) / (2 / (1 + math.exp(-5)) - 1)  # 3 of 5 rows before the end
    assert scored(folder, {12: 1.0}) == pytest.approx(50 * (1 + late)) == pytest.approx(95.87, abs=0.01)
    assert scored(folder, {12: 1.0, 13: 1.0, 14: 1.0}) == pytest.approx(50 * (1 + late))


def test_what_is_told_outside_costs_the_less_the_nearer_it_is_behind_a_window(folder: Path) -> None:
    behind = 0.11 * (1 - 2 / (1 + math.exp(5 * 5 / 4)))  # 5 rows behind one that is 4 rows from begin to end
    assert scored(folder, {10: 0.5, 9: 1.0}) == pytest.approx(50 * (2 - 0.11)) == pytest.approx(94.5)
    assert scored(folder, {10: 0.5, 19: 1.0}) == pytest.approx(50 * (2 - behind)) == pytest.approx(94.52, abs=0.01)
    assert scored(folder, {10: 0.5, 1: 1.0}) == pytest.approx(100.0), "the first 15 % are not judged"
    assert scored(folder, {10: 1.0, 9: 0.5}) == pytest.approx(100.0), "the best threshold leaves it out"


def test_the_weight_of_a_place_falls_from_one_before_to_minus_one_far_behind() -> None:
    assert (bent(0.0), bent(3.1)) == (0.0, -1.0)
    assert bent(-1.0) == pytest.approx(0.98661, abs=1e-5)
    assert [window for window, _ in worth(4, [(0, 0), (2, 2)])] == [0, None, 1, None]


@pytest.mark.parametrize("text", ["", "[", '{"a/none.csv": []}', '{"a/one.csv": [["x", "y"]]}', '{"a/one.csv": [[1]]}'])
def test_a_folder_that_is_no_benchmark_is_refused(folder: Path, text: str) -> None:
    (folder / "labels/combined_windows.json").write_text(text, "utf-8")
    with pytest.raises((OSError, ValueError, TypeError)):
        read(folder)


def test_files_without_a_window_have_no_score(folder: Path) -> None:
    (folder / "labels/combined_windows.json").write_text('{"a/one.csv": []}', "utf-8")
    with pytest.raises(ValueError, match="no window"):
        scored(folder, {})


@pytest.mark.parametrize("detector", [WindowedGaussian, Surprise])
def test_a_detector_is_the_surest_of_what_never_was(detector: type[WindowedGaussian | Surprise]) -> None:
    one = detector()
    said = [one.feed(row % 7 + (50.0 if row == 700 else 0.0)) for row in range(1_000)]
    assert said[0] == 0.0
    assert all(0.0 <= each <= 1.0 for each in said)
    assert 100 + said[100:].index(max(said[100:])) == 700


def test_what_luminar_tells_levels_by_says_one_once_after_a_shift() -> None:
    feed = level()
    said = [feed(100.0 + row % 3 + 80 * (row >= 60)) for row in range(120)]
    assert [row for row, each in enumerate(said) if each] == [66]


def test_a_window_of_values_is_moved_in_steps() -> None:
    one = WindowedGaussian(size=4, step=2)
    for value in (1.0, 2.0, 1.0, 2.0, 100.0):
        one.feed(value)
    assert one.feed(100.0) > 0.999
    assert one.feed(100.0) < 0.9


def test_a_corpus_that_was_made_up_is_scored_from_end_to_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make(tmp_path, 3)
    files = read(tmp_path)
    assert len(files) == 30
    assert all(each.windows and each.windows[0][0] > 0.15 * len(each.values) for each in files)
    main(tmp_path)
    assert "| windowed Gaussian |" in capsys.readouterr().out
