from aurora.engines.verify.plan import Plan, plan
from aurora.model.task import Condition, SynthesisTask
from aurora.pycode.asserts import read_asserts

CODE = "def helper(q):\n    return q\n\ndef f(a: int, b):\n    return helper(a)"


def planned(task: SynthesisTask) -> Plan:
    return plan(task, read_asserts("\n".join(task.asserts), task.name), CODE, 0)


def test_no_inputs_are_made_when_an_example_is_not_constant() -> None:
    asked = planned(SynthesisTask("", name="f", asserts=("assert f(1, 2) == 3", "assert f(x, 2) == 3")))
    assert asked.given == 1
    assert asked.probe.inputs == ("(1, 2)",)


def test_a_signature_that_does_not_parse_is_replaced_by_the_candidates() -> None:
    asked = planned(SynthesisTask("", name="f", signature="def f(", asserts=("assert f(1, 2) == 3",)))
    assert asked.probe.parameters == ("a", "b")


def test_the_examples_come_first_and_count_as_inside() -> None:
    asked = planned(SynthesisTask("", name="f", asserts=("assert f(1, 2) == 3", "assert f(4, 2) == 3")))
    assert asked.given == 2
    assert asked.calls[:2] == ("f(1, 2)", "f(4, 2)")
    assert {0, 1} <= asked.inside
    assert len(asked.calls) == len(asked.probe.inputs) == len(set(asked.calls)) > 30


def test_only_what_can_be_checked_is_asked() -> None:
    task = SynthesisTask(
        "",
        name="f",
        signature="def f(x: int, y: int) -> int",
        asserts=("assert f(1, 2) == 3",),
        preconditions=(Condition("x is nice"), Condition("x > 0", expression="x > 0")),
        postconditions=(Condition("words"), Condition("commutative", invariant="commutative", over=("x", "y"))),
    )
    asked = planned(task)
    assert asked.probe.parameters == ("x", "y")
    assert asked.probe.preconditions == ("x > 0",)
    assert asked.probe.postconditions == ("call(x=y, y=x) == ret",)
    assert asked.checked == task.postconditions[1:]
