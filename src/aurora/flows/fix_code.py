"""Repair a file or a project: read -> repair -> show the diff -> apply what was proved -> undo on request."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aurora.adapters.git.commit import commit, is_committed, refuse_dirty, refuse_unversioned
from aurora.adapters.projects.change import Changes, Kept, Maker, Undone, Versions
from aurora.adapters.projects.data import MOST, read_data
from aurora.adapters.projects.read import Project, meant, read_project, root_of
from aurora.adapters.projects.replace import can_replace, parted
from aurora.components.safety.recovery_system import Journal
from aurora.components.safety.validation_system import Gates, python_gates
from aurora.flows.bisect import judged_by, last_that_passed
from aurora.flows.experience import parts_of, repair_project, take_back
from aurora.flows.other_version import OtherVersion, named
from aurora.flows.own_tests import patched, run_tests
from aurora.flows.regression import regression_test
from aurora.flows.tools import Tools
from aurora.model.answer import Repair
from aurora.model.errors import AuroraError, BadInputError, Exit, NotFoundError, ToolError
from aurora.model.execution import Outcome
from aurora.model.progress import Progress, Watch, silent
from aurora.model.settings import Settings
from aurora.model.task import Budget, RepairTask
from aurora.pycode.edit import unified

_SHOWN = 6  # files that are named


class StoppedChangeError(AuroraError):
    """A change that would make a file worse than it is."""

    title = "Change stopped"

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"would not pass the gate for {why}; nothing was changed.", where=where)


class UncommittedError(AuroraError):
    """A patch that was applied and that Git did not take."""

    title = "Not committed"

    def __init__(self, where: str, said: str, became: str) -> None:
        super().__init__(
            f"Git refused the commit ({said}); {became}.",
            where=where,
            next_step="Leave --commit out to have the patch without a commit.",
        )


class CutShortError(AuroraError):
    """The user interrupted it while a patch was applied."""

    exit = Exit.INTERRUPTED
    title = "Interrupted"


@dataclass(frozen=True, slots=True)
class Fix:
    """What came of a request to fix."""

    answer: Repair
    diff: str = ""
    applied: bool = False
    nothing_wrong: bool = False
    commit: str = ""  # of the patch, when one was asked for
    ran: tuple[str, ...] = ()  # commands that installed what was missing
    would_run: tuple[str, ...] = ()  # commands that a dry run left out


@dataclass(frozen=True, slots=True)
class Wishes:
    """What helps to find a patch, and how a proved one is applied."""

    dry_run: bool = False  # it is only shown
    commit: bool = False  # as one commit of its own files
    add_test: bool = False  # with a regression test, when one can be shown to tell the old code from the new
    install: bool = False  # distributions that are missing are installed, and the repair goes on
    reference: str = ""  # a correct file or folder, or a revision of Git that passed
    bisect: bool = False  # the newest revision of Git that passes is looked for, in half of the budget


def fix_code(
    tools: Tools,
    path: Path,
    budget: Budget,
    *,
    test: str = "",
    issue: str = "",
    wishes: Wishes = Wishes(),
    watch: Watch = silent,
    read: Callable[[Path], Project] = read_project,
    job: str = "",
) -> Fix:
    """Repair what `path` names and apply the patch when it was proved; `test` is the command that must pass.

    Nothing is applied before what is missing was installed. A `job` that is taken up again is remembered once. Raises
    `ToolError` when what is missing cannot be installed; nothing is changed then.
    """
    ran: tuple[str, ...] = ()
    while True:
        answer, apply = _proved(tools, path, budget, test, issue, wishes, watch, read, job)
        missing = dict.fromkeys(each.missing for each in answer.faults if each.missing and wishes.install)
        wanted = {name: command for name in missing if (command := tools.installer.command(name)) not in ran}
        if wishes.dry_run or not wanted:
            return replace(apply(), ran=ran, would_run=tuple(wanted.values()))
        for name, command in wanted.items():
            watch(Progress("install", note=command))
            tools.installer.install(name)
            ran += (command,)


def _proved(
    tools: Tools,
    path: Path,
    budget: Budget,
    test: str,
    issue: str,
    wishes: Wishes,
    watch: Watch,
    read: Callable[[Path], Project],
    job: str,
) -> tuple[Repair, Callable[[], Fix]]:
    """The answer, and what applies it as it is wished."""
    project = _read(tools, path, wishes, read)
    watch(Progress("read", len(project.files), len(project.files)))
    before = run_tests(tools, project, test, budget)

    def confirm(found: Repair) -> Repair:
        if found.patch is None or not found.verdict.answered:
            return found
        changed = project.real(found.patch.files)
        found = replace(found, patch=replace(found.patch, files=changed))
        if before is None:
            return found
        return _confirmed(found, run_tests(tools, patched(project, project.seen(changed)), test, budget), test)

    budget = replace(budget, seconds=budget.seconds / 2) if wishes.bisect else budget
    other = _other_version(tools, project, test, budget, wishes, watch)
    task = replace(repair_task(project, issue), reference=other.correct, earlier=other.earlier)
    name, link = project.root.resolve().name, str(project.root.resolve())
    answer, memory = repair_project(tools, name, task, budget, watch, link=link, job=job, confirm=confirm)
    answer = replace(answer, notes=(*other.notes, *answer.notes))
    patch = answer.patch
    if patch is None or not answer.verdict.answered:
        answer = _with_spared(answer, project)
        passes = before.ok if before is not None else answer.whole and not (issue or answer.unrun)
        nothing_wrong = passes and patch is None
        return answer, lambda: Fix(answer, nothing_wrong=nothing_wrong)
    files, maker = patch.files, Maker(parts_of(answer), memory)
    return answer, lambda: _applied(tools, project, answer, files, wishes, maker)


def _read(tools: Tools, path: Path, wishes: Wishes, read: Callable[[Path], Project]) -> Project:
    """The project; what would keep a patch from being applied as it is wished is refused before one is looked for."""
    changes_of(tools).recover(root_of(path))
    project = read(path)
    if not wishes.dry_run:
        changes_of(tools).ready(project.root)
    if wishes.commit:
        refuse_unversioned(project.root)
    data, left = read_data(project)
    return replace(project, data=data, left=left)


def _with_spared(answer: Repair, project: Project) -> Repair:
    """An answer without a patch says what was not looked at: files that it might not change, data, and examples."""
    foreign = [name for name in project.spared if name in project.foreign]
    links = [name for name in project.spared if name not in project.foreign]
    whys = (("not being in UTF-8", foreign), ("being links to files that are not read", links))
    reasons = [f"Not changed whatever they hold, {why}: {', '.join(names)}." for why, names in whys if names]
    reasons += _left(project)
    shown = [name for name in project.asked if not project.tests and ">>> " in project.files[name]]
    reasons += [f"Examples in docstrings are not run as tests: {', '.join(shown)}."] if shown else []
    judgement = replace(answer.judgement, reasons=(*answer.judgement.reasons, *reasons))
    return replace(answer, judgement=judgement)


def _left(project: Project) -> list[str]:
    """What is said of data that the tests were not given."""
    more = f" and {len(project.left) - _SHOWN} more" if len(project.left) > _SHOWN else ""
    why = "Too large" if len(project.data) < MOST else "Too large, or too many,"
    return [f"{why} to be given to the tests: {', '.join(project.left[:_SHOWN])}{more}."] if project.left else []


def _other_version(
    tools: Tools, project: Project, test: str, budget: Budget, wishes: Wishes, watch: Watch
) -> OtherVersion:
    """The version of the project that is wished to be taken from, if any; a search for it has the budget for itself."""
    if wishes.reference and wishes.bisect:
        raise BadInputError(
            "cannot be given together.", where="--reference and --bisect", next_step="Give one of them."
        )
    if wishes.reference:
        return named(project, wishes.reference)
    if wishes.bisect:
        judge = judged_by(tools, project, test, budget)
        return last_that_passed(project, judge, budget.seconds, watch)
    return OtherVersion()


def _applied(
    tools: Tools, project: Project, answer: Repair, changed: Mapping[str, str], wishes: Wishes, maker: Maker
) -> Fix:
    if wishes.add_test:
        tests, why = _writable(project, regression_test(tools.sandbox, project, answer))
        changed, answer = {**changed, **tests}, _noted(answer, f"No regression test was added: {why}." if why else "")
    diff = difference(project.files, changed)
    if wishes.dry_run or not diff:
        return Fix(answer, diff)
    if wishes.commit:
        refuse_dirty(project.root, tuple(changed))
    title, others = answer.patch.why if answer.patch else "", parted(project.root, changed)
    earlier = changes_of(tools).kept(project.root)[-1:]
    try:
        kept = apply_change(tools, project.root, project.files, changed, title, maker)
        made = _committed(tools, project.root, kept) if wishes.commit else ""
    except KeyboardInterrupt:
        became = _cut_short(tools, project, changed, wishes, earlier)
        raise CutShortError(f"interrupted; {became}.", where=str(project.root)) from None
    told = f"Other names of the file (hard links) keep its old text: {', '.join(others)}." if others else ""
    return Fix(_noted(answer, told), diff, applied=True, commit=made)


def _noted(answer: Repair, note: str) -> Repair:
    return replace(answer, notes=(*answer.notes, note)) if note else answer


def _writable(project: Project, tests: Mapping[str, str]) -> tuple[Mapping[str, str], str]:
    """The tests that are to be added with a patch, or why there are none."""
    locked = [name for name in tests if not can_replace(project.root / name)]
    if locked:
        return {}, f"{', '.join(locked)} cannot be written"
    return tests, "" if tests else "none was found that fails without the patch and passes with it"


def _committed(tools: Tools, root: Path, kept: Kept) -> str:
    """The commit of a patch that is applied; when Git refuses it, that patch and nothing else is taken back."""
    try:
        return commit(root, tuple(kept.after), _message(kept.texts, kept.title))
    except ToolError as error:
        raise UncommittedError(str(root), error.what.rstrip("."), _taken_back(tools, root, kept)) from None


def _cut_short(
    tools: Tools, project: Project, changed: Mapping[str, str], wishes: Wishes, earlier: Sequence[Kept]
) -> str:
    """What became of a patch whose application was interrupted: it is taken back unless its commit was made. The newest
    change of `earlier` is another one, though it may have said the same."""
    there = not changes_of(tools).differing(project.root, changed)
    if wishes.commit and there and is_committed(project.root, tuple(changed)):
        return "the patch is applied and committed"
    newest = [each for each in changes_of(tools).kept(project.root)[-1:] if each not in earlier]
    ours = [each for each in newest if each.texts.items() <= changed.items()]
    return _taken_back(tools, project.root, ours[0]) if ours else "nothing was changed"


def _taken_back(tools: Tools, root: Path, kept: Kept) -> str:
    """What became of a patch when it was taken back, in words."""
    try:
        changes_of(tools).undo(root, only=kept)
    except NotFoundError:
        return "somebody else took the patch back meanwhile"
    except BadInputError as other:  # a hook changed the files, or another patch did
        return f"the patch stays applied, as {other.where} {other.what.partition(';')[0].rstrip('.')}"
    return "the patch was taken back"


def _message(changed: Mapping[str, str], title: str) -> str:
    return f"Repair {', '.join(sorted(changed))}\n\n{title}\n"


def undo_change(tools: Tools, path: Path) -> Undone:
    """Take the newest change of the project that `path` names back, byte for byte; what had made it loses trust.

    Raises `BadInputError` when `path` names a file and that change was one of others."""
    root, changes = root_of(path), changes_of(tools)
    changes.recover(root)
    newest = changes.kept(root)[-1:]
    if newest and not path.is_dir() and meant(path).name not in newest[0].after:
        raise BadInputError(
            f"was not changed by the newest fix here, which changed {', '.join(newest[0].after)}; nothing was changed.",
            where=str(path),
            next_step=f"Give {root} to take that one back.",
        )
    undone = changes.undo(root)
    take_back(tools, undone.maker.parts, undone.maker.memory)
    return undone


def changes_of(tools: Tools) -> Changes:
    """The journal of changes that this Aurora keeps."""
    return tools.part("C30", lambda: journal_of(tools.settings)).changes


def journal_of(settings: Settings) -> Journal:
    """The journal of this state."""
    return Journal(Changes(settings.state.expanduser()))


def apply_change(
    tools: Tools, root: Path, before: Versions, after: Mapping[str, str], title: str, maker: Maker
) -> Kept:
    """Replace or add files of a project as `Changes.apply` does, unless a gate stops what a Python file would become.

    Raises `StoppedChangeError` and `BadInputError`; nothing is changed then.
    """
    gates = tools.part("C31", lambda: Gates(python_gates()))
    for name, text in after.items():
        why = gates.worse(before.get(name) or "", text) if name.endswith(".py") else ""
        if why:
            raise StoppedChangeError(str(root / name), why)
    return changes_of(tools).apply(root, before, after, title, maker)


def repair_task(project: Project, issue: str = "") -> RepairTask:
    """The task of repairing a project: what the user named may change, its tests must pass."""
    return RepairTask(project.files, project.asked, issue, project.tests, data=project.data)


def difference(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """The unified diff of all changed files."""
    return "".join(unified(before.get(name, ""), after[name], name) for name in sorted(after))


def _confirmed(answer: Repair, after: Outcome | None, test: str) -> Repair:
    """Keep the patch only when the user's own test command passes with it."""
    if after is not None and after.ok:
        return answer
    reason = f"A patch passed the tests that were found, but `{test}` still fails with it, so it was not applied."
    judgement = replace(answer.judgement, verdict=type(answer.verdict).ABSTAINED, reasons=(reason,))
    return replace(answer, judgement=judgement, patch=None)
