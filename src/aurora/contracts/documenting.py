"""How documentation is made of a project: read, say what is known, run the examples, keep what holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from aurora.contracts.doctests import Doctests, run_doctests
from aurora.contracts.mode import World
from aurora.contracts.testing import Wanted
from aurora.model.documentation import (
    Documentation,
    Evidence,
    Proposal,
    Shown,
    Style,
    Undocumented,
    Unsaid,
    is_test,
)
from aurora.model.errors import BadInputError, UnparsableError
from aurora.model.finding import Finding, Severity
from aurora.model.mode import Result
from aurora.model.progress import Progress
from aurora.model.verdict import Check
from aurora.pycode.docstrings.definitions import Definition, Module, module_of
from aurora.pycode.docstrings.pages import dangling, pages
from aurora.pycode.docstrings.place import documented
from aurora.pycode.docstrings.sections import style_of
from aurora.pycode.docstrings.stale import errors_of, stale
from aurora.pycode.docstrings.write import lay_out, sentences
from aurora.pycode.edit import unified

Chosen = TypeVar("Chosen", Style, Evidence)
_EXAMPLES = 2  # of a docstring that answer, and one that raises
_RUNS = 4
_SHARE = 0.5  # of the budget, for the tests, and again for looking for examples


@dataclass(frozen=True, slots=True)
class _Read:
    """A project as it was read."""

    modules: Mapping[str, Module]
    broken: tuple[Finding, ...]
    style: Style
    detected: int
    least: Evidence

    def open(self, function: str) -> Iterator[tuple[str, Definition]]:
        """The public definitions without a docstring, or the one that is named."""
        for path, module in self.modules.items():
            for each in module.definitions:
                if (each.name == function or (not function and each.public)) and not each.documented:
                    yield path, each


def documentation(given: Undocumented, world: World) -> Result[Documentation]:
    """Docstrings for what has none, stale ones told, pages; every example in a docstring was run.

    Raises `BadInputError` for a file that is not there, a style or evidence that is none, and a function that is not
    found.
    """
    read = _read(given)
    doubt = _doubt(given, world, read)
    shown = _shown(given, world, read) if given.examples and not doubt else {}
    proposals, unsaid = _proposed(read, given.function, shown)
    changed, run = _held(given, world, read, proposals)
    proposals, texts = changed
    findings = sorted((*read.broken, *_stale(given, read), *_failing(read, run), *_undocumented(read, given.function)))
    public = [each for module in read.modules.values() for each in module.public]
    after = {path: module_of(texts.get(path, given.files[path]), path) for path in read.modules}
    made = pages(after, given.pages) if given.pages else {}
    output = Documentation(
        read.style,
        read.detected,
        len(public),
        sum(each.documented for each in public),
        tuple(proposals),
        tuple(unsaid),
        texts,
        "".join(unified(given.files[path], text, path) for path, text in sorted(texts.items())),
        made,
        (run.held, len(run.ran)),
    )
    evidence = (*_evidence(output, run, {**given.files, **texts}), *doubt)
    return Result(output, evidence, tuple(findings), done=bool(read.modules))


def _read(given: Undocumented) -> _Read:
    if given.pages.startswith("/") or ".." in given.pages.split("/"):
        raise BadInputError(f"{given.pages!r} is no folder of the project.", where="pages")
    modules, broken = dict[str, Module](), list[Finding]()
    for path in given.targets:
        if path not in given.files:
            raise BadInputError("is not among the files.", where=path)
        try:
            modules[path] = module_of(given.files[path], path)
        except UnparsableError as error:
            line = min(max(error.line, 1), given.files[path].count("\n") + 1)
            broken.append(Finding(path, line, 1, "syntax", "It is not Python.", Severity.ERROR, "Repair it first."))
    names = {each.name for module in modules.values() for each in module.definitions}
    if given.function and given.function not in names:
        raise BadInputError(f"{given.function!r} is not defined in the files.", where="function")
    texts = [each.docstring.text for module in modules.values() for each in module.definitions if each.docstring]
    style, detected = style_of(texts)
    chosen = _one_of(Style, given.style, "style") if given.style else style
    least = _one_of(Evidence, given.least, "least")
    return _Read(modules, tuple(broken), chosen, detected if chosen is style else 0, least)


def _one_of(kind: type[Chosen], text: str, where: str) -> Chosen:
    try:
        return kind(text)
    except ValueError:
        raise BadInputError(f"{text!r} is none of {', '.join(kind)}.", where=where) from None


def _doubt(given: Undocumented, world: World, read: _Read) -> tuple[Check, ...]:
    """Why no call is taken as an example: tests fail, or cannot be run, so what a call gives may be wrong."""
    tests = [path for path in given.files if path.endswith(".py") and is_test(path) and "conftest" not in path]
    if not (given.examples and tests and any(each.pure for _, each in read.open(given.function))):
        return ()
    world.watch(Progress("run the tests"))
    budget = replace(world.budget, seconds=max(1.0, world.budget.seconds * _SHARE))
    seen = world.observe.coverage(given.files, tuple(read.modules), tests, budget, mutants=0, watch=world.watch)
    failing = [each.test for each in seen.tests if not each.passed]
    if not (failing or seen.trouble):
        return ()
    what = f"{len(failing)} of {len(seen.tests)} fail" if failing else "they could not be run"
    words = f"{what}, so no call was taken as an example: it may be wrong"
    return (Check("tests", words, False, ", ".join(failing) or seen.trouble),)


def _shown(given: Undocumented, world: World, read: _Read) -> dict[tuple[str, str], list[Shown]]:
    """Calls that were recorded in the sandbox, of functions that touch nothing outside as far as is seen."""
    pure = [(path, each.name) for path, each in read.open(given.function) if each.pure]
    paths = list(dict.fromkeys(path for path, _ in pure))
    found: dict[tuple[str, str], list[Shown]] = {}
    budget = replace(world.budget, seconds=max(1.0, world.budget.seconds * _SHARE / max(1, len(paths))))
    for number, path in enumerate(paths, start=1):
        world.watch(Progress("examples", number, len(paths), path))
        wanted = Wanted(given.files, path, "", given.function.partition(".")[0])
        for each in world.tester.calls(wanted, budget, world.watch):
            if (path, each.target) in pure:
                found.setdefault((path, each.target), []).append(each)
    return {key: _chosen(calls) for key, calls in found.items()}


def _chosen(calls: Sequence[Shown]) -> list[Shown]:
    """The first that answer, each another answer, and the first that raises."""
    answers = list({each.answer: each for each in reversed(calls) if not each.raised}.values())[::-1]
    return [*answers[:_EXAMPLES], *[each for each in calls if each.raised][:1]]


def _proposed(
    read: _Read, function: str, shown: Mapping[tuple[str, str], Sequence[Shown]]
) -> tuple[list[Proposal], list[Unsaid]]:
    proposals, unsaid = list[Proposal](), list[Unsaid]()
    for path, each in read.open(function):
        indent = 4 * (each.name.count(".") + 1)
        said = sentences(each, shown.get((path, each.name), ()))
        made = Proposal(path, each.line, each.name, lay_out(said, read.style, indent), said)
        if made.enough(read.least):
            proposals.append(made)
        else:
            unsaid.append(Unsaid(path, each.line, each.name, f"{_lacking(made, read)}; what it is for is yours to say"))
    return proposals, unsaid


def _lacking(made: Proposal, read: _Read) -> str:
    if made.evidence is Evidence.NAME:
        return "nothing more than its name is known"
    if made.evidence.rank < read.least.rank:
        return f"nothing of it is known by more than what is {made.evidence}"
    return "its first line would only repeat its name"


def _held(
    given: Undocumented, world: World, read: _Read, proposals: Sequence[Proposal]
) -> tuple[tuple[list[Proposal], dict[str, str]], Doctests]:
    """The proposals without examples that do not hold in the changed files, those files, and how all examples ran."""
    kept = list(proposals)
    for attempt in range(_RUNS):
        texts = _texts(given, kept)
        files = {**given.files, **texts}
        world.watch(Progress("run the examples", attempt, _RUNS))
        run = run_doctests(world.sandbox, files, list(read.modules), world.budget) if given.examples else Doctests()
        failed = {(each.path, each.name, each.source) for each in run.ran if not each.held}
        mended = [_without(each, failed, run.troubles, read.style) for each in kept]
        mended = [each for each in mended if each.enough(read.least)]
        if mended == kept:
            break
        kept = mended
    return (kept, texts), run


def _without(each: Proposal, failed: set[tuple[str, str, str]], troubles: Mapping[str, str], style: Style) -> Proposal:
    said = tuple(
        one
        for one in each.sentences
        if one.kind != "example"
        or (each.path not in troubles and (each.path, each.name, one.text[4:].partition("\n")[0]) not in failed)
    )
    if said == each.sentences:
        return each
    return replace(each, sentences=said, text=lay_out(said, style, 4 * (each.name.count(".") + 1)))


def _texts(given: Undocumented, proposals: Sequence[Proposal]) -> dict[str, str]:
    paths = dict.fromkeys(each.path for each in proposals)
    return {
        path: documented(given.files[path], {each.name: each.text for each in proposals if each.path == path})
        for path in paths
    }


def _stale(given: Undocumented, read: _Read) -> Iterator[Finding]:
    errors = errors_of(given.files)
    for path, module in read.modules.items():
        yield from stale(path, module, errors)


def _failing(read: _Read, run: Doctests) -> Iterator[Finding]:
    """The examples that were there and do not hold."""
    for each in run.ran:
        module = read.modules[each.path]
        owners = [one.docstring for one in module.definitions if one.name == each.name]
        there = next(iter(owners), None) if each.name else module.docstring
        if not each.held and there is not None:
            shown = each.got.splitlines()
            told = f"`{each.source}` gives {shown[-1][:120] if shown else 'nothing'}, which its docstring does not say."
            yield Finding(each.path, there.line + each.line, 1, "failing-doctest", told, advice="Mend one of the two.")
    for path, trouble in run.troubles.items():
        yield Finding(path, 1, 1, "doctests-not-run", f"Its examples could not be run: {trouble}", Severity.NOTE)


def _undocumented(read: _Read, function: str) -> Iterator[Finding]:
    for path, each in read.open(function):
        message = f"The {each.kind} `{each.name}` has no docstring."
        yield Finding(path, each.line, 1, "undocumented", message, Severity.NOTE)


def _evidence(output: Documentation, run: Doctests, files: Mapping[str, str]) -> Iterator[Check]:
    whole = output.documented == output.public
    yield Check("docstrings", f"{output.documented} of {output.public} public definitions have one", whole)
    if output.changed:
        yield Check("tree", f"{len(output.changed)} files parse to the same tree but for docstrings", True)
    if run.ran or run.troubles:
        held = f"{run.held} of {len(run.ran)} examples hold, each run twice with another hash seed"
        yield Check("doctest", held, run.held == len(run.ran) and not run.troubles, "; ".join(run.troubles.values()))
    if output.pages:
        bad, links = dangling(output.pages, files)
        yield Check(
            "links", f"{links - len(bad)} of {links} links lead to a line that is there", not bad, "; ".join(bad)
        )
