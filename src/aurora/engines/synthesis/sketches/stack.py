"""Stack machines: elements are pushed one by one; a rule says which of them cancel, close or reduce what is on top."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, cast

from aurora.contracts.strategy import Problem, Workbench
from aurora.engines.synthesis.bank import Entry
from aurora.engines.synthesis.bench import Bench, Work
from aurora.engines.synthesis.sketches.holes import FAILURES, Captured, Hole, Holes
from aurora.engines.synthesis.sketches.results import Results, Written, price
from aurora.engines.synthesis.types import is_sequence
from aurora.model.answer import Candidate

_STRATEGY = "modules.autonomy.synthesis.stack_machine"
_LEVELS = range(3, 9)
_POINTS = 40
_TOP = re.compile(r"\btop\b")
_CANCEL = "remove pairs neighbouring adjacent again cancel equal stack collide destroy backspace delete left greater"
_MATCH = "bracket brackets parentheses balanced nested matching closed open opening closing valid order"
_EVALUATE = "postfix evaluate expression reverse polish notation operator operators stack value calculate"
_PAIRS = ("()[]{}", "()[]{}<>", "()")
_SIGNS: dict[str, Callable[[int, int], int]] = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: int(a / b),
}  # fmt: skip


def search(problem: Problem, bench: Workbench) -> Iterator[Candidate | None]:
    """Brackets, expressions in postfix notation, then rules found by enumeration for what cancels what."""
    owner = cast("Bench", bench)
    if not problem.inputs:
        return
    work = owner.work(problem)
    yield from work.space.fill(2)
    results = Results(work)
    leaves = [entry for entry in work.space.bank.costing(1) if entry.flags and not entry.operator]
    for entry in leaves:
        if is_sequence(entry.type):
            for hit in _all(work, entry, results):
                if hit:
                    results.release(math.inf)
                    yield from owner.harvest(problem, _STRATEGY)
                else:
                    yield None


def _all(work: Work, entry: Entry, results: Results) -> Iterator[bool]:
    if entry.type == "str":
        yield from _brackets(work, entry, results)
    yield _postfix(work, entry, results)
    yield from _cancels(work, entry, results)


def _brackets(work: Work, entry: Entry, results: Results) -> Iterator[bool]:
    for pairs in _PAIRS:
        if any(char in text for text in entry.values for char in pairs):
            closing = dict(zip(pairs[1::2], pairs[::2], strict=True))
            values = [_balanced(text, closing) for text in entry.values]
            cost = price(work, 5, _MATCH)
            yield results.offer(values, cost, (entry,), _MATCH, partial(_written_brackets, entry.text, closing))


def _balanced(text: str, closing: dict[str, str]) -> bool:
    stack: list[str] = []
    for char in text:
        if char in closing.values():
            stack.append(char)
        elif char in closing and (not stack or stack.pop() != closing[char]):
            return False
    return not stack


def _written_brackets(text: str, closing: dict[str, str]) -> Written:
    lines = [
        f"opening = {closing!r}",
        "stack = []",
        f"for char in {text}:",
        "    if char in opening.values():",
        "        stack.append(char)",
        "    elif char in opening and (not stack or stack.pop() != opening[char]):",
        "        return False",
    ]
    return "\n".join(lines), "not stack"


def _postfix(work: Work, entry: Entry, results: Results) -> bool:
    texts = entry.type == "str"
    rows = [value.split() if texts else value for value in entry.values]
    if not all(isinstance(token, str) for row in rows for token in row):
        return False
    try:
        values = [_evaluated(row) for row in rows]
    except FAILURES:
        return False
    source = f"{entry.text}.split()" if texts else entry.text
    return results.offer(values, price(work, 5, _EVALUATE), (entry,), _EVALUATE, partial(_written_postfix, source))


def _evaluated(tokens: Sequence[str]) -> int:
    stack: list[int] = []
    for token in tokens:
        if token in _SIGNS:
            right, left = stack.pop(), stack.pop()
            stack.append(_SIGNS[token](left, right))
        else:
            stack.append(int(token))
    (value,) = stack
    return value


def _written_postfix(source: str) -> Written:
    lines = [
        "operators = {",
        '    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: int(a / b)',
        "}",
        "stack = []",
        f"for token in {source}:",
        "    if token in operators:",
        "        right, left = stack.pop(), stack.pop()",
        "        stack.append(operators[token](left, right))",
        "    else:",
        "        stack.append(int(token))",
    ]
    return "\n".join(lines), "stack[-1]"


_RULES: tuple[tuple[str, int, str], ...] = (
    ("cancel", 1, "if stack and {}:\n        stack.pop()\n    else:\n        stack.append(item)"),
    ("keep", 2, "while stack and {}:\n        stack.pop()\n    stack.append(item)"),
    ("skip", 2, "if not (stack and {}):\n        stack.append(item)"),
)


def _cancels(work: Work, entry: Entry, results: Results) -> Iterator[bool]:
    """Conditions on the top and the next element, cheapest first."""
    items = [(number, item) for number, row in enumerate(entry.values) for item in row]
    pairs = [(number, top, item) for (number, top), (other, item) in pairwise(items)]
    pairs += [(number, item, item) for number, item in items] + [(n, item, top) for n, top, item in pairs]
    pairs = pairs[:: max(1, len(pairs) // _POINTS)]
    if not pairs:
        return
    captured = Captured.of(work, without=(entry.text,))
    own = {"top": [top for _, top, _ in pairs], "item": [item for _, _, item in pairs]}
    holes = Holes(work, own, captured, [number for number, _, _ in pairs], limit=1500)
    outer = [captured.at(number) for number in range(len(entry.values))]
    for level in _LEVELS:
        yield from (False for _ in holes.fill(level))
        for condition in holes.costing(level, lambda found: found == "bool"):
            if condition.reads("top"):
                yield from (_ruled(work, entry, rule, condition, outer, results) for rule in _RULES)


def _ruled(
    work: Work, entry: Entry, rule: tuple[str, int, str], condition: Hole, outer: list[list[Any]], results: Results
) -> bool:
    try:
        stacks = [_run(row, rule[0], condition.run, more) for row, more in zip(entry.values, outer, strict=True)]
    except FAILURES:
        return False
    work.space.bank.meter.spend(2 * sum(map(len, entry.values)))
    if all(stack == list(row) for stack, row in zip(stacks, entry.values, strict=True)):
        return False
    cost = price(work, 4, _CANCEL) + rule[1] + condition.cost
    write = partial(_written_rule, entry.text, rule[2].format(condition.text))
    return results.offer(stacks, cost, (entry, condition.entry), _CANCEL, write)


def _run(row: Any, rule: str, condition: Callable[..., Any], outer: list[Any]) -> list[Any]:
    stack: list[Any] = []
    for item in row:
        met = bool(stack) and condition(stack[-1], item, *outer)
        if rule == "keep":
            while stack and condition(stack[-1], item, *outer):
                stack.pop()
            stack.append(item)
        elif not met:
            stack.append(item)
        elif rule == "cancel":
            stack.pop()
    return stack


def _written_rule(text: str, rule: str) -> Written:
    body = _TOP.sub("stack[-1]", rule)
    return f"stack = []\nfor item in {text}:\n    {body}", "stack"
