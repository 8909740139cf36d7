"""Keep what happened: a record and a memory of each, and the events since the last time."""

import ast
import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime

from aurora.contracts.memory import Entry
from aurora.contracts.store import Store
from aurora.engines.recall.features import of_memory, words
from aurora.engines.recall.similarity import bag, signature_key
from aurora.model.answer import Found, Repair, Synthesis
from aurora.model.memory import FAILED, SUCCEEDED, Memory, Source
from aurora.model.record import Record, Rival
from aurora.model.task import SynthesisTask
from aurora.pycode.metrics import complexity
from aurora.pycode.trees import tree_of

_MOST_CODE = 4000  # characters of code and diff that a memory holds
_MOST_FAILING, _MOST_SAID = 5, 200  # tests that failed, and the characters of what each said
_RIVALS = 8


def spec_hash(task: SynthesisTask) -> str:
    """The same for two tasks that ask for exactly the same."""
    return hashlib.sha256(json.dumps(asdict(task), sort_keys=True).encode()).hexdigest()


def record_of(
    task: SynthesisTask, answer: Synthesis, found: Found, *, spec: str, provenance: str, calls: Sequence[str] = ()
) -> Record:
    """The record of one function that was asked for; its id follows from what was asked, when and by whom."""
    checks = answer.judgement.checks
    passed, total = sum(check.passed for check in checks), len(checks)
    conditions = (each.words for each in (*task.preconditions, *task.postconditions))
    moment = datetime.now(UTC).isoformat()
    return Record(
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{provenance}/{spec}.{task.name}/{moment}")),
        timestamp=moment,
        spec_id=spec,
        spec_hash=spec_hash(task),
        func_name=task.name,
        func_signature=task.signature,
        passed=passed,
        total=total,
        score=round(passed / total, 4) if total else 0.0,
        failing_tests=tuple(check.text for check in checks if not check.passed),
        snippet=answer.code,
        complexity=complexity(answer.code),
        iteration=1,
        calls_functions=tuple(calls),
        sig_key=signature_key(task.signature),
        post_bow=bag(task.prompt, task.name, *conditions),
        duration_ms=round(answer.seconds * 1000),
        synthesis_method=answer.strategy,
        verdict=str(answer.verdict),
        tests=task.asserts,
        provenance=provenance,
        components=answer.components,
        candidates=tuple(
            Rival(each.code, each.strategy, each.cost, each.components) for each in found.candidates[:_RIVALS]
        ),
        evidence=answer.evidence,
    )


def memory_of(record: Record) -> Entry:
    """A corpus record as it is recalled: what was asked is its title."""
    answered = record.verdict in ("verified", "consistent")
    bag = " ".join(record.post_bow)
    title = f"{record.func_name}: {_asked(record.snippet) or bag}"
    method = record.synthesis_method.rpartition(".")[2]
    about = f"{record.func_signature}\n{method}\n{bag}\n{record.snippet[:_MOST_CODE]}"
    outcome = SUCCEEDED if answered else FAILED
    link = f"{record.provenance}#{record.spec_id}.{record.func_name}"
    return entry(Memory(Source.CORPUS, record.id, record.timestamp, outcome, title, about, link))


def _asked(code: str) -> str:
    """The first line of the documentation of a function; empty when there is none."""
    try:
        function = next((each for each in tree_of(code).body if isinstance(each, ast.FunctionDef)), None)
    except (SyntaxError, ValueError):
        return ""
    return ((function and ast.get_docstring(function)) or "").partition("\n")[0]


def entry(memory: Memory) -> Entry:
    """A memory with its words and features."""
    terms = words(f"{memory.title} {memory.text}")
    return Entry(memory, terms, of_memory(memory))


def mark_failed(store: Store, source: Source, key: str, why: str) -> None:
    """What was remembered as a success did not last: it is recalled as a failure from now on, and `why`."""
    known = store.memories.of(source, key)
    if known is not None and known.outcome != FAILED:
        store.memories.add([entry(replace(known, outcome=FAILED, title=f"{known.title} ({why})"))])


def remember_repair(
    store: Store, name: str, answer: Repair, *, issue: str, diff: str, link: str, about: str, job: str = ""
) -> str:
    """Keep one repair, also one that found nothing; returns its id. `about` says in words what its operators do.

    A `job` that is taken up again replaces what it kept before.
    """
    moment = datetime.now(UTC).isoformat()
    key = str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name}/{job or moment}"))
    failing = [each[:_MOST_SAID] for each in answer.failing[:_MOST_FAILING]]
    told = issue.strip().rpartition("\n")[2] or next(iter([*failing, *(fault.why for fault in answer.faults)]), "")
    why = answer.patch.why if answer.patch else "no patch was proved"
    text = "\n".join([why, about, issue, *failing, diff[:_MOST_CODE]])
    outcome = SUCCEEDED if answer.verdict.answered else FAILED
    store.memories.add([entry(Memory(Source.FIX, key, moment, outcome, f"{name}: {told}", text, link))])
    return key
