"""Writes a pytest file for an answer, of tests that notice small changes to it."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from textwrap import indent

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.behaviour import Behaviour
from aurora.engines.verify.plan import Plan, plan
from aurora.model.task import SynthesisTask
from aurora.pycode.asserts import read_asserts
from aurora.pycode.mutants import mutants

_RECORDED = 6  # answers to boundary inputs that are recorded
_INPUTS = 12  # on which each postcondition is tested
_MUTANTS = 30


@dataclass(frozen=True, slots=True)
class Suite:
    """A pytest file, how many of the tried mutants it notices (some do the same as the answer, so that no test could),
    and how many generated tests were dropped."""

    text: str
    killed: int
    mutants: int
    dropped: int


@dataclass(frozen=True, slots=True)
class _Item:
    """One test: `body` runs in the probe as well as in the file; `note` is its docstring."""

    kind: str  # "example", "postcondition", "boundary"
    body: str
    note: str = ""
    inputs: tuple[str, ...] = ()
    kills: frozenset[int] = field(default_factory=frozenset)

    @property
    def statement(self) -> str:
        """What the probe runs."""
        if not self.inputs:
            return self.body
        loop = indent(self.body, "    ")
        return f"from copy import deepcopy\nfor arguments in [{', '.join(self.inputs)}]:\n{loop}"


def write_suite(task: SynthesisTask, code: str, sandbox: Sandbox, *, seed: int = 0) -> Suite:
    """The tests of an answer: the given examples, its postconditions on generated inputs, and recorded answers.

    The answer and each earlier function that a condition names are imported from modules of their own names. A
    generated test that notices none of the answer's mutants is dropped.
    """
    asked = plan(task, read_asserts("\n".join(task.asserts), task.name), code, seed)
    (own,) = asked.probe.ask(sandbox, [code])
    items = [_Item("example", text) for text in task.asserts]
    items += [*_postconditions(asked, own), *_recorded(asked, own)]
    helper = _related(asked)
    rerun = asked.probe.with_asserts([f"{helper}\n{item.statement}" for item in items])
    (again,) = rerun.ask(sandbox, [code])
    items = [item for item, failure in zip(items, again.asserts, strict=False) if not failure]
    measured, count = _measured(items, asked, code, sandbox)
    kept = _kept(measured)
    killed = frozenset[int]().union(*(item.kills for item in kept))
    return Suite(_file(task, asked, kept), len(killed), count, len(measured) - len(kept))


def _postconditions(asked: Plan, own: Behaviour) -> Iterator[_Item]:
    parameters = asked.probe.parameters
    names = ", ".join(parameters) if len(parameters) > 1 else f"({''.join(f'{name},' for name in parameters)})"
    for place, (condition, expression) in enumerate(zip(asked.checked, asked.probe.postconditions, strict=True)):
        calls = [call for call in own.calls if call.post and call.post[place] is not None]
        spread = calls[:: max(1, len(calls) // _INPUTS)][:_INPUTS]
        if spread:
            body = (
                f"{names} = arguments\n"
                f"ret = {asked.probe.task.name}(*deepcopy(arguments))\n"
                f"assert {condition.expression or _plain(expression, {call.post[place] for call in calls})}"
            )
            yield _Item(
                "postcondition", body, condition.words, tuple(asked.probe.inputs[call.input] for call in spread)
            )


def _plain(expression: str, values: set[bool | int | None]) -> str:
    """The expression of an invariant without the probe's own functions; `values` are what it gave."""
    if expression.startswith("direction("):
        sign = "<=" if -1 in values else ">="
        expression = f"{expression.removeprefix('direction(').removesuffix(', ret)')} {sign} ret"
    return expression.replace("call(", "related(arguments, ")


def _recorded(asked: Plan, own: Behaviour) -> Iterator[_Item]:
    """The answers to generated inputs, where they are literals."""
    for call in own.calls:
        if call.input >= asked.given and not call.error and _is_literal(call.shown):
            yield _Item("boundary", f"assert {asked.calls[call.input]} == {call.shown}")


def _measured(items: Sequence[_Item], asked: Plan, code: str, sandbox: Sandbox) -> tuple[list[_Item], int]:
    """The items with the mutants that each kills, and how many mutants were tried."""
    texts = mutants(code, _MUTANTS)
    helper = _related(asked)
    probe = asked.probe.with_asserts([f"{helper}\n{item.statement}" for item in items])
    behaviours = probe.ask_together(sandbox, texts, 20.0)
    kills: list[set[int]] = [set() for _ in items]
    for number, behaviour in enumerate(behaviours):
        failures = behaviour.asserts or ["broken"] * len(items)
        for place, failure in enumerate(failures):
            if failure and not failure.endswith("not run"):
                kills[place].add(number)
    measured = [
        _Item(item.kind, item.body, item.note, item.inputs, frozenset(killed))
        for item, killed in zip(items, kills, strict=True)
    ]
    return measured, len(texts)


def _kept(items: Sequence[_Item]) -> list[_Item]:
    """All examples, the postconditions that kill a mutant, and the recorded answers that kill most, new ones first."""
    kept = [item for item in items if item.kind == "example" or (item.kind == "postcondition" and item.kills)]
    recorded = [item for item in items if item.kind == "boundary" and item.kills]
    killed = frozenset[int]().union(*(item.kills for item in kept))
    for _ in range(min(_RECORDED, len(recorded))):
        best = max(recorded, key=lambda item: (len(item.kills - killed), len(item.kills)))
        recorded.remove(best)
        killed |= best.kills
        kept.append(best)
    return kept


def _file(task: SynthesisTask, asked: Plan, items: Sequence[_Item]) -> str:
    tests = "\n\n\n".join(_tests(items))
    names = [name for name in (*task.library, task.name) if f"{name}(" in tests]
    blocks = ["\n".join(f"from {name} import {name}" for name in sorted(names)), task.setup]
    if "pytest.mark" in tests:
        blocks.insert(0, "from copy import deepcopy\n\nimport pytest")
    title = f'"""Tests of `{task.name}`, written by Aurora: given examples, postconditions, and recorded answers."""'
    head = "\n\n".join(block for block in (title, *blocks, _inputs(items)) if block)
    helper = [_related(asked)] if "related(" in tests else []
    return "\n\n\n".join([head, *helper, tests]) + "\n"


def _inputs(items: Sequence[_Item]) -> str:
    """The lists of inputs that the postconditions are tested on."""
    lists = dict.fromkeys(item.inputs for item in items if item.inputs)
    texts = ("".join(f"    {text},\n" for text in inputs) for inputs in lists)
    return "\n".join(f"INPUTS_{number} = [\n{text}]" for number, text in enumerate(texts, start=1))


def _tests(items: Sequence[_Item]) -> Iterator[str]:
    examples = [item.body for item in items if item.kind == "example"]
    if examples:
        yield "\n    ".join(["def test_the_given_examples():", *examples])
    lists = list(dict.fromkeys(item.inputs for item in items if item.inputs))
    for number, item in enumerate((item for item in items if item.kind == "postcondition"), start=1):
        yield (
            f'@pytest.mark.parametrize("arguments", INPUTS_{lists.index(item.inputs) + 1})\n'
            f"def test_postcondition_{number}(arguments):\n"
            f"    # {item.note}\n{indent(item.body, '    ')}"
        )
    recorded = [item.body for item in items if item.kind == "boundary"]
    if recorded:
        note = '"""What the answer did when it was made: recorded to notice changes, not asked for by anybody."""'
        yield "\n    ".join(["def test_recorded_answers():", note, *recorded])


def _related(asked: Plan) -> str:
    """A helper of tests that compare with a call on other arguments."""
    names = repr(asked.probe.parameters)
    return (
        "def related(arguments, **changes):\n"
        f"    changed = {{**dict(zip({names}, arguments)), **changes}}\n"
        f"    return {asked.probe.task.name}(*changed.values())"
    )


def _is_literal(text: str) -> bool:
    try:
        ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return False
    return True
