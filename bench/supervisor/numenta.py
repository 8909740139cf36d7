"""The score of the Numenta Anomaly Benchmark, standard profile: `python -m bench.supervisor.numenta FOLDER`.

FOLDER is a checkout of the benchmark (https://github.com/numenta/NAB), of which `data/` and
`labels/combined_windows.json` are read; it is not part of Aurora. `python -m bench.supervisor.numenta made SEED` scores
the same detectors on files of the same form that bench/supervisor/made.py makes up.

Source of the score: A. Lavin, S. Ahmad, Evaluating real-time anomaly detection algorithms: the Numenta Anomaly
Benchmark (ICMLA 2015). A window counts by the first detection in it, the earlier the more; one without any costs. A
detection outside of all windows costs, the less the nearer behind one it is. One threshold holds for all files, the
best there is; 0 is the score of a detector that says nothing, 100 that of a perfect one.
"""

import csv
import json
import math
import sys
import tempfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, groupby
from pathlib import Path

from bench.supervisor.unusual import Surprise, WindowedGaussian

from aurora.engines.monitor.shifts import BLOCK, Level

FALSE = 0.11  # cost of a detection outside; a window found and one missed weigh 1 each
PROBATION, LONGEST = 0.15, 5_000  # share of a file that is not judged, and of how many rows at most
Detector = Callable[[], Callable[[float], float]]


def level() -> Callable[[float], float]:
    """What Luminar itself tells other levels by, each row taken for the mean of a minute: 1 when it does, else 0."""
    known, rows = Level(0.0), count()
    return lambda value: float(known.feed(BLOCK * next(rows), value) is not None)


DETECTORS: Mapping[str, Detector] = {
    "windowed Gaussian": lambda: WindowedGaussian().feed,
    "ours": lambda: Surprise().feed,
    "Luminar's levels": level,
}


@dataclass(frozen=True, slots=True)
class Series:
    """One file: its values, and its windows as first and last rows."""

    name: str
    values: Sequence[float]
    windows: Sequence[tuple[int, int]]


def read(folder: Path) -> list[Series]:
    """The files that have an entry among the windows; raises `OSError`, `ValueError` or `KeyError` for what is none."""
    labels = json.loads((folder / "labels/combined_windows.json").read_text("utf-8"))
    return [_series(folder / "data" / name, name, windows) for name, windows in sorted(labels.items())]


def _series(path: Path, name: str, windows: Iterable[Sequence[str]]) -> Series:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(datetime.fromisoformat(row["timestamp"]), float(row["value"])) for row in csv.DictReader(file)]
    moments = [moment for moment, _ in rows]
    ends = [(datetime.fromisoformat(begin), datetime.fromisoformat(end)) for begin, end in windows]
    found = [(bisect_left(moments, begin), bisect_right(moments, end) - 1) for begin, end in sorted(ends)]
    return Series(name, [value for _, value in rows], [(first, last) for first, last in found if first <= last])


def score(files: Sequence[tuple[Series, Sequence[float]]]) -> tuple[float, float]:
    """The score of what a detector said of each row of some files, and the threshold at which it has it."""
    points, windows = list[tuple[float, int | None, float]](), 0
    for series, said in files:
        spare = int(min(PROBATION * len(said), PROBATION * LONGEST))
        weights = worth(len(said), series.windows)
        points += [
            (given, None if window is None else windows + window, weight)
            for row, (given, (window, weight)) in enumerate(zip(said, weights, strict=True))
            if row >= spare
        ]
        windows += len(series.windows)
    if not windows:
        raise ValueError("no window in any file")
    best, threshold = _best(points, windows)
    return 100 * (best + windows) / (2 * windows), threshold


def _best(points: list[tuple[float, int | None, float]], windows: int) -> tuple[float, float]:
    """The best sum over all thresholds, and the threshold; each window counts by the best row that is told."""
    total, found = -float(windows), [-1.0] * windows
    best, threshold = total, math.inf
    points.sort(key=lambda each: -each[0])
    for given, group in groupby(points, key=lambda each: each[0]):
        for _, window, weight in group:
            if window is None:
                total += weight
            elif weight > found[window]:
                total += weight - found[window]
                found[window] = weight
        if total > best:
            best, threshold = total, given
    return best, threshold


def worth(rows: int, windows: Sequence[tuple[int, int]]) -> list[tuple[int | None, float]]:
    """Of each row, the window that it is in, and what a detection there is worth."""
    found, ahead, last = list[tuple[int | None, float]](), 0, None
    for row in range(rows):
        while ahead < len(windows) and row > windows[ahead][1]:
            last = windows[ahead]
            ahead += 1
        if ahead < len(windows) and row >= windows[ahead][0]:
            first, end = windows[ahead]
            found.append((ahead, bent(-(end - row + 1) / (end - first + 1)) / bent(-1.0)))
        elif last is None:
            found.append((None, -FALSE))
        else:
            found.append((None, FALSE * bent((row - last[1]) / max(1, last[1] - last[0]))))
    return found


def bent(place: float) -> float:
    """The scaled sigmoid: nearly 1 at the begin of a window (-1), 0 at its end, -1 far behind it."""
    return -1.0 if place > 3.0 else 2.0 / (1.0 + math.exp(5.0 * place)) - 1.0


def main(folder: Path) -> None:
    """Print the score of each detector."""
    files = read(folder)
    rows, windows = sum(len(each.values) for each in files), sum(len(each.windows) for each in files)
    print(f"{len(files)} files, {rows} rows, {windows} windows\n| detector | score | threshold |\n|---|---|---|")
    for name, detector in DETECTORS.items():
        said = [(series, list(map(detector(), series.values))) for series in files]
        figure, threshold = score(said)
        print(f"| {name} | {figure:.1f} | {threshold:.6g} |")


if __name__ == "__main__":
    if sys.argv[1] == "made":
        from bench.supervisor.made import make

        with tempfile.TemporaryDirectory() as made:
            make(Path(made), int(sys.argv[2]))
            main(Path(made))
    else:
        main(Path(sys.argv[1]))
