"""How well leaks are told apart from health: `python -m bench.supervisor.forecast [TRACES] [SEED]`.

Simulated traces of two hours, one sample in five seconds, against a limit of 500 MiB: healthy ones of eight kinds, and
leaks of four. Told is the share of leaks with an alarm before the limit; lead is the time from the first alarm to the
limit; error is that of the forecast when half of the lead is over.
"""

import math
import random
import sys
from collections.abc import Callable, Iterator
from statistics import median, quantiles

from aurora.engines.monitor.forecast import Forecaster

LIMIT = 500.0  # MiB
STEP = 5.0  # seconds
LENGTH = 7_200.0  # seconds
Shape = Callable[[float], float]


def healthy(kind: str, chance: random.Random, length: float = LENGTH) -> Shape:
    """A shape of memory over so many seconds that never reaches the limit."""
    base, size = chance.uniform(60, 250), chance.uniform(5, 100)
    period = chance.uniform(60, 3_000)
    steps = sorted((chance.uniform(0, length), chance.uniform(2, 25)) for _ in range(3))
    bursts = [chance.uniform(0, length) for _ in range(10)]
    walk = [base]
    for _ in range(int(length / STEP) + 2):
        walk.append(min(base + 40, max(base - 40, walk[-1] + chance.gauss(0, 0.8))))
    shapes: dict[str, Shape] = {
        "constant": lambda _: base,
        "collected": lambda t: base + size * ((t / period) % 1),
        "warming": lambda t: base + size * (1 - math.exp(-t / period)),
        "daily": lambda t: base + size * math.sin(2 * math.pi * (t + period * 20) / 86_400),
        "periodic": lambda t: base + size / 2 * (1 + math.sin(2 * math.pi * t / period)),
        "steps": lambda t: base + sum(height for at, height in steps if at <= t),
        "bursts": lambda t: base + sum(size * (0 <= t - at < 120) for at in bursts),
        "walk": lambda t: walk[int(t / STEP)],
    }
    return shapes[kind]


def leaking(kind: str, chance: random.Random) -> tuple[Shape, float]:
    """A shape of memory over time that reaches the limit, and when."""
    base, end = chance.uniform(60, 200), chance.uniform(2_400, 7_000)
    begin = chance.uniform(0, min(1_200, end - 2_000)) if kind == "late" else 0.0
    power = 1.5 if kind == "growing" else 1.0
    size = chance.uniform(5, 40) if kind == "collected" else 0.0
    period = chance.uniform(60, 300)

    def shape(t: float) -> float:
        share = math.pow(max(0.0, (t - begin) / (end - begin)), power)
        return base + (LIMIT - base) * share + size * ((t / period) % 1)

    return shape, end


def alarms(shape: Shape, end: float, chance: random.Random) -> Iterator[tuple[float, float]]:
    """Every forecast that stood: the moment and the seconds that it named."""
    forecaster, noise = Forecaster(LIMIT), chance.uniform(0.1, 4.0)
    moment = 0.0
    while moment < end:
        told = forecaster.feed(moment, shape(moment) + abs(chance.gauss(0, noise)))
        if told:
            yield moment, told.seconds
        moment += STEP


def main(traces: int, seed: int) -> None:
    chance = random.Random(seed)
    print("| healthy | traces | with an alarm |\n|---|---|---|")
    wrong = 0
    kinds = ("constant", "collected", "warming", "daily", "periodic", "steps", "bursts", "walk")
    for kind in kinds:
        bad = sum(any(True for _ in alarms(healthy(kind, chance), LENGTH, chance)) for _ in range(traces))
        wrong += bad
        print(f"| {kind} | {traces} | {bad / traces:.1%} |")
    print(f"| all | {traces * len(kinds)} | {wrong / traces / len(kinds):.2%} |\n")
    print("| leak | traces | told | lead p10 min | lead p50 min | error p50 |\n|---|---|---|---|---|---|")
    for kind in ("steady", "collected", "growing", "late"):
        leads, errors, told = [], [], 0
        for _ in range(traces):
            shape, end = leaking(kind, chance)
            found = list(alarms(shape, end, chance))
            if not found:
                continue
            told += 1
            first = found[0][0]
            leads.append((end - first) / 60)
            at, seconds = min(found, key=lambda each: abs(each[0] - (first + end) / 2))
            errors.append(abs(seconds - (end - at)) / (end - at))
        print(
            f"| {kind} | {traces} | {told / traces:.1%} | {quantiles(leads, n=10)[0]:.0f} | {median(leads):.0f} | "
            f"{median(errors):.0%} |"
        )


if __name__ == "__main__":
    given = [*map(int, sys.argv[1:]), *(100, 7)[len(sys.argv) - 1 :]]
    main(given[0], given[1])
