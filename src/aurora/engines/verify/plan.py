"""What will be asked of the candidates of a task: its asserts, generated inputs, its conditions."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from aurora.engines.verify.behaviour import Probe
from aurora.model.task import Condition, SynthesisTask
from aurora.pycode.asserts import Assertion
from aurora.pycode.conditions import expression_of
from aurora.pycode.trees import tree_of
from aurora.pycode.values import Sample, samples

_INPUTS = 60  # that are made, three times as many when preconditions will refuse some


@dataclass(frozen=True, slots=True)
class Plan:
    """The probe, and what its parts mean: the first `given` inputs are the examples', `inside` are shaped like them."""

    probe: Probe
    calls: tuple[str, ...]  # the inputs as people read them: "f(1, 'a')"
    given: int
    inside: frozenset[int]
    checked: tuple[Condition, ...]  # the postconditions, in the order of the probe's


def plan(task: SynthesisTask, assertions: Sequence[Assertion], code: str, seed: int) -> Plan:
    """What to ask; `code` is a candidate, for the names and types of the parameters when the task has no signature."""
    parameters, annotations = _parameters(task, code)
    examples = [
        found.args
        for found in assertions
        if found.args is not None and not found.kwargs and len(found.args) == len(parameters)
    ]
    complete = len(examples) == len(assertions)
    conditions = [condition.expression for condition in task.preconditions if condition.expression]
    count = _INPUTS * (3 if conditions else 1)
    made = samples(examples, annotations, seed=seed, count=count) if complete and parameters else []
    inputs = [*(Sample(example, inside=True) for example in examples), *made]
    checked = tuple(condition for condition in task.postconditions if condition.checkable)
    return Plan(
        Probe(
            task,
            parameters,
            inputs=tuple(repr(sample.arguments) for sample in inputs),
            preconditions=tuple(conditions),
            postconditions=tuple(expression_of(condition) for condition in checked),
            asserts=task.asserts,
        ),
        tuple(f"{task.name}({', '.join(map(repr, sample.arguments))})" for sample in inputs),
        len(examples),
        frozenset(place for place, sample in enumerate(inputs) if sample.inside),
        checked,
    )


def _parameters(task: SynthesisTask, code: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and annotations of the parameters, from the signature, else from the candidate."""
    for text in (f"{task.signature.rstrip(': ')}: ...", code):
        try:
            tree = tree_of(text)
        except SyntaxError:
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.name == task.name:
                arguments = (*node.args.posonlyargs, *node.args.args)
                annotations = (ast.unparse(a.annotation) if a.annotation else "" for a in arguments)
                return tuple(argument.arg for argument in arguments), tuple(annotations)
    return (), ()
