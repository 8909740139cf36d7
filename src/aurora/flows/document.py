"""Document code: read -> say what is known, run the examples -> show the difference -> apply -> undo on request."""

from dataclasses import dataclass
from pathlib import Path

from aurora.adapters.projects.change import Maker, Undone
from aurora.flows.execute import Execution, execute
from aurora.flows.fix_code import apply_change, changes_of
from aurora.flows.tools import Tools
from aurora.flows.write_tests import import_root, importable
from aurora.model.documentation import Documentation
from aurora.model.finding import Finding, Severity
from aurora.model.progress import Watch, silent
from aurora.model.verdict import Check


@dataclass(frozen=True, slots=True)
class Documented:
    """What came of it; `applied` says whether files were changed."""

    documentation: Documentation
    findings: tuple[Finding, ...]
    evidence: tuple[Check, ...]
    seconds: float
    applied: bool

    @property
    def clean(self) -> bool:
        """Whether everything public has a docstring and none was found to be wrong."""
        missing = any(each.rule == "undocumented" for each in self.findings)
        return not missing and all(each.severity is Severity.NOTE for each in self.findings)


@dataclass(frozen=True, slots=True)
class Manner:
    """What is documented, and how; empty texts stand for the mode's own choice."""

    function: str = ""
    style: str = ""
    least: str = "read"
    examples: bool = True
    pages: str = ""
    apply: bool = False
    seconds: float | None = None


def document(tools: Tools, path: Path, manner: Manner = Manner(), watch: Watch = silent) -> Documented:
    """Docstrings, pages and stale docstrings of a file or project; files are changed only when `apply` is set."""
    changes_of(tools).recover(import_root(path))
    project, names = importable(path)
    given: dict[str, object] = {
        "files": project.files,
        "asked": names if path.is_file() else project.asked,
        "function": manner.function,
        "style": manner.style,
        "least": manner.least,
        "examples": manner.examples,
        "pages": manner.pages.rstrip("/"),
    }
    done: Execution = execute(tools, "M18", given, seconds=manner.seconds, watch=watch)
    made: Documentation = done.result.output
    texts = {**made.changed, **made.pages}
    applied = manner.apply and any(text != project.files.get(name) for name, text in texts.items())
    if applied:
        title = f"Document {len(made.proposals)} definitions"
        apply_change(tools, project.root, project.files, texts, title, Maker(("M18",)))
    return Documented(made, done.result.findings, done.result.evidence, done.seconds, applied)


def undo_documentation(tools: Tools, path: Path) -> Undone:
    """Take the newest change of the project that `path` names back, byte for byte."""
    return changes_of(tools).undo(import_root(path))
