"""Algorithm Optimization: nested scans to sets, sums and heaps, recursion to a table, where the growth falls.

Like Performance Optimization, and besides the exponent of the growth with the size of the input has to fall, or the
function to be certainly twice as quick.
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

_BEFORE, _AFTER = "def f(xs):\n    return sorted(xs)[0]\n", "def f(xs):\n    return min(xs)\n"
_PART = "modules.autonomy.rewrites.extreme_of_sorted"
_WHY = "The same on 60 inputs; 4.00 times as quick (3.50 to 4.50)."
_KEPT = Attempt(_PART, "a.py", "f", 2, True, _WHY, Gain(4.0, 3.5, 4.5), 1.3, 1.0)
_MADE = Optimization({"a.py": _AFTER}, (_KEPT,), {"f": 60})
_DIFF = "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n def f(xs):\n-    return sorted(xs)[0]\n+    return min(xs)\n"


@mode(
    "M35",
    takes=Slow,
    seconds=120,
    examples=[
        Example(
            Trial(Slow({"a.py": _BEFORE}), prepared(optimize=PreparedOptimizer(algorithm=_MADE))),
            Result(
                Quicker(_MADE, _DIFF),
                (Check("gain", "extreme_of_sorted in f", True, _WHY),),
                (Finding("a.py", 2, 1, "extreme_of_sorted", f"`f` was rewritten. {_WHY}", Severity.NOTE),),
                components=(_PART,),
            ),
        ),
        Example(
            Trial(Slow({"a.py": _AFTER}), prepared(optimize=PreparedOptimizer())),
            Result(Quicker(Optimization()), (), done=False),
        ),
    ],
)
def algorithm_optimization(given: Slow, world: World) -> Result[Quicker]:
    """The rewrites of kind "algorithm", on all functions or the one named."""
    return quickened(given, world, "algorithm")
