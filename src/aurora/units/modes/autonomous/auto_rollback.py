"""Auto-Rollback: a change that Aurora made turned out bad; the project goes back to the last state that was good.

States are snapshots of files, restored byte for byte. A file that the user edited in between is refused, unless that is
asked for, and then what was edited is kept. When no state is good, everything is put back as it was.
"""

from dataclasses import dataclass, field
from pathlib import Path

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.prepared import prepared
from aurora.contracts.rollback import RolledBack
from aurora.model.mode import Result, described
from aurora.model.task import Budget
from aurora.model.verdict import Check
from aurora.registry.declare import Example


@dataclass(frozen=True, slots=True)
class Bad:
    """The project that is bad, and how good is told from bad."""

    path: str = field(metadata=described("the folder or file on this machine whose changes are taken back"))
    test: str = field(default="", metadata=described("the command that passes when it is good; left out: it compiles"))
    force: bool = field(default=False, metadata=described("also where a file was edited since, which is then kept"))


class _Prepared:
    def __init__(self, answer: RolledBack) -> None:
        self._answer = answer

    def roll_back(self, path: Path, test: str, budget: Budget, *, force: bool = False) -> RolledBack:
        del path, test, budget, force
        return self._answer


_BACK = RolledBack("rolled back", ("flip a sign",), ("a.py",))
_TORN = RolledBack("rolled back", ("flip a sign",), ("a.py", "b.py"), ("b.py",))
_NONE = RolledBack("no good state")


@mode(
    "M65",
    takes=Bad,
    seconds=60,
    examples=[
        Example(
            Trial(Bad("shop", "pytest -q"), prepared(rollback=_Prepared(_BACK))),
            Result(
                _BACK,
                (
                    Check("test", "pytest -q", True),
                    Check("snapshot", "1 file read back and equal byte for byte", True, "a.py"),
                ),
            ),
        ),
        Example(
            Trial(Bad("shop", "pytest -q"), prepared(rollback=_Prepared(_TORN))),
            Result(
                _TORN,
                (
                    Check("test", "pytest -q", False),
                    Check("snapshot", "2 files read back and equal byte for byte", False, "b.py"),
                ),
                done=False,
            ),
        ),
        Example(
            Trial(Bad("shop"), prepared(rollback=_Prepared(_NONE))),
            Result(_NONE, (Check("compiler", "every Python file compiles", False),), done=False),
        ),
    ],
)
def auto_rollback(given: Bad, world: World) -> Result[RolledBack]:
    """What was taken back; done when the project is good now."""
    found = world.rollback.roll_back(Path(given.path), given.test, world.budget, force=given.force)
    kind, text = ("test", given.test) if given.test else ("compiler", "every Python file compiles")
    evidence = [Check(kind, text, found.good)]
    if found.files:
        evidence.append(
            Check(
                "snapshot",
                f"{len(found.files)} file{'s' * (len(found.files) != 1)} read back and equal byte for byte",
                not found.differing,
                ", ".join(found.differing or found.files),
            )
        )
    return Result(found, tuple(evidence), done=found.good)
