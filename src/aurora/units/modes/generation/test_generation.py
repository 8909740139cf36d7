"""Test Generation: a pytest file for a module: recorded behaviour, both sides of each boundary, errors, laws.

The file passes on the code in several processes with other hash seeds, and the share of small changes of the code
that it notices is measured; those that it does not notice are named.
"""

from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.contracts.testing import Wanted, Written
from aurora.model.errors import BadInputError, NotFoundError
from aurora.model.finding import Sources
from aurora.model.mode import Result, described
from aurora.model.progress import Watch, silent
from aurora.model.task import Budget
from aurora.model.verdict import Check
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Module:
    """What the tests are for."""

    files: Sources = field(metadata=described("the texts of the project: relative path -> content"))
    path: str = field(default="", metadata=described("the module, one of the files; left out, the only one there is"))
    function: str = field(default="", metadata=described("one function or class; left out, all that is public"))


class _Prepared:
    """A test writer whose answer is prepared."""

    def __init__(self, written: Written) -> None:
        self._written = written

    def write(self, wanted: Wanted, budget: Budget, watch: Watch = silent) -> Written:
        """The prepared answer."""
        del wanted, budget, watch
        return self._written


_TESTS = Written("def test_f():\n    assert f(1) == 2\n", 1, 1, 3, 4, ("line 2: `a + 1` became `a + 2`",), 1, 1, runs=5)
_NOTHING = Written(notes=("a.py: there is nothing public to call.",))


@mode(
    "M17",
    takes=Module,
    seconds=30,
    examples=[
        Example(
            Trial(Module({"a.py": "def f(a):\n    return a + 1\n"}), prepared(tester=_Prepared(_TESTS))),
            Result(
                _TESTS,
                (
                    Check("run", "5 runs on the code with other hash seeds, all alike", True),
                    Check("mutants", "3 of 4 noticed", True, "line 2: `a + 1` became `a + 2`"),
                ),
            ),
        ),
        Example(
            Trial(Module({"a.py": "X = 1\n"}), prepared(tester=_Prepared(_NOTHING))),
            Result(_NOTHING, (), done=False),
        ),
    ],
)
def test_generation(given: Module, world: World) -> Result[Written]:
    """A test file with what was measured of it; raises `NotFoundError` for a path that is none of the files."""
    modules = [name for name in given.files if _is_module(name)]
    path = given.path or (modules[0] if len(modules) == 1 else "")
    if path not in given.files:
        known = f"Set `path` to one of: {', '.join(modules[:5]) or 'there is none'}."
        if not path:
            raise BadInputError("it writes the tests of one module, and none was named.", where="path", next_step=known)
        raise NotFoundError("module", path, next_step=known)
    written = world.tester.write(
        Wanted(given.files, path, "test_written.py", given.function), world.budget, world.watch
    )
    if not written.text:
        return Result(written, (), done=False)
    evidence = (
        Check("run", f"{written.runs} runs on the code with other hash seeds, all alike", True),
        Check("mutants", f"{written.killed} of {written.mutants} noticed", True, "; ".join(written.survivors)),
    )
    return Result(written, evidence)


def _is_module(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.endswith(".py") and not last.startswith(("test_", "__init__", "conftest")) and "_test.py" not in last
