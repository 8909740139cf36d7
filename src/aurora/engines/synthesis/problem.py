"""A synthesis task read as a problem: parameters, inputs, outputs, words."""

import ast
import re
from collections.abc import Iterable, Mapping
from typing import Any

from aurora.contracts.strategy import Problem
from aurora.engines.synthesis.words import tokens
from aurora.model.errors import AuroraError
from aurora.model.task import Condition, SynthesisTask
from aurora.pycode.asserts import Assertion, Relation, read_asserts
from aurora.pycode.names import split_words
from aurora.pycode.signature import Signature, infer_signature, parse_signature

_DIRECT = (Relation.EQUAL, Relation.IS, Relation.TRUTHY, Relation.FALSY, Relation.CLOSE)
_WRAPPED = (Relation.SET, Relation.SORTED, Relation.LIST, Relation.TUPLE)
_NAMED = re.compile(r"\bdef\s+(\w+)")


def read(task: SynthesisTask) -> Problem:
    """The problem of a task; examples that are not literal are left to `passes`."""
    named = task.name or next(iter(_NAMED.findall(task.signature)), "")
    assertions = _assertions(task.asserts, named)
    name = named or next((found.function for found in assertions if found.function), "answer")
    signature = signature_of(task.signature, name, assertions)
    rows = [row for row in (_row(found, signature) for found in assertions) if row]
    return Problem(
        task=task,
        name=name,
        parameters=signature.names,
        inputs=tuple(row[0] for row in rows),
        outputs=tuple(row[1] for row in rows),
        words=(*tokens(task.prompt), *split_words(name)),
    )


def signature_of(text: str, name: str, assertions: Iterable[Assertion] = ()) -> Signature:
    """The signature as given, else as the examples show it."""
    try:
        return parse_signature(text)
    except AuroraError:
        return infer_signature(name, assertions)


def to_json(task: SynthesisTask) -> dict[str, Any]:
    """A task as the plain values that cross into the sandbox."""
    return {
        "prompt": task.prompt,
        "name": task.name,
        "signature": task.signature,
        "setup": task.setup,
        "asserts": list(task.asserts),
        "preconditions": [_condition(item) for item in task.preconditions],
        "postconditions": [_condition(item) for item in task.postconditions],
        "library": dict(task.library),
    }


def from_json(plain: Mapping[str, Any]) -> SynthesisTask:
    """The task that `to_json` wrote."""
    return SynthesisTask(
        prompt=plain["prompt"],
        name=plain["name"],
        signature=plain["signature"],
        setup=plain["setup"],
        asserts=tuple(plain["asserts"]),
        preconditions=tuple(_read_condition(item) for item in plain["preconditions"]),
        postconditions=tuple(_read_condition(item) for item in plain["postconditions"]),
        library=dict(plain["library"]),
    )


def _condition(item: Condition) -> dict[str, Any]:
    return {"words": item.words, "expression": item.expression, "invariant": item.invariant, "over": list(item.over)}


def _read_condition(plain: Mapping[str, Any]) -> Condition:
    return Condition(plain["words"], plain["expression"], plain["invariant"], tuple(plain["over"]))


def _assertions(texts: Iterable[str], name: str) -> list[Assertion]:
    found: list[Assertion] = []
    for text in texts:
        try:
            found += read_asserts(text, name)
        except AuroraError:
            continue
    return found


def _row(found: Assertion, signature: Signature) -> tuple[tuple[Any, ...], Any] | None:
    """The arguments by position and the wanted value; None when the assertion does not say them."""
    if not found.literal or found.args is None or found.relation not in (*_DIRECT, *_WRAPPED):
        return None
    arguments = list(found.args)
    for parameter in signature.parameters[len(arguments) :]:
        if parameter.name in found.kwargs:
            arguments.append(found.kwargs[parameter.name])
        elif parameter.default:
            arguments.append(ast.literal_eval(parameter.default))
    return (tuple(arguments), found.expected) if len(arguments) == len(signature.parameters) else None
