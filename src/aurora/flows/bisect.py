"""The newest revision of a project that passes the tests of now, looked for in Git like `git bisect` does."""

import shlex
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from aurora.adapters.git.history import commit_of, commits_of, versions_at
from aurora.adapters.projects.read import Project, is_test, serves_tests
from aurora.flows.other_version import OtherVersion, with_line_ends_of
from aurora.flows.own_tests import run_command, unjudged
from aurora.flows.tools import Tools
from aurora.model.errors import BadInputError
from aurora.model.execution import lean_pytest
from aurora.model.progress import Progress, Watch
from aurora.model.task import Budget

_MOST = 40  # revisions that are asked
_SLICE, _SLOWER = 0.25, 5.0  # of the time that is left, and times what the tests take now: what one revision may take
_LEAST = 2.0  # seconds
_SHOWN = 6  # files that are named


@dataclass(frozen=True, slots=True)
class Told:
    """What a run of the tests said: they pass, they fail, or (None) it says neither, and why."""

    passes: bool | None
    why: str = ""
    seconds: float = 0.0  # that it took, where it came to its end

    def __str__(self) -> str:
        return f"could not be judged ({self.why})" if self.passes is None else "passes" if self.passes else "fails"


Judge = Callable[[Mapping[str, str], float], Told]
"""Runs the tests on the files of a project for at most so many seconds."""
Known = Mapping[int, Told]
"""What the revisions said that were asked, 0 for the newest."""


def judged_by(tools: Tools, project: Project, test: str, budget: Budget) -> Judge:
    """A judge that runs a test command in the sandbox, by default pytest."""
    shown = test or "pytest -q"
    command = test or shlex.join((*shlex.split(shown), *lean_pytest(project.files)))

    def judge(files: Mapping[str, str], seconds: float) -> Told:
        tried = replace(project, files=dict(files))
        outcome = run_command(tools, tried, command, replace(budget, seconds=seconds))
        why = unjudged(outcome, shown)
        return Told(None, f"`{shown}` {why}") if why else Told(outcome.ok, seconds=outcome.seconds)

    return judge


def last_that_passed(project: Project, judge: Judge, seconds: float, watch: Watch) -> OtherVersion:
    """The newest revision at which the tests of now pass, looked for by steps that double and then by halves, within
    the seconds for all of them.

    A revision is judged as a whole; only what differs of the files that may be changed is answered. One that cannot be
    judged is passed by. Between a revision that passes and one that fails the tests are taken to have begun to fail
    once. None where they pass as it is. Raises `BadInputError` where there is no history.
    """
    commits = commits_of(project.root) if commit_of(project.root, "HEAD") else []
    if not commits:
        raise BadInputError("needs a history in Git, and these files have none.", where="--bisect")
    end = time.monotonic() + seconds
    now = judge(project.files, seconds * _SLICE)
    if now.passes:
        return OtherVersion()
    known: dict[int, Told] = {}
    while (place := next_place(known, len(commits))) is not None and len(known) < _MOST:
        left = end - time.monotonic()
        if left < _LEAST:
            break
        watch(Progress("bisect", len(known) + 1, note=commits[place][0][:12]))
        most = min(left, max(left * _SLICE, now.seconds * _SLOWER, _LEAST))
        known[place] = judge(files_at(project, commits[place][0]), most)
    names = [f"{commit[:12]} ({_printable(subject)})" for commit, subject in commits]
    told = tuple(f"{names[place]} {known[place]}." for place in sorted(known))
    passing = _passing(known)
    if passing is None:
        return OtherVersion(notes=(_nowhere(known, names), *told))
    then = files_at(project, commits[passing][0])
    earlier = {name: then[name] for name in project.asked if name in then and then[name] != project.files[name]}
    found = _same(names[passing]) if then == project.files and now.passes is False else _found(known, now, names)
    return OtherVersion(earlier=earlier, notes=(found, *told, *_kept(project, then, earlier)))


def next_place(known: Known, count: int) -> int | None:
    """The revision to be asked next, of so many; None when no more would tell anything."""
    passing = _passing(known)
    if passing is None:
        steps = (2**power - 1 for power in range(count.bit_length()))
        doubling = (place for place in (*steps, count - 1) if place not in known)
        return next(doubling, _widest(known, count))
    failing = _failing(known, passing)
    between = [place for place in range(failing + 1, passing) if place not in known]
    return min(between, key=lambda place: abs(2 * place - failing - passing), default=None)


def _widest(known: Known, count: int) -> int | None:
    """The middle of the most revisions on end that were not asked, the newest where there are several."""
    asked = [*sorted(known), count]
    size, before = max(((after - before, -before) for before, after in pairwise(asked)), default=(0, 0))
    return size // 2 - before if size > 1 else None


def files_at(project: Project, commit: str) -> dict[str, str]:
    """The files of a project as they were, with the tests of now; what Git does not know, and what was not UTF-8, stays
    as it is."""
    files = dict(project.files)
    for name, text in versions_at(project.root, commit, wanted=project.reads).items():
        if is_test(name) or serves_tests(name):
            continue
        files.pop(name, None)
        if text is not None:
            files[name] = with_line_ends_of(project.files[name], text) if name in project.files else text
    return files


def _passing(known: Known) -> int | None:
    return min((place for place, told in known.items() if told.passes), default=None)


def _failing(known: Known, passing: int) -> int:
    """The oldest revision before the one that passes of which is known that it fails; -1 for what is there now."""
    return max((place for place, told in known.items() if told.passes is False and place < passing), default=-1)


def _nowhere(known: Known, names: list[str]) -> str:
    if not known:
        return "No revision could be asked in the time."
    asked = f"{len(known)} of {len(names)} revisions that were asked"
    return f"The tests pass at none of the {asked}, down to {names[max(known)]}."


def _same(name: str) -> str:
    return f"The tests fail now and pass at {name}, with the same files: they do not always say the same."


def _printable(text: str) -> str:
    """A text of others without what would steer a terminal, or cannot be written."""
    return "".join(each if each.isprintable() else "?" for each in text)


def _found(known: Known, now: Told, names: list[str]) -> str:
    passing = min(place for place, told in known.items() if told.passes)
    failing = _failing(known, passing)
    asked = f"{len(known)} of {len(names)} revisions were asked."
    if failing < 0 and now.passes is None:
        return f"The tests pass at {names[passing]}; what is there now {now}. {asked}"
    since = names[failing] if failing >= 0 else "what is there now"
    if passing - failing > 1:
        unsure = sum(failing < place < passing for place in known)
        left = passing - failing - 1 - unsure
        whys = [f"{unsure} could not be judged"] * bool(unsure) + [f"{left} were not asked in the time"] * bool(left)
        since = f"{since} at the latest; of the revisions between them {' and '.join(whys)}"
    elif failing < 0:
        since = "a change that is not committed"
    return f"The tests pass at {names[passing]} and fail since {since}. {asked}"


def _kept(project: Project, then: Mapping[str, str], earlier: Mapping[str, str]) -> list[str]:
    """What is said of files that were different at that revision and are not taken from it: those that may not be
    changed, that are new, or that are gone."""
    both = {*then, *project.files}
    kept = sorted(name for name in both - earlier.keys() if then.get(name) != project.files.get(name))
    if not kept:
        return []
    named = ", ".join(kept[:_SHOWN]) + (f" and {len(kept) - _SHOWN} more" if len(kept) > _SHOWN else "")
    return [f"Also different at that revision, and left as now: {named}."]
