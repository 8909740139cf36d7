"""What is said of a task and its answer, in sentences."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec

from aurora.engines.repair.choose import Choice
from aurora.engines.repair.evidence import Assertion
from aurora.engines.repair.laboratory import Failure, Probe
from aurora.model.answer import Fault, Repair
from aurora.model.errors import UnparsableError
from aurora.model.execution import Outcome, Status
from aurora.model.task import RepairTask
from aurora.model.verdict import Check, Judgement, Verdict
from aurora.pycode.parse import parse

_DIED = {
    Status.WALL_TIME.value: "The tests did not come to their end in the time that there was",
    Status.CPU_TIME.value: "The tests did not come to their end in the processor time that they may use",
    Status.MEMORY.value: "The tests need more memory than they may use",
    Status.OUTPUT.value: "The tests write more than they may",
}
"""What is said when a limit ended the tests."""


def present(packages: Sequence[str]) -> tuple[str, ...]:
    """The packages that exist."""
    return tuple(name for name in packages if find_spec(name) is not None)


def refuse(task: RepairTask) -> Repair | None:
    """A verdict on a task that cannot be worked on, or nothing."""
    missing = [path for path in task.target if path not in task.files]
    if missing or not task.target:
        what = f"The target {missing[0]} is not among the files." if missing else "No target file is named."
        return Repair(Judgement(Verdict.FAILED, reasons=(what,)))
    for path, text in task.tests.items():
        try:
            parse(text, path)
        except UnparsableError as error:
            return Repair(
                Judgement(
                    Verdict.FAILED,
                    reasons=(f"The test file {path} is not Python (line {error.line}): {error.message}.",),
                )
            )
    return None


def untested(
    faults: Sequence[Fault], broken: Failure | None, seconds: float, lost: Sequence[Fault] = (), *, imported: bool
) -> Repair:
    """Files that parse, and nothing that says what is wrong with them besides what their import raises and the names
    that mean nothing in them, `lost`."""
    fine = "The files parse and import" if imported else "The files parse"
    reason = f"{fine}, and there are no tests to repair against."
    if broken:
        reason = f"The files do not import ({_said(broken)}), and nothing is known that puts it right."
    reasons = (*(f"{each.path}:{each.line}: {each.why}" for each in lost), reason)
    return Repair(Judgement(Verdict.ABSTAINED, reasons=reasons), None, tuple(faults), "", 0, seconds)


def _said(failure: Failure) -> str:
    return f"{failure.kind}: {failure.message}"


def unmended(faults: Sequence[Fault], seconds: float, beyond: Sequence[str] = ()) -> Repair:
    """Files that do not parse, and no text was found that does; none is looked for of what is `beyond` the limits."""
    reasons = ["No change was found with which the files parse."]
    if beyond:
        reasons = [f"Too long, or too deeply nested, to look for a change with which it parses: {', '.join(beyond)}."]
    reasons += [f"The first fault: {faults[0].path}:{faults[0].line} ({faults[0].why})."] if faults else []
    return Repair(Judgement(Verdict.ABSTAINED, reasons=tuple(reasons)), None, tuple(faults), "", 0, seconds)


def parses(unsaid: str = "", broken: Failure | None = None, *, imported: bool = False) -> Judgement:
    """The verdict on a static repair: what was shown of the files; `broken` is what their import raises, `unsaid` why
    the type checkers gave no answer."""
    checks = [Check("syntax", "the patched files parse", passed=True)]
    checks += [Check("import", "the patched files import", passed=imported)] if imported or broken else []
    fine = "parse and import" if imported else "parse"
    reasons = [f"The patched files {fine}; there are no tests that could say more.", unsaid]
    reasons += [f"Their import still fails ({_said(broken)})."] if broken else []
    return Judgement(Verdict.CONSISTENT, tuple(checks), tuple(filter(None, reasons)))


def unsure(faults: Sequence[Fault], lead: str, reasons: Sequence[str], tried: int, seconds: float) -> Repair:
    """Texts that parse were found, but without tests none is sure enough to be the answer."""
    why = tuple(dict.fromkeys(reasons)) or ("Another text that parses is as likely.",)
    judgement = Judgement(Verdict.ABSTAINED, reasons=(*why, f"Best lead: {lead}"))
    return Repair(judgement, None, tuple(faults), "", tried, seconds)


def contradictory(pairs: Sequence[tuple[Assertion, Assertion]]) -> Repair:
    """No program satisfies two tests of one call with different answers."""
    reasons = tuple(
        f"{one.path}:{one.line} wants {one.call} == {one.expected}, but line {two.line} wants {two.expected}."
        for one, two in pairs
    )
    return Repair(Judgement(Verdict.ABSTAINED, reasons=("The tests contradict each other.", *reasons)))


def hopeless(probe: Probe, faults: Sequence[Fault], stuck: Sequence[str] = (), *, others: bool = False) -> Repair:
    """There is nothing to repair, or nothing that could be run, since each test is `stuck` for instance; there may be
    `others` that were not run."""
    if stuck:
        reasons = (*stuck, "No test is left by which a candidate could be judged.")
        return Repair(Judgement(Verdict.ABSTAINED, reasons=reasons), faults=tuple(faults))
    if probe.passes:
        reason = "All given tests pass already; there is nothing to repair."
        reason = "All tests that can be run here pass already; of the others nothing is known." if others else reason
        return Repair(Judgement(Verdict.ABSTAINED, reasons=(reason,)), whole=True)
    if not probe.died:
        reason = "pytest finds no test in the test files, so no candidate can be judged by them."
    else:
        why = _DIED.get(probe.died, f"The tests end their own process ({probe.died})")
        reason = f"{why}, so no candidate can be judged by them."
    return Repair(Judgement(Verdict.ABSTAINED, reasons=(reason,)), faults=tuple(faults))


def several(faults: Sequence[Fault], count: int) -> Repair:
    """Tests that have no function in common fail: no one change can put them right."""
    reason = f"The failing tests see {count} faults."
    return Repair(Judgement(Verdict.ABSTAINED, reasons=(reason,)), faults=tuple(faults))


def silenced() -> Repair:
    """The project kept its own runner from answering."""
    reason = "The tests stop or smother the process that runs them (endless forks, signals), so nothing can be judged."
    return Repair(Judgement(Verdict.ABSTAINED, reasons=(reason,)))


def abstain(
    faults: Sequence[Fault], tried: int, seconds: float, *, passed_once: bool, lead: str = "", ended: str = ""
) -> Repair:
    """Nothing was good enough; `lead` is the likeliest change that passes, as a difference, `ended` the limit that
    ended the last run of pytest."""
    if ended:
        reasons = [f"{tried} changes were tried; pytest on a patched copy was ended by its limit of {ended}."]
    elif passed_once:
        reasons = [f"{tried} changes were tried; of those that pass the tests none is likely enough to be right."]
    else:
        reasons = [f"{tried} changes were tried; none passes all tests."]
    if lead:
        reasons.append(f"The likeliest, not believed:\n{lead.rstrip()}")
    if faults:
        reasons.append(f"Most suspicious: {faults[0].path}:{faults[0].line} ({faults[0].why}).")
    return Repair(Judgement(Verdict.ABSTAINED, reasons=tuple(reasons)), None, tuple(faults), "", tried, seconds)


def shortened(answer: Repair, seconds: float, tried: int) -> Repair:
    """An answer whose work was ended by the clock, which says so."""
    reason = (
        f"The clock ended the work early: the {seconds:g} s of the budget were over after {tried} changes. "
        "With more time, or on a machine with less to do, there may be another answer."
    )
    return replace(answer, judgement=replace(answer.judgement, reasons=(*answer.judgement.reasons, reason)))


def judge(choice: Choice, rank: int, outcome: Outcome) -> Judgement:
    """The verdict on the patch of this rank, which passed a real run of pytest."""
    run = Check("test", "pytest on the patched copy", passed=True, detail=outcome.stdout.strip()[-200:])
    verified = rank == 0 and choice.trusted
    verdict = Verdict.VERIFIED if verified else Verdict.CONSISTENT
    return Judgement(verdict, (run, *choice.checks), choice.reasons)


def together(
    parts: Mapping[frozenset[str], Repair], outcome: Outcome, doubt: Check, twice: Collection[str] = ()
) -> Judgement:
    """The verdict on the repairs of several faults, each for some tests, which passed a real run of pytest together.

    The whole is verified where each is, unless some functions were changed `twice`: what verified the first repair of
    one was not run on the function that it is now.
    """
    run = Check("test", "pytest on the patched copy", passed=True, detail=outcome.stdout.strip()[-200:])
    found = [check for each in parts.values() for check in each.judgement.checks if check.kind not in ("test", "doubt")]
    verified = all(each.verdict is Verdict.VERIFIED for each in parts.values()) and not twice
    again = f"More than one repair changes {', '.join(sorted(twice))}; what was generated for one was not run on all."
    reasons = (f"{_named(tests)}: {said}" for tests, each in parts.items() for said in _told(each))
    told = [f"The failing tests see {len(parts)} faults, each of which was repaired by itself."] * (len(parts) > 1)
    verdict = Verdict.VERIFIED if verified else Verdict.CONSISTENT
    return Judgement(verdict, (run, *found, doubt), (*told, *reasons, *([again] if twice else [])))


def _told(part: Repair) -> Iterable[str]:
    """What repaired one of several faults, and what is said of it."""
    return (*([f"repaired by {part.patch.operator}."] if part.patch else []), *part.judgement.reasons)


def partial(
    answer: Repair,
    passing: frozenset[str],
    lead: str,
    bad: Mapping[frozenset[str], Repair],
    doubt: str,
    untried: tuple[frozenset[str], str] = (frozenset(), ""),
) -> Repair:
    """Not all of several faults were repaired, or not all repairs are believed together (`doubt`): with `lead`, as a
    difference, the `passing` tests did in one run; the `bad` ones fail as before, and some were left `untried` because
    of a limit."""
    reasons = [*answer.judgement.reasons]
    if passing:
        why = f"not believed as a whole ({doubt})" if doubt else "since others still fail"
        reasons.append(f"Not applied, {why}; with it {_named(passing)} would pass:\n{lead.rstrip()}")
        left = {tests - passing: each for tests, each in bad.items() if tests - passing}
        reasons += [f"Still failing, {_named(tests)}: {each.judgement.reasons[0]}" for tests, each in left.items()]
    if untried[0]:
        reasons.append(f"Not tried, since the {untried[1]} of the budget were over: {_named(untried[0])}.")
    faults = dict.fromkeys((*(fault for each in bad.values() for fault in each.faults[:1]), *answer.faults))
    return replace(answer, judgement=replace(answer.judgement, reasons=tuple(reasons)), faults=tuple(faults))


def _named(tests: Iterable[str]) -> str:
    return ", ".join(sorted(tests))
