"""Report on a project: read -> run every analysis mode -> compare with the reports before -> write the pages."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from aurora.adapters.projects.read import read_project
from aurora.adapters.projects.replace import replace_text
from aurora.flows.execute import Execution, execute
from aurora.flows.tools import Tools
from aurora.model.finding import Finding
from aurora.model.mode import Result
from aurora.model.overview import Pages
from aurora.model.progress import Watch, silent

KEPT = 20  # reports of a project that are compared
_NAMES = ("report.html", "report.md", "report.json")


@dataclass(frozen=True, slots=True)
class Reported:
    """The pages of a report, and where they were written; empty when nothing could be measured."""

    result: Result[Pages]
    folder: Path | None
    unread: tuple[Finding, ...]
    seconds: float
    earlier: int  # reports that it was compared with


def report_on(
    tools: Tools, path: Path, out: Path | None = None, *, seconds: float | None = None, watch: Watch = silent
) -> Reported:
    """Report on the project that `path` names; the pages are written to `out`, else beside the reports before."""
    project = read_project(path, to_change=False)
    history = _history(tools, project.root)
    earlier = [each.read_text("utf-8") for each in sorted(history.glob("*/report.json"))[-(KEPT - 1) :]]
    moment = datetime.now(UTC)
    given: dict[str, object] = {
        "files": project.files,
        "asked": project.asked,
        "name": project.root.resolve().name,
        "made": moment.isoformat(),
        "unread": [f"{each.path}: {each.line}: {each.message}" for each in project.unread],
        "earlier": earlier,
    }
    done: Execution = execute(tools, "M26", given, seconds=seconds, watch=watch)
    pages: Pages = done.result.output
    folder = None
    if done.result.done:
        folder = _write(history / f"{moment:%Y%m%d-%H%M%S-%f}", pages)
        folder = _write(out, pages) if out is not None else folder
    return Reported(done.result, folder, project.unread, done.seconds, len(earlier))


def _history(tools: Tools, root: Path) -> Path:
    key = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    return tools.settings.state.expanduser() / "reports" / key


def _write(folder: Path, pages: Pages) -> Path:
    """Each file in one step; the JSON last, which makes the report count."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in zip(_NAMES, (pages.html, pages.markdown, pages.json), strict=True):
        replace_text(folder / name, text)
    return folder
