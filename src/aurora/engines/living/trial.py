"""Breaks one living part on purpose: it lives, tells what was broken, recovers by its own means."""

from contextlib import suppress

from aurora.contracts.living import Drill, Living


def broken(living: Living) -> Drill:
    """What a part showed that was broken; it is left as it recovered."""
    before = living.health()
    harmed = living.harm()
    during = living.health()
    with suppress(Exception):  # the health says whether it helped
        living.recover()
    after = living.health()
    told = f"{before.wrong or harmed} -> {during.wrong or 'nothing was told'}"
    words = f"{told} -> {after.wrong}" if after.wrong else told
    return Drill(before.ok, not during.ok, after.ok, words=words, metrics=living.metrics())
