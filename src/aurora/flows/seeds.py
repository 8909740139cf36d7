"""What earlier answers are worth to a new request: those like it, alone or in a chain, that keep its examples."""

from itertools import islice

from aurora.contracts.store import Corpus
from aurora.engines.recall.chains import chains
from aurora.engines.recall.similarity import bag, signature_key, similar
from aurora.engines.verify.behaviour import Probe
from aurora.flows.tools import Tools
from aurora.model.answer import Candidate
from aurora.model.record import Record
from aurora.model.task import SynthesisTask

_LIKE = 24  # records that are looked at
_SEEDS = 7  # of them that are used: different functions that were verified
_TRIED = 60  # candidates that are run
_CALL = 0.05  # seconds of the processor that a call may take
_MOST = 8  # candidates that are handed on


def seeds(tools: Tools, task: SynthesisTask) -> tuple[Candidate, ...]:
    """The candidates that keep all examples when they are run in the sandbox, the shortest first."""
    key = signature_key(task.signature)
    if not (key and task.asserts and task.name):
        return ()
    made = list(islice(chains(_records(tools.store().corpus, task, key), task.name, task.signature, key), _TRIED))
    told = (
        Probe(task, (), seconds=_CALL)
        .with_asserts(task.asserts)
        .ask_together(tools.sandbox, [each.code for each in made])
    )
    return tuple(each for each, behaviour in zip(made, told, strict=True) if behaviour.passes)[:_MOST]


def _records(corpus: Corpus, task: SynthesisTask, key: str) -> list[Record]:
    """The verified records most like a task that have their weight and stand alone, one for each function."""
    conditions = (each.words for each in (*task.preconditions, *task.postconditions))
    like = [each.record for each in similar(corpus, key, bag(task.prompt, task.name, *conditions), _LIKE)]
    weights = corpus.weights([each.id for each in like])
    found: dict[str, Record] = {}
    for record in like:
        if record.verified and not record.calls_functions and weights.get(record.id, 0.0) > 0:
            found.setdefault(record.func_name, record)
    return list(found.values())[:_SEEDS]
