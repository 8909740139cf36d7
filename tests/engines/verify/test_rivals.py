from dataclasses import replace

import pytest

from aurora.engines.verify.behaviour import Behaviour, Call, Probe
from aurora.engines.verify.plan import Plan
from aurora.engines.verify.rivals import Field, field_of, length_of
from aurora.model.answer import Candidate, Question
from aurora.model.task import SynthesisTask

PLAN = Plan(
    Probe(SynthesisTask("", name="f"), ("x",), inputs=("(123,)", "(4,)", "(-1,)")),
    ("f(123)", "f(4)", "f(-1)"),
    given=1,
    inside=frozenset({0, 1}),
    checked=(),
)


def behaviour(*outs: str) -> Behaviour:
    calls = (Call(place, out, out, "int", "", changed=False, stable=True, post=()) for place, out in enumerate(outs))
    return Behaviour(("",), tuple(calls))


def candidate(cost: float, strategy: str = "s") -> Candidate:
    return Candidate("def f(x):\n    return x", strategy, cost)


def field(*pairs: tuple[Candidate, Behaviour]) -> Field:
    found = field_of([one for one, _ in pairs], [other for _, other in pairs], PLAN)
    assert found is not None
    return found


def test_without_a_candidate_that_passes_there_is_no_field() -> None:
    failed = replace(behaviour("1"), asserts=("AssertionError: ",))
    assert field_of([candidate(1)], [failed], PLAN) is None
    assert field_of([], [], PLAN) is None


def test_the_simpler_behaviour_wins_by_its_bits() -> None:
    found = field((candidate(5), behaviour("1", "2", "3")), (candidate(3), behaviour("1", "1", "1")))
    assert found.best.candidate.cost == 3
    assert found.weights == pytest.approx((2 / 3, 1 / 3))


def test_finds_of_other_strategies_add_weight_and_variants_of_one_do_not() -> None:
    same, other = behaviour("1", "2", "3"), behaviour("1", "2", "4")
    alone = field((candidate(3), other), (candidate(3), same), (candidate(3), same))
    assert alone.weights == (0.5, 0.5)
    joined = field((candidate(3), other), (candidate(3), same), (candidate(3, "t"), same))
    assert joined.weights == pytest.approx((2 / 3, 1 / 3))
    assert joined.families == 2
    assert joined.best.behaviour == same


def chosen(asserts: int, prompt: str) -> str:
    """The body that wins of two that differ and cost as much, the first of them being shorter by a bit."""
    task = SynthesisTask(prompt, name="f", asserts=("assert f(123) == 1",) * asserts)
    plan = replace(PLAN, probe=replace(PLAN.probe, task=task))
    bodies = {"sorted(x)[0]": behaviour("1", "2", "3"), "min(x)": behaviour("1", "2", "4")}
    candidates = [Candidate(f"def f(x):\n    return {body}", "s", 4.0 + i) for i, body in enumerate(bodies)]
    found = field_of(candidates, list(bodies.values()), plan)
    assert found is not None
    return found.best.candidate.code.rpartition("return ")[2]


def test_what_nobody_asked_for_costs_where_words_come_with_few_examples() -> None:
    assert chosen(3, "The minimum of the values.") == "min(x)"


@pytest.mark.parametrize(
    ("asserts", "prompt"), [(3, ""), (5, "The minimum of the values."), (3, "Sort, take the first.")]
)
def test_without_words_or_with_many_examples_the_shorter_one_wins(asserts: int, prompt: str) -> None:
    assert chosen(asserts, prompt) == "sorted(x)[0]"


@pytest.mark.parametrize(
    "fault",
    [
        Call(0, "0", "0", "int", "", changed=False, stable=True, post=(False,)),
        Call(0, "0", "0", "int", "", changed=True, stable=True, post=()),
        Call(0, "0", "0", "int", "", changed=False, stable=False, post=()),
        Call(0, "IndexError", "", "", "IndexError: x", changed=False, stable=True, post=()),
    ],
)
def test_misbehaviour_costs_more_than_a_few_bits(fault: Call) -> None:
    good, bad = behaviour("1", "2", "3"), Behaviour(("",), (fault,))
    assert field((candidate(1), bad), (candidate(4), good)).best.behaviour == good


def test_agreement_inside_the_shape_of_the_examples() -> None:
    found = field((candidate(3), behaviour("1", "2", "3")), (candidate(3), behaviour("1", "2", "4")))
    assert found.agreement(PLAN.inside) == 1.0
    assert found.agreement(frozenset({2})) == 0.5


def test_the_question_is_the_shortest_input_inside_that_separates() -> None:
    inside = field((candidate(1), behaviour("1", "2", "3")), (candidate(2), behaviour("0", "5", "4")))
    assert inside.question(PLAN) == Question("f(4)", ("2", "5"))
    outside = field((candidate(1), behaviour("1", "2", "3")), (candidate(2), behaviour("1", "2", "4")))
    assert outside.question(PLAN) == Question("f(-1)", ("3", "4"))
    assert field((candidate(1), behaviour("1", "2", "3"))).question(PLAN) is None


def test_an_input_on_which_a_candidate_raises_is_asked_about_last() -> None:
    raising = replace(behaviour("1", "2", "3").calls[1], out="IndexError", shown="", error="IndexError: x")
    first, other = behaviour("1", "2", "3"), behaviour("1", "5", "4")
    other = replace(other, calls=(other.calls[0], raising, other.calls[2]))
    assert field((candidate(1), first), (candidate(2), other)).question(PLAN) == Question("f(-1)", ("3", "4"))
    alone = replace(first, calls=(first.calls[0], raising, first.calls[2]))
    found = field((candidate(1), first), (candidate(2), alone)).question(PLAN)
    assert found == Question("f(4)", ("2", "raises IndexError: x"))


def test_a_length_is_estimated_when_the_search_gave_none() -> None:
    short, long = Candidate("def f(x):\n    return x", "s"), Candidate("def f(x):\n    return x + x * 2", "s")
    assert 0 < length_of(short) < length_of(long)
    assert length_of(replace(short, cost=7)) == 7
