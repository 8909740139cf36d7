"""Regular expressions from words and from texts that must and must not match.

After Regel (Chen et al., PLDI 2020): the words are read into sketches of an expression, the examples complete them.
"""

import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.modules.autonomy.regex.clauses import Reading
from aurora.modules.autonomy.regex.documents import described, understood
from aurora.modules.autonomy.regex.induction import induced
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import containing, cost_of, ending
from aurora.modules.autonomy.regex.printing import function
from aurora.modules.autonomy.regex.repair import repaired
from aurora.registry.declare import Example

_HAD = re.compile(r"\b(?:has|have|having|contains?|containing|with|includes?)\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:not?\b|never|cannot|(?:in|un|dis|non|mis)\w|false|reject|fail|wrong|(?:is|are|do|does|did|has|can|wo)n'?t\b)",
    re.IGNORECASE,
)

ANSWERS = 4
REPAIRED = 40  # readings from which the repair starts
UNTOLD = 4.0  # price of having no words to go by
CHANGED = 3.0  # price of having changed what the words say
UNREAD = 12.0  # price of words of which none was understood
ENOUGH = 0.6  # of the words must be understood before what they say is changed
PART = 2.0  # price of a description of the whole text, where it is said to have something
BITS = 3.0  # for each doubling of the price of a reading: what was read costs far less than what was guessed


@STRATEGY.part(
    examples=[
        Example(
            Trial(
                "def valid(s: str) -> bool",
                ("assert valid('AB-1234')", "assert valid('QXZ-0001')", "assert not valid('A-1234')"),
                "[valid(s) for s in ('KLM-5678', 'KLMN-5678', 'KL-567', 'kl-5678')]",
                prompt="Two or three capital letters followed by a dash, ending with exactly 4 digits.",
            ),
            [True, False, False, False],
        ),
        Example(
            Trial(
                "def seal(s: str) -> str",
                ("assert seal('qqqx') == 'open'", "assert seal('xqqq') == 'shut'", "assert seal('axqqqb') == 'shut'"),
                "[seal(s) for s in ('qqq', 'oxqqqo')]",
                prompt="A string that contains an 'x' followed by three 'q'.",
            ),
            ["open", "shut"],
        ),
        Example(
            Trial(
                "def valid(s: str) -> bool",
                ("assert valid('10:30')", "assert valid('07:05')", "assert not valid('7.05')"),
                "[valid(s) for s in ('23:59', '23-59', 'noon')]",
            ),
            [True, False, False],
        ),
    ],
    facts={
        "expects": lambda problem: 12.0 if any(_verdicts(problem)) else 0.0,
        "prices": True,
        "told": lambda problem: understood(problem.task.prompt),
    },
)
def regex_from_words(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Functions that say whether a text matches, by a truth value or by one of two texts."""
    header = (problem.task.signature or f"def {problem.name}({', '.join(problem.parameters)})").rstrip(": ") + ":"
    seen: set[str] = set()
    orders = list(_verdicts(problem))
    for verdicts in orders:
        texts = [(row[0], output == verdicts[0]) for row, output in zip(problem.inputs, problem.outputs, strict=True)]
        examples = Examples([text for text, held in texts if held], [text for text, held in texts if not held])
        said = None if verdicts == (True, False) else verdicts
        for reading in _consistent(problem.task.prompt, examples, somewhere=bool(said), sure=len(orders) == 1):
            if reading is not None:
                code = function(reading.node, header, problem.parameters[0], said)
                if code not in seen and bench.passes(problem, code):
                    seen.add(code)
                    cost = BITS * math.log2(1 + max(0.0, reading.cost)) + cost_of(reading.node) / 8
                    yield Candidate(code, "modules.autonomy.synthesis.regex_from_words", cost)
            yield None
            if len(seen) >= ANSWERS:
                return


def _consistent(words: str, examples: Examples, *, somewhere: bool, sure: bool) -> Iterator[Reading | None]:
    """Readings on which the examples hold: as the words say, then, where it is `sure` which of them are positive, with
    small repairs; without words, what the texts have in common. What is described may also stand `somewhere` in a text
    of which only a verdict is told."""
    share = understood(words)
    if not share:
        doubt = UNREAD if words.strip() else UNTOLD
        yield from (Reading(reading.cost + doubt, reading.node) for reading in induced(examples))
        return
    doubt = UNREAD * (1.0 - share)
    readings = [Reading(reading.cost + doubt, reading.node) for reading in described(words, examples)]
    if somewhere:
        readings = sorted(_placed(readings, had=bool(_HAD.search(words))), key=lambda reading: reading.cost)
    yield None
    for reading in readings:
        yield reading if examples.hold(reading.node) else None
    for changed in repaired(readings[:REPAIRED], examples) if sure and share >= ENOUGH else ():
        yield None if changed is None else Reading(max(0.0, changed.cost) + CHANGED, changed.node)


def _placed(readings: Sequence[Reading], *, had: bool) -> Iterator[Reading]:
    """The readings, of the whole text, of its end and of any part of it; one that `had` what is described may hold more
    than that."""
    for reading in readings[:REPAIRED]:
        yield Reading(reading.cost + PART * had, reading.node)
        if had:
            yield Reading(reading.cost, containing(reading.node))
            yield Reading(reading.cost + PART / 2, ending(reading.node))
    yield from readings[REPAIRED:]


def _verdicts(problem: Problem) -> Iterator[tuple[Any, Any]]:
    """What is said of a text that matches, and of another: truths, or two texts, where the words describe a text."""
    texts = all(len(row) == 1 and isinstance(row[0], str) for row in problem.inputs)
    said = list(dict.fromkeys(problem.outputs)) if texts and problem.shape.makes(bool, str) else []
    if said and problem.shape.makes(bool):
        yield True, False
    elif len(said) == 2 and problem.shape.makes(str) and understood(problem.task.prompt) >= ENOUGH:
        ordered = sorted(said, key=lambda text: bool(_DENIAL.search(text)))
        yield ordered[0], ordered[1]
        if bool(_DENIAL.search(said[0])) == bool(_DENIAL.search(said[1])):
            yield ordered[1], ordered[0]
