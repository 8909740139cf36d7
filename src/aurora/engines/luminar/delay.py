"""How long to wait before a restart: exponential back-off with jitter and cap."""

import random

from aurora.model.service import Policy


def before_restart(policy: Policy, failures: int, seed: str) -> float:
    """Seconds to wait after so many failures in a row: none after the first, then growing up to the cap.

    The jitter, up to `policy.jitter` of the delay, is drawn from `seed`: the same seed, the same delay.
    """
    if failures <= 1:
        return 0.0
    exponent = min(failures - 2, 64)  # beyond, every cap is reached and a float might overflow
    grown = min(policy.cap, policy.delay * policy.factor**exponent)
    return grown * (1 + policy.jitter * random.Random(seed).random())


def before_trial(policy: Policy, trips: int) -> float:
    """Seconds that an open breaker stays open: doubled with each trip."""
    return float(policy.cooldown * 2 ** (max(1, trips) - 1))
