"""Work with what earlier work taught: the earlier answer first, then a search that leans; what is verified teaches."""

import json
import re
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aurora.contracts.store import Store
from aurora.engines.learning.bias import Outcome, Rates, bias, explored, taught
from aurora.engines.learning.trust import TRUST, caution, judged
from aurora.engines.recall.similarity import signature_key
from aurora.flows.remember import mark_failed, memory_of, record_of, remember_repair, spec_hash
from aurora.flows.seeds import seeds
from aurora.flows.synthesize import attempt, intelligence, with_tests
from aurora.flows.tools import Tools
from aurora.model.answer import Candidate, Found, Repair, Synthesis
from aurora.model.errors import AuroraError
from aurora.model.memory import Source
from aurora.model.progress import Progress, Watch, silent
from aurora.model.record import Record
from aurora.model.task import Budget, RepairTask, SynthesisTask
from aurora.model.verdict import Verdict
from aurora.pycode.edit import unified
from aurora.pycode.metrics import called_names
from aurora.pycode.normalise import fingerprint

RECALLED = "engines.recall.earlier_answer"
_ERROR = re.compile(r"\b[A-Z]\w*(?:Error|Exception|Warning|Interrupt)\b")
_RIVALS = 0.25  # of the budget
_EVENTS = 200  # of a project's history that are looked at


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from: the specification or command, and the run."""

    spec: str = "request"
    provenance: str = "synth"
    once: bool = False  # a job, which is taken up again when its process died


def write_function(
    tools: Tools,
    task: SynthesisTask,
    budget: Budget,
    watch: Watch = silent,
    *,
    tests: bool = False,
    origin: Origin = Origin(),
) -> tuple[Synthesis, Record]:
    """`synthesize` with memory, and its record: an earlier verified answer that holds again spares the search.

    What cannot be read from the store or kept in it costs only the memory: a note says so.
    """
    if not tools.settings.learning:
        answer, found = attempt(tools, task, budget, watch)
        return with_tests(tools, task, answer, budget, watch, wanted=tests), _record(task, answer, found, origin)
    notes: list[str] = []
    started = time.perf_counter()
    with _noting(notes):
        earlier = _earlier(tools, tools.store(), task, budget, watch, notes, origin)
        if earlier is not None:
            answer, found, record = earlier
            answer = replace(answer, strategy=RECALLED, seconds=time.perf_counter() - started, notes=tuple(notes))
            answer = with_tests(tools, task, answer, budget, watch, wanted=tests)
            again = replace(_record(task, answer, found, origin), iteration=record.iteration + 1)
            return answer, _kept(tools, again)
    answer, found = _searched(tools, task, budget, watch, notes, origin)
    answer = with_tests(tools, task, answer, budget, watch, wanted=tests)
    record = _record(task, answer, found, origin)
    with _noting(notes):
        _kept(tools, record)
        if answer.verdict is Verdict.VERIFIED:
            parts = tuple(part for part in (*answer.components, answer.strategy) if part)
            _teach_once(tools, Outcome(record.sig_key, parts, 1.0, record.id, "verified", record.timestamp))
    return replace(answer, notes=(*answer.notes, *notes)), record


def _searched(
    tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch, notes: list[str], origin: Origin
) -> tuple[Synthesis, Found]:
    """A search that leans as experience does, beside what is made of earlier answers; a job that is taken up again
    must ask the same again, so it makes nothing of them."""
    leaning, made = dict[str, float](), tuple[Candidate, ...]()
    with _noting(notes):
        leaning = _leaning(tools, tools.store(), [signature_key(task.signature)], spec_hash(task), budget, notes)
        made = () if origin.once else seeds(tools, task)
    return _attempt(tools, task, replace(budget, bias=leaning), watch, made)


def search_leaning(tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch = silent) -> Synthesis:
    """Search as experience leans, with no earlier answer and nothing recorded: what experience alone is worth."""
    subjects = [signature_key(task.signature)]
    leaning = bias(tools.store().lessons.of(subjects), subjects) if subjects[0] else {}
    return _attempt(tools, task, replace(budget, bias=leaning), watch, seeds(tools, task))[0]


def _attempt(
    tools: Tools, task: SynthesisTask, budget: Budget, watch: Watch, made: tuple[Candidate, ...]
) -> tuple[Synthesis, Found]:
    """With candidates made of earlier answers the search has a share of the time, to find their rivals; all of what is
    left only when that does not verify one."""
    started = time.perf_counter()
    if made:
        answer, found = attempt(tools, task, replace(budget, seconds=budget.seconds * _RIVALS), watch, made)
        if answer.verdict is Verdict.VERIFIED:
            return answer, found
    left = max(budget.seconds * _RIVALS, budget.seconds - (time.perf_counter() - started))
    answer, found = attempt(tools, task, replace(budget, seconds=left), watch, made)
    return replace(answer, seconds=time.perf_counter() - started), found


def repair_project(
    tools: Tools,
    name: str,
    task: RepairTask,
    budget: Budget,
    watch: Watch = silent,
    *,
    link: str,
    job: str = "",
    confirm: Callable[[Repair], Repair] = lambda answer: answer,
) -> tuple[Repair, str]:
    """Repair with memory: operators and fixers in the order that earlier repairs taught; returns the memory's key too.

    The errors that the issue names, and those that the project's services reported, choose what applies. Only what
    also holds after `confirm` teaches, and where nothing was to be repaired nothing is kept. A `job` that is taken up
    again is kept and teaches once.
    """
    if not tools.settings.learning:
        return confirm(intelligence(tools).repair(task, budget, watch)), ""
    notes: list[str] = []
    leaning, subjects, key = dict[str, float](), ["repair"], ""
    with _noting(notes):
        subjects = [*_error_subjects(tools.store(), name, task.issue), "repair"]
        leaning = _leaning(tools, tools.store(), subjects, name, budget, notes)
    answer = confirm(intelligence(tools).repair(task, replace(budget, bias=leaning), watch))
    if answer.whole:
        return replace(answer, notes=(*answer.notes, *notes)), ""  # nothing was repaired, and nothing could not be
    with _noting(notes):
        key = _keep_repair(tools, name, answer, task, link, job)
        parts = parts_of(answer)
        if answer.verdict is Verdict.VERIFIED and parts:
            moment = datetime.now(UTC).isoformat()
            for subject in dict.fromkeys([*_named(task.issue), "repair", TRUST]):
                _teach_once(tools, Outcome(subject, parts, 1.0, key, "verified", moment))
    return replace(answer, notes=(*answer.notes, *notes)), key


def take_back(tools: Tools, parts: Sequence[str], evidence: str) -> str:
    """A user took a change back: the rules that made it lose trust, and its lessons are undone; returns a note."""
    notes: list[str] = []
    with _noting(notes):
        mark_failed(tools.store(), Source.FIX, evidence, "taken back")
    if tools.settings.learning and parts:
        with _noting(notes):
            moment = datetime.now(UTC).isoformat()
            _judge_rules(tools, Outcome(TRUST, tuple(parts), -1.0, evidence, "taken back", moment))
            _unlearn(tools, evidence, "taken back", default=Outcome("repair", tuple(parts), -1.0, evidence, "", moment))
    return " ".join(notes)


def parts_of(answer: Repair) -> tuple[str, ...]:
    """The ids of the operators and fixers that made a patch."""
    named = answer.patch.operator.split(", then ") if answer.patch else []
    return tuple(dict.fromkeys(part for part in named if part))


def rates(tools: Tools) -> Rates:
    """How fast this Aurora learns."""
    settings = tools.settings
    return Rates(settings.learning_rate, settings.bias_decay, settings.exploration)


def _earlier(
    tools: Tools, store: Store, task: SynthesisTask, budget: Budget, watch: Watch, notes: list[str], origin: Origin
) -> tuple[Synthesis, Found, Record] | None:
    """The newest verified answer to exactly this task that holds when it is judged again beside the rivals of then.

    An abstention is asked for twice before it tells against a record: a busy machine shows less in its time.
    """
    for record, weight in store.corpus.of_spec(spec_hash(task)):
        own = origin.once and record.provenance == origin.provenance
        if own or not record.verified or weight <= 0:
            continue
        watch(Progress("recall", note=record.func_name))
        found = Found(tuple(_candidates(record)), notes=("the candidates of an earlier run",))
        answer = tools.judge.judge(task, found, budget, watch)
        if not answer.code:
            answer = tools.judge.judge(task, found, budget, watch)
        same = _does(answer.code) == _does(record.snippet)
        if answer.verdict is Verdict.VERIFIED and same:
            notes.append(
                f"An earlier answer ({record.provenance}, {record.timestamp[:16]}) was verified again; no search."
            )
            return replace(answer, components=record.components), found, record
        if same:
            return None
        _refute(tools, store, record)
        notes.append(
            f"An earlier answer ({record.provenance}) did not hold when it was judged again; it lost its weight."
        )
    return None


def _candidates(record: Record) -> Iterator[Candidate]:
    kept = [Candidate(each.code, each.strategy, each.cost, each.components) for each in record.candidates]
    if all(_does(each.code) != _does(record.snippet) for each in kept):
        yield Candidate(record.snippet, record.synthesis_method, 0.0, record.components)
    yield from kept


def _does(code: str) -> str:
    """What is the same for programs that differ in names, layout and documentation only."""
    try:
        return fingerprint(code)
    except (SyntaxError, ValueError, AuroraError):
        return code


def _refute(tools: Tools, store: Store, record: Record) -> None:
    store.corpus.weigh(record.id, 0.0)
    mark_failed(store, Source.CORPUS, record.id, "found wrong later")
    store.events.append("learning.refuted", source="learning", subject=record.func_name, data={"record": record.id})
    _unlearn(tools, record.id, "found wrong")


def _unlearn(tools: Tools, evidence: str, why: str, default: Outcome | None = None) -> None:
    """The opposite of each lesson that a piece of evidence gave; of `default` when it gave none."""
    moment = datetime.now(UTC).isoformat()
    told = tools.store().lessons.lessons(evidence=evidence) if evidence else ()
    given = [each for each in told if each.reward > 0]
    for subject in dict.fromkeys(each.subject for each in given if each.subject != TRUST):
        parts = tuple(each.part for each in given if each.subject == subject)
        _teach(tools, Outcome(subject, parts, -1.0, evidence, why, moment))
    if not given and default is not None:
        _teach(tools, replace(default, why=why))


def _leaning(
    tools: Tools, store: Store, subjects: Sequence[str], key: str, budget: Budget, notes: list[str]
) -> dict[str, float]:
    known = store.lessons.of([*filter(None, subjects), TRUST])
    found = bias(known, [subject for subject in subjects if subject])
    for part, lost in caution(known).items():
        found[part] = max(-1.0, found.get(part, 0.0) + lost)
    chosen, drawn = explored(found, rates(tools), budget.seed, key)
    if drawn:
        notes.append("Explored: looked where experience does not point.")
    return chosen


def _teach(tools: Tools, outcome: Outcome) -> None:
    lessons = tools.store().lessons
    if outcome.subject:
        lessons.keep(*taught(lessons.of([outcome.subject]), outcome, rates(tools)))


def _teach_once(tools: Tools, outcome: Outcome) -> None:
    """Teach a subject, unless this evidence taught it before."""
    if all(each.subject != outcome.subject for each in tools.store().lessons.lessons(evidence=outcome.evidence)):
        (_judge_rules if outcome.subject == TRUST else _teach)(tools, outcome)


def _judge_rules(tools: Tools, outcome: Outcome) -> None:
    lessons = tools.store().lessons
    lessons.keep(*judged(lessons.of([TRUST]), outcome, rates(tools)))


def _record(task: SynthesisTask, answer: Synthesis, found: Found, origin: Origin) -> Record:
    calls = sorted((called_names(answer.code) & set(task.library)) - {task.name})
    record = record_of(task, answer, found, spec=origin.spec, provenance=origin.provenance, calls=calls)
    if not origin.once:
        return record
    return replace(record, id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{origin.provenance}/{record.spec_hash}")))


def _kept(tools: Tools, record: Record) -> Record:
    due = record.timestamp if tools.settings.export_enabled else ""
    corpus = tools.store().corpus
    if not corpus.with_ids([record.id]):
        corpus.add([(record, memory_of(record))], post=due)
    return record


def _keep_repair(tools: Tools, name: str, answer: Repair, task: RepairTask, link: str, job: str) -> str:
    parts = parts_of(answer)
    pages = {part.id: part.page.partition("\n")[0] for part in tools.discover().parts if part.id in parts}
    suspected = dict.fromkeys([*(fault.path for fault in answer.faults), *task.target])
    shown = answer.patch.files if answer.patch else {path: task.files.get(path, "") for path in suspected}
    changed = (unified(task.files.get(path, ""), text, path, context=0) for path, text in shown.items())
    diff = "".join([*changed, *(f"{path}\n{text}\n" for path, text in shown.items())])
    about = " ".join(pages.values())
    key = remember_repair(tools.store(), name, answer, issue=task.issue, diff=diff, link=link, about=about, job=job)
    data = {"memory": key, "verdict": str(answer.verdict), "parts": list(parts), "errors": _named(task.issue)}
    events = tools.store().events
    told = events.since(max(0, events.last() - _EVENTS), subject=name, types=("fix.judged",)) if job else ()
    if all(event.data.get("memory") != key for event in told):
        events.append("fix.judged", source="fix", subject=name, data=data)  # type: ignore[arg-type]
    return key


def _named(text: str) -> list[str]:
    return [f"repair:{kind}" for kind in dict.fromkeys(_ERROR.findall(text))]


def _error_subjects(store: Store, name: str, issue: str) -> list[str]:
    """The errors that the issue names, then those that a service of this name reported."""
    reported = store.events.since(max(0, store.events.last() - _EVENTS), subject=name)
    told = " ".join(json.dumps(dict(event.data)) for event in reversed(reported) if event.source != "fix")
    return list(dict.fromkeys([*_named(issue), *_named(told)]))


@contextmanager
def _noting(notes: list[str]) -> Iterator[None]:
    """What the store cannot do is noted and costs nothing else."""
    try:
        yield
    except AuroraError as error:
        notes.append(f"The memory could not be used: {error}")
