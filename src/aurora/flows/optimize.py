"""Make code quicker: read -> rewrite, prove and measure -> show the difference -> apply -> undo on request."""

from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.projects.change import Maker
from aurora.adapters.projects.read import is_test, read_project, root_of
from aurora.flows.execute import Execution, execute
from aurora.flows.fix_code import apply_change, changes_of
from aurora.flows.tools import Tools
from aurora.model.optimization import Optimization
from aurora.model.progress import Watch, silent
from aurora.model.quicker import Quicker


@dataclass(frozen=True, slots=True)
class Optimized:
    """What came of it; `applied` says whether the files were changed."""

    optimization: Optimization
    diff: str
    seconds: float
    applied: bool


@dataclass(frozen=True, slots=True)
class Aims:
    """What is worked on, and how far it may go."""

    function: str = ""  # all when empty
    calls: tuple[str, ...] = ()
    algorithms: bool = False  # only rewrites that change how the time grows
    dry_run: bool = False
    seconds: float | None = None


def optimize(tools: Tools, path: Path, aims: Aims = Aims(), watch: Watch = silent) -> Optimized:
    """Make the functions of a file or project quicker and change the files; every rewrite was proved and measured."""
    root = root_of(path)
    changes_of(tools).recover(root)
    project = read_project(path)
    asked = [name for name in project.asked if not is_test(name)]
    given: dict[str, object] = {"files": project.files, "asked": asked, "function": aims.function, "calls": aims.calls}
    unit = "M35" if aims.algorithms else "M31"
    done: Execution = execute(tools, unit, given, seconds=aims.seconds, watch=watch)
    quicker: Quicker = done.result.output
    made = quicker.optimization
    applied = bool(made.changed) and not aims.dry_run
    if applied:
        title = ", ".join(f"{each.rewrite.rpartition('.')[2]} in {each.function}" for each in made.kept)
        parts = tuple(dict.fromkeys(each.rewrite for each in made.kept))
        apply_change(tools, project.root, project.files, made.changed, f"Make quicker: {title}", Maker(parts))
    return Optimized(made, quicker.diff, done.seconds, applied)
