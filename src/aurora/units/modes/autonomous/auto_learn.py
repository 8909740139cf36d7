"""Auto-Learn: what is learned is made anew from the evidence that still holds, and kept when it is no worse.

Biases and trust are learned again from verified records and from what was taken back; lessons whose record was found
wrong go. Each new version is measured on outcomes that were held out against the old, is versioned and can be undone.
The prior of synthesis is moved towards the functions that were verified, the calibration of the judge towards what
later examples showed of its answers; either counts only when it is better than the shipped one on functions held out.
"""

from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.mode import Result, described
from aurora.model.refresh import Measured, Refreshed
from aurora.model.verdict import Check
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Again:
    """How to learn again."""

    dry_run: bool = field(default=False, metadata=described("only measure, and change nothing"))


class _Prepared:
    def __init__(self, answer: Refreshed) -> None:
        self._answer = answer

    def refresh(self, *, dry_run: bool = False) -> Refreshed:
        del dry_run
        return self._answer


_BETTER = Refreshed((Measured("bias", 8, 0.5, 0.75, True, "No worse on outcomes that were held out."),), "000001", 3, 1)
_NONE = Refreshed((Measured("bias", 2, 0.0, 0.0, False, "2 outcomes are too few to measure on."),))


@mode(
    "M66",
    takes=Again,
    seconds=60,
    examples=[
        Example(
            Trial(Again(), prepared(learner=_Prepared(_BETTER))),
            Result(
                _BETTER,
                (
                    Check(
                        "held out", "bias on 8 outcomes: 0.5000 -> 0.7500", True,
                        "No worse on outcomes that were held out.",
                    ),
                ),
            ),
        ),
        Example(Trial(Again(), prepared(learner=_Prepared(_NONE))), Result(
                _NONE,
                (Check("held out", "bias was not measured", False, "2 outcomes are too few to measure on."),),
                done=False,
            )),
    ],
)  # fmt: skip
def auto_learn(given: Again, world: World) -> Result[Refreshed]:
    """What was measured and kept; done when there was enough to measure on."""
    found = world.learner.refresh(dry_run=given.dry_run)
    evidence = tuple(
        Check("held out", f"{each.what} on {each.outcomes} outcomes: {each.before:.4f} -> {each.after:.4f}",
              each.after >= each.before, each.why)
        if each.before or each.after
        else Check("held out", f"{each.what} was not measured", False, each.why)
        for each in found.measured
    )  # fmt: skip
    return Result(found, evidence, done=any(each.before or each.after for each in found.measured))
