"""Intelligence Engine: synthesis, repair and optimisation behind one call, judged before anything is answered.

Drill: the sandbox in which it thinks is ended with all its processes; it thinks on in a new one.
"""

from aurora.adapters.sandbox.opening import open_sandbox
from aurora.contracts.living import House, Living
from aurora.engines.living.drill import component
from aurora.engines.living.intelligence import Intelligence
from aurora.engines.living.owned import Care, Owned
from aurora.engines.repair.engine import Repairer
from aurora.engines.synthesis.engine import Synthesizer
from aurora.engines.verify.engine import Verifier
from aurora.model.task import Budget, SynthesisTask

_PACKAGES = ("aurora.units.knowledge.arithmetic", "aurora.modules.autonomy.synthesis")  # enough for its own question
_TASK = SynthesisTask(
    "Return the double of a number.", "double", "def double(n: int) -> int",
    asserts=("assert double(2) == 4", "assert double(-7) == -14", "assert double(0) == 0"),
)  # fmt: skip


@component("C1")
def intelligence_engine(house: House) -> Living:
    """The engines over a sandbox of their own, with the knowledge that one question needs."""

    def joined() -> Intelligence:
        sandbox = open_sandbox(without=house.without, workers=1)
        search = Synthesizer(sandbox, packages=_PACKAGES)
        return Intelligence(search, Verifier(sandbox), lambda: Repairer(sandbox), sandbox.close)

    if house.loan is not None:
        return Owned(Care(joined, _trouble, _nothing, Intelligence.figures, mend=_tried), house.loan)
    return Owned(Care(joined, _wrong, _end, Intelligence.figures, Intelligence.close))


def _wrong(it: Intelligence) -> str:
    twin = Intelligence(it.search, it.judge, it.mender)  # what is counted are requests
    answer, _ = twin.write(_TASK, Budget(20.0))
    return "" if answer.verdict.answered else f"`double` is {answer.verdict} after {len(_TASK.asserts)} examples"


def _trouble(it: Intelligence) -> str:
    """Told by the last request: one more question each round would cost half a second of a core."""
    return it.trouble


def _tried(it: Intelligence) -> Intelligence:
    """Let it think about its own question; only an answer ends the trouble."""
    if not _wrong(it):
        it.trouble = ""
    return it


def _nothing(_it: Intelligence) -> str:
    return "nothing: requests think in this sandbox"


def _end(it: Intelligence) -> str:
    it.close()
    return "the sandbox was ended with its processes"
