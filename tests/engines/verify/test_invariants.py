"""Invariants hold and break in the sandbox as they do in words."""

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.behaviour import Probe
from aurora.model.task import Condition, SynthesisTask
from aurora.pycode.conditions import expression_of


@pytest.mark.parametrize(
    ("invariant", "over", "wrong", "right"),
    [
        ("commutative", ("a", "b"), "a - b", "a + b"),
        ("associative", ("a", "b"), "a - b", "max(a, b)"),
        ("idempotent", ("a",), "a + 1", "abs(a)"),
        ("monotonic", ("a",), "a % 3", "-a * 2"),
        ("inverse of", ("double", "a", "b"), "a * 3", "a // 2"),
    ],
)
def test_invariants_of_numbers(sandbox: Sandbox, invariant: str, over: tuple[str, ...], wrong: str, right: str) -> None:
    task = SynthesisTask("", name="f", library={"double": "def double(a, b):\n    return a * 2"})
    expression = expression_of(Condition(invariant, invariant=invariant, over=over))
    inputs = tuple(repr((a, b)) for a in (-3, 1, 2, 5) for b in (0, 4))
    probe = Probe(task, ("a", "b"), inputs=inputs, postconditions=(expression,))
    codes = [f"def f(a, b):\n    return {body}" for body in (wrong, right)]
    assert [behaviour.broken() for behaviour in probe.ask(sandbox, codes)] == [(0,), ()]


@pytest.mark.parametrize(
    ("invariant", "wrong", "right"),
    [("permutation", "a[1:] + a[1:]", "a[::-1]"), ("length preserved", "a[1:]", "[0] * len(a)")],
)
def test_invariants_of_lists(sandbox: Sandbox, invariant: str, wrong: str, right: str) -> None:
    expression = expression_of(Condition(invariant, invariant=invariant, over=("a",)))
    probe = Probe(SynthesisTask("", name="f"), ("a",), inputs=("([1, 2, 3],)",), postconditions=(expression,))
    codes = [f"def f(a):\n    return {body}" for body in (wrong, right)]
    assert [behaviour.broken() for behaviour in probe.ask(sandbox, codes)] == [(0,), ()]
