"""Files in the form of the Numenta Anomaly Benchmark, made up: healthy metrics with one or two things wrong in each.

The healthy shapes are those of forecast.py, at one value in five minutes, with noise and a daily rhythm; what goes
wrong is a spike, a shift of the level, growing noise, a begin of a leak, and a value that stands still. As in the
benchmark, the windows around all that is wrong in a file are a tenth of it, and nothing is wrong in its first part.
"""

import csv
import json
import math
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

from bench.supervisor.forecast import LENGTH, healthy

ROWS = 4_000
DAY = 288  # rows
KINDS = ("constant", "collected", "warming", "periodic", "bursts", "walk")
WRONGS = ("spike", "shift", "noise", "leak", "still")
Wrong = Callable[[int, float], float]
_BEGIN = datetime(2026, 1, 1)  # noqa: DTZ001 - as in the benchmark


def make(folder: Path, seed: int) -> None:
    """Write `data/made/*.csv` and `labels/combined_windows.json`."""
    chance, labels = random.Random(seed), dict[str, list[tuple[str, str]]]()
    (folder / "data/made").mkdir(parents=True)
    (folder / "labels").mkdir()
    for kind, wrong in product(KINDS, WRONGS):
        places = sorted(chance.sample(range(ROWS // 4, ROWS - ROWS // 10, ROWS // 8), chance.randint(1, 2)))
        values = _values(kind, wrong, places, chance)
        name = f"made/{kind}-{wrong}.csv"
        with (folder / "data" / name).open("w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(("timestamp", "value"))
            out.writerows((_moment(row), f"{value:.4f}") for row, value in enumerate(values))
        half = ROWS // 20 // len(places)
        labels[name] = [(_moment(place - half), _moment(place + half)) for place in places]
    (folder / "labels/combined_windows.json").write_text(json.dumps(labels, indent=1), "utf-8")


def _values(kind: str, wrong: str, places: list[int], chance: random.Random) -> list[float]:
    shape, noise, rhythm = healthy(kind, chance), chance.uniform(0.5, 3.0), chance.uniform(0, 20)
    values = [
        shape(row / ROWS * LENGTH) + chance.gauss(0, noise) + rhythm * math.sin(2 * math.pi * row / DAY)
        for row in range(ROWS)
    ]
    for place in places:
        height = chance.uniform(6, 15) * noise + rhythm
        for row in range(place, min(ROWS, place + 60)):
            values[row] = _changed(wrong, values, row, place, height, chance)
        if wrong == "shift":
            values[place + 60 :] = [value + height for value in values[place + 60 :]]
    return values


def _changed(wrong: str, values: list[float], row: int, place: int, height: float, chance: random.Random) -> float:
    """The value of a row, while something is wrong that began at a place."""
    match wrong:
        case "spike":
            return values[row] + (height * 2 if row < place + 3 else 0.0)
        case "shift":
            return values[row] + height
        case "noise":
            return values[row] + chance.gauss(0, height / 2)
        case "leak":
            return values[row] + height * (row - place) / 20
        case _:
            return values[place]


def _moment(row: int) -> str:
    return (_BEGIN + timedelta(minutes=5 * row)).isoformat(sep=" ")
