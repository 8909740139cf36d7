"""Auto-Fix: a patch of broken or failing code that was proved, or nothing.

The fault is localised, edits are tried in the sandbox, and what passes the tests is confirmed on a fresh copy and tried
on inputs that no test has; a project without a proof keeps its files. Applying and rolling back are the user's: `fix`.
"""

from dataclasses import dataclass, field, replace

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.model.answer import Patch, Repair
from aurora.model.errors import BadInputError
from aurora.model.finding import Sources
from aurora.model.mode import Result, described
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget, RepairTask
from aurora.model.verdict import Check, Judgement, Verdict
from aurora.pycode.edit import unified
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Broken:
    """A project that does not do what it should."""

    files: Sources = field(metadata=described("the texts of the project: relative path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the files that may change; left out, all but tests"))
    issue: str = field(default="", metadata=described("words or a traceback that tell what is wrong"))


class _Prepared:
    def __init__(self, repair: Repair) -> None:
        self._repair = repair

    def repair(self, task: RepairTask, budget: Budget, watch: Watch = silent) -> Repair:
        del task, budget, watch
        return self._repair


_TESTED = Check("test", "test_a.py::test_f", True)
_PATCH = Patch((), {"a.py": "def f(a):\n    return a + 1\n"}, "modules.autonomy.repair.arithmetic")
_DIFF = "--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,2 @@\n def f(a):\n-    return a - 1\n+    return a + 1\n"
_DONE = Repair(Judgement(Verdict.VERIFIED, (_TESTED,)), _PATCH)
_NOT = Repair(Judgement(Verdict.ABSTAINED, reasons=("No change passes the tests.",)))
_FILES = {
    "a.py": "def f(a):\n    return a - 1\n",
    "test_a.py": "from a import f\ndef test_f():\n    assert f(1) == 2\n",
}


@mode(
    "M46",
    takes=Broken,
    seconds=60,
    examples=[
        Example(
            Trial(Broken(_FILES), prepared(mend=_Prepared(_DONE))),
            Result(
                replace(_DONE, patch=replace(_PATCH, diff=_DIFF)),
                (_TESTED,),
                components=("modules.autonomy.repair.arithmetic",),
            ),
        ),
        Example(Trial(Broken(_FILES), prepared(mend=_Prepared(_NOT))), Result(_NOT, (), done=False)),
    ],
)
def auto_fix(given: Broken, world: World) -> Result[Repair]:
    """The patch with its proof, as texts; done when there is one. Nothing is written.

    Raises `BadInputError` for a file that may change and is not there.
    """
    if missing := [name for name in given.asked if name not in given.files]:
        raise BadInputError("is not among the files.", where=missing[0])
    tests = {name: text for name, text in given.files.items() if _is_test(name)}
    sources = tuple(name for name in given.files if name.endswith(".py") and name not in tests)
    task = RepairTask(files=dict(given.files), target=given.asked or sources, issue=given.issue, tests=tests)
    answer = world.mend.repair(task, world.budget, world.watch)
    if answer.patch:
        diff = "".join(unified(given.files[name], text, name) for name, text in sorted(answer.patch.files.items()))
        answer = replace(answer, patch=replace(answer.patch, diff=diff))
    made = tuple(answer.patch.operator.split(", then ")) if answer.patch and answer.verdict.answered else ()
    return Result(answer, answer.judgement.checks, done=bool(made), components=tuple(part for part in made if part))


def _is_test(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last == "conftest.py" or (last.endswith(".py") and (last.startswith("test_") or last.endswith("_test.py")))
