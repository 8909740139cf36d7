from dataclasses import replace

from aurora.engines.verify.behaviour import Behaviour, Call, Probe, groups, read
from aurora.model.execution import Outcome, Raised, Status
from aurora.model.task import SynthesisTask

CALL = Call(0, "1", "1", "int", "", changed=False, stable=True, post=())


def test_a_program_that_broke_passes_nothing() -> None:
    behaviour = read(Outcome(Status.RAISED, raised=Raised("NameError", "no x")))
    assert behaviour == Behaviour(trouble="raised NameError: no x")
    assert not behaviour.passes
    assert read(Outcome(Status.MEMORY)).trouble == "memory"
    assert read(Outcome(Status.OK, value=3)).trouble == "ok"


def test_a_condition_is_broken_by_one_call() -> None:
    calls = (replace(CALL, post=(True, None)), replace(CALL, input=1, post=(True, False)))
    assert Behaviour(calls=calls).broken() == (1,)


def test_a_direction_must_not_turn() -> None:
    rising, flat, falling = (replace(CALL, post=(sign,)) for sign in (1, 0, -1))
    assert Behaviour(calls=(rising, flat)).broken() == ()
    assert Behaviour(calls=(flat, falling)).broken() == ()
    assert Behaviour(calls=(rising, flat, falling)).broken() == (0,)


def test_behaviours_are_grouped_by_their_answers_in_order() -> None:
    one, two = Behaviour(calls=(CALL,)), Behaviour(calls=(replace(CALL, out="2"),))
    assert groups([two, one, two, replace(one, asserts=("",))]) == [[0, 2], [1, 3]]


def test_other_asserts_are_asked_without_inputs() -> None:
    probe = Probe(SynthesisTask("", name="f"), ("x",), inputs=("(1,)",), asserts=("assert f(1)",))
    assert probe.with_asserts(["assert f(2)"]) == replace(probe, inputs=(), asserts=("assert f(2)",))
