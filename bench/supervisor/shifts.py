"""How well other levels are told apart from health: `python -m bench.supervisor.shifts [TRACES] [SEED]`.

Simulated traces of the memory of one service, one sample in five seconds, seen by what Luminar itself uses. Healthy
ones are the eight kinds of forecast.py, over two hours and over three days; an alarm is right where the shape without
its noise really jumps. Steps are measured in spreads of the means of a minute. Nights are a job that begins each day at
about the same time; a night without it is told as not usual. Response times are of the same kinds, at 0.05 to 5 ms a
MiB, with the noise and the tail of answers: log-normal, and one in 200 takes twenty times as long.
"""

import math
import random
import sys
import time
from collections.abc import Iterator
from statistics import median, quantiles

from bench.supervisor.forecast import LENGTH, STEP, Shape, healthy

from aurora.engines.monitor.habits import GRACE, Habits

KINDS = ("constant", "collected", "warming", "daily", "periodic", "steps", "bursts", "walk")
DAY, HOUR, MINUTE = 86_400.0, 3_600.0, 60.0
MONDAY = time.mktime((2026, 11, 2, 0, 0, 0, 0, 0, -1))
Told = tuple[float, dict[str, float]]


def told(shape: Shape, length: float, noise: float, chance: random.Random) -> list[Told]:
    """The moment of each alarm, and what it says."""
    found, moment = list[Told](), 0.0
    habits = Habits(lambda _, facts: found.append((moment, facts)))  # type: ignore[arg-type]
    while moment < length:
        memory = shape(moment) + chance.gauss(0, noise)
        habits.feed(("a", 1), moment, MONDAY + moment, 0.0, {"memory": memory})
        moment += STEP
    return found


def answered(shape: Shape, length: float, spread: float, chance: random.Random) -> list[Told]:
    """The same of a response time of so many seconds, whose logarithm has a spread."""
    found, moment = list[Told](), 0.0
    habits = Habits(lambda _, facts: found.append((moment, facts)))  # type: ignore[arg-type]
    while moment < length:
        tail = 20.0 if chance.random() < 0.005 else 1.0
        seconds = shape(moment) * chance.lognormvariate(0, spread) * tail
        habits.feed(("a", 1), moment, MONDAY + moment, 0.0, {"response time": seconds})
        moment += STEP
    return found


def scaled(shape: Shape, factor: float) -> Shape:
    """So many times a shape."""
    return lambda t: factor * shape(t)


def right(shape: Shape, alarm: Told) -> bool:
    """Whether the shape really jumps, half of the move at least, within two minutes of the moment that was told.

    What only says that an hour is not as usual is never right here, where every day is healthy.
    """
    at, facts = alarm
    if "seconds_ago" not in facts:
        return False
    since = at - facts["seconds_ago"]
    jump = shape(since + 2 * MINUTE) - shape(max(0.0, since - 2 * MINUTE))
    return abs(jump) >= 0.5 * abs(facts["after"] - facts["before"]) and (jump > 0) is (facts["after"] > facts["before"])


def wrong_shares(
    traces: int, length: float, chance: random.Random, *, answers: bool = False
) -> Iterator[tuple[str, int, int]]:
    """Each healthy kind, of memory or of `answers`: how many traces had a wrong alarm, and how many a right one."""
    for kind in KINDS:
        bad = good = 0
        for _ in range(traces):
            shape = healthy(kind, chance, length)
            if answers:
                spread, unit = chance.uniform(0.1, 1.0), 10 ** chance.uniform(-4.3, -2.3)
                mean = scaled(shape, unit * math.exp(spread**2 / 2) * (1 + 0.005 * 19))  # of noisy answers
                alarms = answered(scaled(shape, unit), length, spread, chance)
            else:
                mean, alarms = shape, told(shape, length, chance.uniform(0.1, 4.0), chance)
            bad += any(not right(mean, each) for each in alarms)
            good += any(right(mean, each) for each in alarms)
        yield kind, bad, good


def slower(traces: int, factor: float, chance: random.Random) -> tuple[int, list[float], int]:
    """Of response times that go to so many times as long: how many were told, after how many seconds, wrong alarms."""
    hits, delays, wrong = 0, list[float](), 0
    for _ in range(traces):
        base, at = chance.uniform(0.06, 0.25), chance.uniform(2_400, 4_800)

        def shape(t: float, base: float = base, at: float = at) -> float:
            return base * (factor if t >= at else 1.0)

        alarms = answered(shape, LENGTH, chance.uniform(0.1, 1.0), chance)
        ours = [each for each in alarms if each[0] >= at]
        wrong += len(alarms) - bool(ours)
        hits += bool(ours)
        delays += [ours[0][0] - at] if ours else []
    return hits, delays, wrong


def steps(traces: int, spreads: float, chance: random.Random) -> tuple[int, list[float], list[float], int]:
    """Of steps of a height: how many were told, after how many seconds, how far off, and how many alarms were wrong."""
    hits, delays, errors, wrong = 0, list[float](), list[float](), 0
    for _ in range(traces):
        base, at = chance.uniform(60, 250), chance.uniform(2_400, 4_800)
        spread = base * chance.uniform(0.06, 0.1)  # of the means of a minute, so that five of them are material
        height = spreads * spread * (chance.choice((-1, 1)) if spreads * spread < base else 1)

        def shape(t: float, base: float = base, at: float = at, height: float = height) -> float:
            return base + height * (t >= at)

        alarms = told(shape, LENGTH, spread * (MINUTE / STEP) ** 0.5, chance)
        ours = [each for each in alarms if each[0] >= at]
        wrong += len(alarms) - bool(ours)
        if ours:
            hits += 1
            delays.append(ours[0][0] - at)
            errors.append(abs(ours[0][0] - ours[0][1]["seconds_ago"] - at))
    return hits, delays, errors, wrong


def nights(traces: int, length: float, chance: random.Random) -> tuple[float, int]:
    """A job each night, up to ten minutes earlier or later: alarms a trace in the first days, traces with one later."""
    first = after = 0
    for _ in range(traces):
        base, height, begin = chance.uniform(60, 250), chance.uniform(0.5, 2.0), chance.uniform(0, 22) * HOUR
        late = [chance.uniform(-600, 600) for _ in range(9)]

        def shape(t: float, base: float = base, height: float = height, begin: float = begin) -> float:
            into = t % DAY - begin - late[int(t // DAY)]  # noqa: B023 - used before the next round
            return base * (1 + height * (0 <= into < length))

        days = [int(at // DAY) for at, _ in told(shape, 8 * DAY, 0.02 * base, chance)]
        first += sum(day < 4 for day in days)  # Monday to Wednesday, and the first Thursday hour that is judged by them
        after += any(day == 4 for day in days) or any(day == 7 for day in days)
    return first / traces, after


def missing_nights(traces: int, chance: random.Random) -> tuple[int, int]:
    """Of jobs of five hours each night, of which one does not come after a week: how many were told, alarms before."""
    hits = before = 0
    for _ in range(traces):
        base, begin = chance.uniform(60, 250), chance.uniform(0, 18) * HOUR

        def shape(t: float, base: float = base, begin: float = begin) -> float:
            return base * (1 + (begin <= t % DAY < begin + 5 * HOUR and t < 8 * DAY))

        found = [int(at // DAY) for at, _ in told(shape, 9 * DAY, 0.02 * base, chance)]
        hits += 8 in found
        before += 7 in found
    return hits, before


def cost(services: int, samples: int) -> float:
    """Seconds of processor time for so many samples of five figures of so many services."""
    habits, chance, begun = Habits(lambda *_: None), random.Random(1), 0.0
    memory = [chance.uniform(50, 60) for _ in range(997)]
    for number in range(-1, samples):
        if number == 0:
            begun = time.process_time()
        now = GRACE + number if number >= 0 else 0.0  # the first sample is of the start
        for service in range(services):
            figures = {"memory": memory[(number + service) % 997], "threads": 3.0, "descriptors": 12.0}
            figures["response time"] = 0.002
            habits.feed((str(service), 1), now, MONDAY + now, 0.02 * now, figures)
    return time.process_time() - begun


def response(traces: int, seed: int) -> None:
    """Print what is told of response times."""
    chance = random.Random(seed)
    print("| healthy response times | traces | wrong alarm | right alarm |\n|---|---|---|---|")
    for words, many, length in (("two hours", traces, LENGTH), ("three days", max(1, traces // 10), 3 * DAY)):
        found = list(wrong_shares(many, length, chance, answers=True))
        for kind, bad, good in found:
            print(f"| {kind}, {words} | {many} | {bad / many:.1%} | {good / many:.1%} |")
        bad = sum(each[1] for each in found)
        print(f"| all, {words} | {many * len(KINDS)} | {bad / many / len(KINDS):.2%} | |", flush=True)
    print("\n| response time of | traces | told | delay p50 s | wrong |\n|---|---|---|---|---|")
    for factor in (2.0, 4.0, 10.0):
        hits, delays, wrong = slower(traces, factor, chance)
        print(
            f"| {factor:g} times | {traces} | {hits / traces:.1%} | {median(delays or [0]):.0f} | {wrong} |", flush=True
        )
    print()


def main(traces: int, seed: int) -> None:
    chance, few = random.Random(seed), max(1, traces // 10)
    response(traces, seed)
    for words, many, length in (("two hours", traces, LENGTH), ("three days", few, 3 * DAY)):
        print(f"| healthy, {words} | traces | wrong alarm | right alarm |\n|---|---|---|---|")
        found = list(wrong_shares(many, length, chance))
        for kind, bad, good in found:
            print(f"| {kind} | {many} | {bad / many:.1%} | {good / many:.1%} |")
        bad = sum(each[1] for each in found)
        print(f"| all | {many * len(KINDS)} | {bad / many / len(KINDS):.2%} | |\n", flush=True)
    print(
        "| step of | traces | told | delay p50 s | p90 | moment off by p90 s | wrong |\n|---|---|---|---|---|---|---|"
    )
    for spreads in (5.0, 8.0, 20.0):
        hits, delays, errors, wrong = steps(traces, spreads, chance)
        tenths = quantiles(delays, n=10)[-1], quantiles(errors, n=10)[-1]
        print(
            f"| {spreads:g} spreads | {traces} | {hits / traces:.1%} | {median(delays):.0f} | {tenths[0]:.0f} | "
            f"{tenths[1]:.0f} | {wrong} |"
        )
    print(
        "\n| each night | traces | alarms a trace, first four days | traces with one later |\n|---|---|---|---|",
        flush=True,
    )
    for minutes in (30, 90, 300):
        many = max(1, traces // 20)
        first, after = nights(many, minutes * MINUTE, chance)
        print(f"| {minutes} minutes | {many} | {first:.1f} | {after / many:.0%} |", flush=True)
    many = max(1, traces // 20)
    hits, before = missing_nights(many, chance)
    print(f"\na night without its job, after eight: told {hits} of {many}; the usual night before: {before}")
    for many in (600, 7_200):  # the values of ten minutes, and of as long as values are kept
        print(f"\n100 services, 5 figures, {many} samples: {cost(100, many):.2f} s of processor time")


if __name__ == "__main__":
    given = [*map(int, sys.argv[1:]), *(100, 7)[len(sys.argv) - 1 :]]
    main(given[0], given[1])
