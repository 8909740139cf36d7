"""What was learned: shown, explained by its evidence, reset; and measured before and after on tasks held out."""

from collections.abc import Sequence
from dataclasses import dataclass

from aurora.engines.recall.chains import CHAINED
from aurora.flows.tools import Tools
from aurora.model.errors import NotFoundError
from aurora.model.lesson import Learned, Lesson
from aurora.model.record import Record, Wanted
from aurora.model.refresh import Refreshed, Version
from aurora.pycode.metrics import called_names


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why something is as it is: the lessons, the records, and sentences for people."""

    id: str
    values: tuple[Learned, ...]
    lessons: tuple[Lesson, ...]
    records: tuple[Record, ...]
    sentences: tuple[str, ...]


def show(tools: Tools) -> Sequence[Learned]:
    """Everything that was learned, the strongest first."""
    return sorted(tools.store().lessons.of([]), key=lambda each: (-abs(each.value), each.subject, each.part))


def reset(tools: Tools, part: str = "") -> int:
    """Forget what was learned of a part and the parts below it, or of all; returns how many values went.

    Raises `NotFoundError` when nothing was learned of the part.
    """
    count = tools.store().lessons.reset(part)
    if part and not count:
        raise NotFoundError("learned part", part, next_step="`aurora learn show` lists what was learned.")
    return count


def explain(tools: Tools, id: str) -> Explanation:
    """Why a part is tried early or late, or why a function was answered as it was.

    `id` is a part's id or its last word, a record's id, or the name of a function; raises `NotFoundError`.
    """
    store = tools.store()
    values = [each for each in store.lessons.of([]) if id in (each.part, each.part.rpartition(".")[2], each.subject)]
    lessons = [
        lesson for part in dict.fromkeys(each.part for each in values) for lesson in store.lessons.lessons(part=part)
    ]
    records = list(store.corpus.with_ids([id])) or list(store.corpus.page(Wanted(name=id), 1000))
    if records:
        lessons += [each for record in records for each in store.lessons.lessons(evidence=record.id)]
    else:
        lessons = lessons or list(store.lessons.lessons(evidence=id))
    if not (values or lessons or records):
        raise NotFoundError(
            "lesson, part, record or function", id, next_step="`aurora learn show` lists what was learned."
        )
    sentences = (*_of_values(values), *_of_records(store_weights(tools, records)))
    return Explanation(id, tuple(values), tuple(dict.fromkeys(lessons)), tuple(records), sentences)


def store_weights(tools: Tools, records: Sequence[Record]) -> list[tuple[Record, float]]:
    """Records with their weights, oldest first."""
    weights = tools.store().corpus.weights([record.id for record in records])
    return [(record, weights.get(record.id, 1.0)) for record in sorted(records, key=lambda each: each.timestamp)]


def _of_values(values: Sequence[Learned]) -> list[str]:
    return [_of_value(each) for each in values]


def _of_value(each: Learned) -> str:
    if each.subject == "trust":
        return f"{each.part} is trusted {each.value:.2f} (0.50 is where a rule starts) after {_lessons(each.count)}."
    how = "earlier" if each.value > 0 else "later"
    bias = f"bias {each.value:+.2f} after {_lessons(each.count)}"
    return f"For {each.subject}, {each.part} is tried {how} than without experience: {bias}."


def _lessons(count: int) -> str:
    return f"{count} lesson{'s' * (count != 1)}"


def _of_records(records: Sequence[tuple[Record, float]]) -> list[str]:
    found: list[str] = []
    first: dict[str, Record] = {}
    for record, weight in records:
        earlier = first.setdefault(record.spec_hash, record)
        words = f"{record.timestamp[:16]} {record.provenance}: {record.verdict} in {record.duration_ms} ms"
        if record.synthesis_method == "engines.recall.earlier_answer":
            words += f", the earlier answer judged again without a search, {_quicker(earlier, record)}"
        elif record.synthesis_method == CHAINED:
            words += f", made of earlier answers: {', '.join(_helpers(record)) or 'one as it was'}"
        else:
            words += f" by {record.synthesis_method or 'nothing'}"
        found.append(f"{words}.{' It was found wrong later and has no weight.' if weight <= 0 else ''}")
    return found


def _quicker(earlier: Record, record: Record) -> str:
    ratio = earlier.duration_ms / max(1, record.duration_ms)
    if ratio >= 1:
        return f"{ratio:.1f} times as fast as the first time"
    return (
        f"yet no quicker than the {earlier.duration_ms} ms of the first time: the machine was busy, or judging is most"
    )


def _helpers(record: Record) -> list[str]:
    """The earlier answers that the first chain among its candidates calls."""
    code = next((each.code for each in record.candidates if each.strategy == CHAINED), "")
    return sorted(name for name in called_names(code) if f"def {name}(" in code)


def refresh(tools: Tools, *, dry_run: bool = False) -> Refreshed:
    """Learn again from what still holds; see `contracts/learner.py`."""
    return tools.learner.refresh(dry_run=dry_run)


def versions(tools: Tools) -> Sequence[Version]:
    """The versions that were kept, oldest first."""
    return tools.learner.versions()


def undo_refresh(tools: Tools, *, force: bool = False) -> Version:
    """Take the newest version back."""
    return tools.learner.undo(force=force)
