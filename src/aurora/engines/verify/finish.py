"""Finishes an answer: its simplest form that does the same, with types, and a docstring whose examples run."""

from collections.abc import Sequence

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.behaviour import Behaviour
from aurora.engines.verify.dress import doctests, dressed
from aurora.engines.verify.plan import Plan, plan
from aurora.engines.verify.reduction import reductions
from aurora.pycode.asserts import Assertion

_ROUNDS = 4
_OTHER_SEED = 7919
_ENOUGH = 8  # generated inputs without which nothing is left out
_UNORDERED = ("set", "frozenset", "dict")


def finished(code: str, own: Behaviour, asked: Plan, assertions: Sequence[Assertion], sandbox: Sandbox) -> str:
    """The code, which did `own` when it was asked, as it is answered. Whatever is changed does the same on all inputs
    of the plan, and what is left out also on those of another seed; what cannot be shown to do so stays as it was."""
    task = asked.probe.task
    smallest = code
    if len(own.calls) >= asked.given + _ENOUGH:
        smallest = _smallest(code, own, asked, sandbox)
    if smallest != code:
        again = plan(task, assertions, code, _OTHER_SEED)
        before, after = again.probe.ask_together(sandbox, [code, smallest])
        smallest = smallest if _seen(before) == _seen(after) else code
    whole = dressed(smallest, task.name, task.prompt, assertions, doctests(asked, own))
    (after,) = asked.probe.ask_together(sandbox, [whole])
    return whole if after.passes and _seen(after) == _seen(own) else smallest


def _smallest(code: str, own: Behaviour, asked: Plan, sandbox: Sandbox) -> str:
    wanted = _seen(own)
    for _ in range(_ROUNDS):
        proposed = reductions(code, asked.probe.task.name)
        told = asked.probe.ask_together(sandbox, proposed)
        same = (text for text, other in zip(proposed, told, strict=True) if other.passes and _seen(other) == wanted)
        smaller = next(same, None)
        if smaller is None:
            break
        code = smaller
    return code


def _seen(behaviour: Behaviour) -> list[tuple[object, ...]]:
    """All that can be told apart of what was done; the text of an answer tells 1 from 1.0 and True."""
    return [
        (call.input, call.out, call.type, "" if call.type in _UNORDERED else call.shown, call.changed, call.stable)
        for call in behaviour.calls
    ]
