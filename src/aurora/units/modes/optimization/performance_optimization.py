"""Performance Optimization: functions made quicker by rewrites, each proved to give the same and measured to gain.

A rewrite is kept only when the function answers the same on every input that is known and made, the tests pass, and
the interval of the measured gain lies above 1.
"""

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import PreparedOptimizer, prepared
from aurora.model.finding import Finding, Severity
from aurora.model.mode import Result
from aurora.model.optimization import Attempt, Gain, Optimization
from aurora.model.quicker import Quicker, Slow
from aurora.model.verdict import Check
from aurora.registry.declare import Example
from aurora.units.quicken import quickened

_BEFORE, _AFTER = "def f(d, k):\n    return k in d.keys()\n", "def f(d, k):\n    return k in d\n"
_PART = "modules.autonomy.rewrites.keys_of_mapping"
_WHY = "The same on 60 inputs; 1.40 times as quick (1.30 to 1.50)."
_KEPT = Attempt(_PART, "a.py", "f", 2, True, _WHY, Gain(1.4, 1.3, 1.5))
_MADE = Optimization({"a.py": _AFTER}, (_KEPT,), {"f": 60})
_NOTHING = Optimization(notes=("No inputs are known for f: no test calls it and its parameters have no types.",))
_DIFF = "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n def f(d, k):\n-    return k in d.keys()\n+    return k in d\n"


@mode(
    "M31",
    takes=Slow,
    seconds=120,
    examples=[
        Example(
            Trial(Slow({"a.py": _BEFORE}), prepared(optimize=PreparedOptimizer(every=_MADE))),
            Result(
                Quicker(_MADE, _DIFF),
                (Check("gain", "keys_of_mapping in f", True, _WHY),),
                (Finding("a.py", 2, 1, "keys_of_mapping", f"`f` was rewritten. {_WHY}", Severity.NOTE),),
                components=(_PART,),
            ),
        ),
        Example(
            Trial(Slow({"a.py": _BEFORE}), prepared(optimize=PreparedOptimizer(every=_NOTHING))),
            Result(Quicker(_NOTHING), (Check("note", _NOTHING.notes[0], False),), done=False),
        ),
    ],
)
def performance_optimization(given: Slow, world: World) -> Result[Quicker]:
    """All rewrites, on all functions or the one named."""
    return quickened(given, world, "")
