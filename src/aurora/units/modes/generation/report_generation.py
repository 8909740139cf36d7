"""Report Generation: one report over a project: what all analysis modes found and measured, and what changed.

As a page that needs nothing else, as Markdown, and as JSON, which is what the next report is compared with. A mode that
could not measure is named with its reason.
"""

from dataclasses import dataclass, field

from aurora.contracts.mode import Trial, World, mode
from aurora.contracts.overview import Surveyed, foreign, overview, plain
from aurora.contracts.prepared import prepared
from aurora.model.errors import BadInputError
from aurora.model.finding import Finding, Severity, Sources
from aurora.model.mode import Result, described
from aurora.model.overview import Overview, Pages
from aurora.model.verdict import Check
from aurora.registry.declare import Example
from aurora.registry.discover import Registry

_MADE = "2026-01-01T00:00:00+00:00"


@dataclass(frozen=True, slots=True)
class Project:
    """A project to report on."""

    files: Sources = field(metadata=described("the texts of the project, its tests among them: path -> content"))
    asked: tuple[str, ...] = field(default=(), metadata=described("the Python files that count; all if empty"))
    name: str = field(default="project", metadata=described("what the report calls it"))
    made: str = field(default=_MADE, metadata=described("the moment of the report, ISO 8601"))
    unread: tuple[str, ...] = field(default=(), metadata=described("what could not be read: `path: line: why`"))
    earlier: tuple[str, ...] = field(
        default=(), metadata=described("the JSON texts of earlier reports of it, oldest first")
    )


class _Plain:
    def html(self, overview: Overview) -> str:
        return f"<h1>{overview.project}</h1>"

    def markdown(self, overview: Overview) -> str:
        return f"# {overview.project}\n"


_EMPTY = prepared(modes=lambda: lambda: Registry(()), press=_Plain())


@mode(
    "M26",
    takes=Project,
    seconds=120,
    examples=[
        Example(
            Trial(Project({"a.md": "no code"}), _EMPTY),
            Result(Pages("", "", ""), (Check("files", "There is no Python file.", False),), done=False),
        ),
    ],
)
def report_generation(given: Project, world: World) -> Result[Pages]:
    """The three pages; done when a mode measured something; raises `BadInputError` for a bad earlier report."""
    asked = given.asked or tuple(path for path in given.files if path.endswith(".py"))
    if missing := [path for path in asked if path not in given.files]:
        raise BadInputError("is not among the files.", where=missing[0])
    if not asked:
        return Result(Pages("", "", ""), (Check("files", "There is no Python file.", False),), done=False)
    made = overview(
        Surveyed(given.name, given.made, given.files, asked, tuple(map(_finding, given.unread))), given.earlier, world
    )
    pages = Pages(world.press.html(made), world.press.markdown(made), plain(made))
    outside = foreign(pages.html)
    measured, every = len(made.sections), len(made.sections) + len(made.unmeasured)
    evidence = (
        Check("measured", f"{measured} of {every} analysis modes measured it", measured > 0),
        Check("page", "the page loads nothing from elsewhere", not outside, ", ".join(outside[:5])),
    )
    return Result(pages, evidence, made.findings, done=measured > 0 and not outside)


def _finding(text: str) -> Finding:
    path, line, why = (*text.split(": ", 2), "", "")[:3]
    return Finding(path, int(line) if line.isdigit() else 1, 1, "unreadable", why, Severity.ERROR)
