"""What the optimization modes are given and what they answer."""

from dataclasses import dataclass, field

from aurora.model.finding import Sources
from aurora.model.mode import described
from aurora.model.optimization import Optimization


@dataclass(frozen=True, slots=True)
class Slow:
    """Code to be made quicker."""

    files: Sources = field(metadata=described("the texts of the project, its tests among them: path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the files to work on; all but the tests if empty"))
    function: str = field(default="", metadata=described("the one function to work on; all if empty"))
    calls: tuple[str, ...] = field(
        default=(), metadata=described("argument tuples as texts to compare and measure it on: `([3, 1, 2], 5)`")
    )

    @property
    def tests(self) -> tuple[str, ...]:
        """The test files among the texts."""
        return tuple(path for path in self.files if _is_test(path))

    @property
    def targets(self) -> tuple[str, ...]:
        """The Python files to work on."""
        return self.asked or tuple(path for path in self.files if path.endswith(".py") and not _is_test(path))


@dataclass(frozen=True, slots=True)
class Quicker:
    """What came of it, and the difference as a patch."""

    optimization: Optimization
    diff: str = ""


def _is_test(path: str) -> bool:
    last = path.rpartition("/")[2]
    return last.endswith(".py") and (last.startswith("test_") or last.endswith("_test.py"))
