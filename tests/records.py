"""Records and memories of tests."""

import uuid
from typing import Any

from aurora.contracts.memory import Entry
from aurora.engines.recall.features import of_memory, words
from aurora.engines.recall.similarity import bag, signature_key
from aurora.model.memory import SUCCEEDED, Memory, Source
from aurora.model.record import Record


def record(name: str = "shout", prompt: str = "Put a text in capitals.", **changes: Any) -> Record:
    """A verified record; its id follows from its name and provenance."""
    signature = changes.pop("func_signature", f"def {name}(text: str) -> str")
    facts: dict[str, Any] = {
        "timestamp": "2026-11-21T10:00:00+00:00",
        "spec_id": "words",
        "spec_hash": f"hash of {name}",
        "func_name": name,
        "func_signature": signature,
        "passed": 2,
        "total": 2,
        "score": 1.0,
        "failing_tests": (),
        "snippet": f"def {name}(text):\n    return text.upper()\n",
        "complexity": 1,
        "iteration": 1,
        "calls_functions": (),
        "sig_key": signature_key(signature),
        "post_bow": bag(name, prompt),
        "duration_ms": 120,
        "synthesis_method": "modules.autonomy.synthesis.enumerate_programs",
        "verdict": "verified",
        "tests": (f"assert {name}('a') == 'A'",),
        "provenance": "run 20261121-100000-abcdef",
        "components": ("units.knowledge.strings.shift_letters",),
    } | changes
    return Record(id=str(uuid.uuid5(uuid.NAMESPACE_URL, f"{name} {facts['provenance']}")), **facts)


def memory(key: str, title: str, text: str = "", **changes: Any) -> Memory:
    """A fix that succeeded."""
    facts: dict[str, Any] = {
        "source": Source.FIX,
        "moment": "2026-11-21T10:00:00+00:00",
        "outcome": SUCCEEDED,
        "link": f"fix {key}",
    } | changes
    return Memory(key=key, title=title, text=text, **facts)


def entry(of: Memory) -> Entry:
    """A memory as it is written."""
    return Entry(of, words(f"{of.title} {of.text}"), of_memory(of))


def entry_of(of: Record) -> Entry:
    """A record's memory."""
    found = Memory(Source.CORPUS, of.id, of.timestamp, SUCCEEDED, of.func_name, " ".join(of.post_bow), of.provenance)
    return entry(found)
