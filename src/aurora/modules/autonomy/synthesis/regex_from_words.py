"""Regular expressions from words and from texts that must and must not match.

After Regel (Chen et al., PLDI 2020): the words are read into sketches of an expression, the examples complete them.
"""

import math
from collections.abc import Iterator

from aurora.contracts.strategy import STRATEGY, Problem, Trial, Workbench
from aurora.model.answer import Candidate
from aurora.modules.autonomy.regex.clauses import Reading
from aurora.modules.autonomy.regex.documents import described, understood
from aurora.modules.autonomy.regex.induction import induced
from aurora.modules.autonomy.regex.matching import Examples
from aurora.modules.autonomy.regex.nodes import cost_of
from aurora.modules.autonomy.regex.printing import function
from aurora.modules.autonomy.regex.repair import repaired
from aurora.registry.declare import Example

ANSWERS = 4
REPAIRED = 40  # readings from which the repair starts
UNTOLD = 4.0  # price of having no words to go by
CHANGED = 3.0  # price of having changed what the words say
UNREAD = 12.0  # price of words of which none was understood
ENOUGH = 0.6  # of the words must be understood before what they say is changed
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
                "def valid(s: str) -> bool",
                ("assert valid('10:30')", "assert valid('07:05')", "assert not valid('7.05')"),
                "[valid(s) for s in ('23:59', '23-59', 'noon')]",
            ),
            [True, False, False],
        ),
    ],
    facts={
        "expects": lambda problem: 12.0 if _judges_text(problem) else 0.0,
        "prices": True,
        "told": lambda problem: understood(problem.task.prompt),
    },
)
def regex_from_words(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Functions that say whether a text matches, for problems from one text to a truth value."""
    if not _judges_text(problem):
        return
    texts = [row[0] for row in problem.inputs]
    examples = Examples(
        [text for text, held in zip(texts, problem.outputs, strict=True) if held],
        [text for text, held in zip(texts, problem.outputs, strict=True) if not held],
    )
    header = (problem.task.signature or f"def {problem.name}({problem.parameters[0]}) -> bool").rstrip(": ") + ":"
    seen: set[str] = set()
    for reading in _consistent(problem.task.prompt, examples):
        if reading is not None:
            code = function(reading.node, header, problem.parameters[0])
            if code not in seen and bench.passes(problem, code):
                seen.add(code)
                cost = BITS * math.log2(1 + max(0.0, reading.cost)) + cost_of(reading.node) / 8
                yield Candidate(code, "modules.autonomy.synthesis.regex_from_words", cost)
        yield None
        if len(seen) >= ANSWERS:
            return


def _consistent(words: str, examples: Examples) -> Iterator[Reading | None]:
    """Readings on which the examples hold: as the words say, then with small repairs; without words, what the texts
    have in common."""
    share = understood(words)
    if not share:
        doubt = UNREAD if words.strip() else UNTOLD
        yield from (Reading(reading.cost + doubt, reading.node) for reading in induced(examples))
        return
    doubt = UNREAD * (1.0 - share)
    readings = [Reading(reading.cost + doubt, reading.node) for reading in described(words, examples)]
    yield None
    for reading in readings:
        yield reading if examples.hold(reading.node) else None
    for changed in repaired(readings[:REPAIRED], examples) if share >= ENOUGH else ():
        yield None if changed is None else Reading(max(0.0, changed.cost) + CHANGED, changed.node)


def _judges_text(problem: Problem) -> bool:
    texts = all(len(row) == 1 and isinstance(row[0], str) for row in problem.inputs)
    return bool(problem.inputs) and texts and all(isinstance(held, bool) for held in problem.outputs)
