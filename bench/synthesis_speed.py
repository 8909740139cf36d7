"""How fast the enumeration is: programs a second and a profile, on problems of its own.

Run: python bench/synthesis_speed.py [--profile]
"""

import argparse
import cProfile
import gc
import pstats
import time

from aurora.engines.synthesis.bank import Bank
from aurora.engines.synthesis.bench import Bench
from aurora.engines.synthesis.library import load
from aurora.engines.synthesis.problem import read
from aurora.model.task import SynthesisTask

_PACKAGES = ("aurora.units.knowledge",)
_UNSOLVABLE = {
    "numbers": ("def f(a, b)", ("assert f(3, 8) == 90017", "assert f(12, 5) == -4", "assert f(7, 7) == 3")),
    "lists": ("def f(xs)", ("assert f([3, 8, 1]) == 90017", "assert f([5, 2]) == -4", "assert f([7, 7, 9, 0]) == 3")),
    "text": ("def f(s)", ("assert f('some words') == '#9!'", "assert f('x y') == '??'", "assert f('abc') == '0-'")),
}


def measured(kind: str, seconds: float) -> tuple[Bank, int, float]:
    """(the bank, the last full level, processor seconds) of the enumeration alone, without garbage collections."""
    signature, asserts = _UNSOLVABLE[kind]
    space = Bench(load(_PACKAGES), seconds).work(read(SynthesisTask("", "f", signature, asserts=asserts))).space
    begun = time.process_time()
    for _ in space.fill(40):
        if time.process_time() - begun > seconds:
            break
    return space.bank, space.filled, time.process_time() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    gc.disable()  # as in the guest
    for kind in _UNSOLVABLE:
        profile = cProfile.Profile()
        if options.profile:
            profile.enable()
        bank, level, seconds = measured(kind, options.seconds)
        profile.disable()
        rates = f"{bank.tried / seconds:,.0f} programs and {bank.meter.steps / seconds:,.0f} steps a second"
        print(f"{kind}: {bank.tried:,} programs, {bank.count:,} behaviours, level {level}; {rates}")
        if options.profile:
            pstats.Stats(profile).sort_stats("tottime").print_stats(12)


if __name__ == "__main__":
    main()
