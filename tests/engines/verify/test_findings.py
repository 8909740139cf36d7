from dataclasses import replace

import pytest

from aurora.engines.verify.behaviour import Behaviour, Call, Probe
from aurora.engines.verify.findings import Examination, Findings, Variants
from aurora.engines.verify.plan import Plan
from aurora.engines.verify.rivals import field_of
from aurora.model.answer import Candidate
from aurora.model.task import Condition, SynthesisTask
from aurora.model.verdict import Check
from aurora.pycode.asserts import read_asserts

RISES = Condition("monotonic in x", invariant="monotonic", over=("x",))
TASK = SynthesisTask(
    "double a number", name="f", asserts=("assert f(1) == 2", "assert f(4) == 8"), postconditions=(RISES,)
)
CALLS = tuple(f"f({number})" for number in range(12))
PLAN = Plan(
    Probe(TASK, ("x",), inputs=tuple(f"({number},)" for number in range(12)), asserts=TASK.asserts),
    CALLS,
    given=2,
    inside=frozenset(range(11)),
    checked=(RISES,),
)
CANDIDATE = Candidate("def f(x):\n    return x * 2", "s", 4.0, ("numbers.double",))


def call(place: int) -> Call:
    return Call(place, str(place), str(place), "int", "", changed=False, stable=True, post=(1,))


GOOD = Behaviour(("", ""), tuple(map(call, range(12))))


def mutant(*asserts: str, post: tuple[bool | int | None, ...] = (1,)) -> Behaviour:
    return Behaviour(asserts, (replace(call(0), post=post),))


def examined(
    *behaviours: Behaviour,
    mutated: tuple[Behaviour, ...] = (),
    task: SynthesisTask = TASK,
    bent: tuple[Behaviour, ...] = (),
    near: tuple[tuple[Candidate, Behaviour], ...] = (),
) -> Examination:
    field = field_of([CANDIDATE] * len(behaviours), behaviours, PLAN)
    assert field is not None
    assertions = read_asserts("\n".join(task.asserts), "f")
    return Findings(task, assertions, PLAN, field, Variants(mutated, bent, near)).examination()


@pytest.mark.parametrize(
    ("changes", "place", "obstacle"),
    [
        ({"error": "KeyError: 1"}, 10, "f(10) raised KeyError: 1."),
        ({"changed": True}, 11, "It changes its arguments."),
        ({"stable": False}, 11, "It gave different answers to the same input."),
    ],
)
def test_misbehaviour_is_an_obstacle(changes: dict[str, object], place: int, obstacle: str) -> None:
    calls = list(GOOD.calls)
    calls[place] = Call(**{**{name: getattr(calls[place], name) for name in Call.__slots__}, **changes})
    found = examined(replace(GOOD, calls=tuple(calls)), mutated=(mutant("x", ""),))
    assert found.obstacles == (obstacle,)


def test_an_exception_outside_the_shape_of_the_examples_is_none() -> None:
    calls = (*GOOD.calls[:11], replace(GOOD.calls[11], error="KeyError: 1", post=()))
    assert examined(replace(GOOD, calls=calls), mutated=(mutant("x", ""),)).obstacles == ()


def test_too_little_that_was_run_is_an_obstacle() -> None:
    few = examined(replace(GOOD, calls=GOOD.calls[:5]), mutated=(mutant("x", ""),))
    assert few.obstacles == ("Only 3 inputs could be generated to check it on.",)
    assert examined(GOOD).obstacles == ()


def test_a_condition_that_was_never_checked_is_an_obstacle() -> None:
    calls = tuple(replace(item, post=(None,)) for item in GOOD.calls)
    assert examined(replace(GOOD, calls=calls)).obstacles == (
        "The condition 'monotonic in x' could not be checked on any input.",
    )


def test_rivals_that_are_as_likely_are_an_obstacle_and_give_a_question() -> None:
    rival = replace(GOOD, calls=tuple(replace(item, out="x", shown="x") for item in GOOD.calls))
    found = examined(GOOD, rival, mutated=(mutant("x", ""),))
    assert found.obstacles == ("Other programs that pass the examples are as likely and differ.",)
    assert found.question is not None
    assert found.question.answers == ("0", "x")


def test_without_a_postcondition_what_the_words_leave_open_is_an_obstacle() -> None:
    open_plan = replace(PLAN, checked=())
    lone = Candidate("def f(x, y=0):\n    return x * 2", "s", 4.0, ())
    field = field_of([lone], [GOOD], open_plan)
    assert field is not None
    task = replace(TASK, prompt="sort rows", postconditions=())
    findings = Findings(task, read_asserts("\n".join(task.asserts), "f"), open_plan, field, Variants())
    assert findings.examination().obstacles == (
        "It does not use y.",
        "Nothing in it tells what the words ask for.",
        "Words and so few examples leave much open.",
    )


def test_a_turning_direction_is_told() -> None:
    calls = (*GOOD.calls[:11], replace(GOOD.calls[11], post=(-1,)))
    checks = examined(replace(GOOD, calls=calls)).checks
    assert (
        Check("postcondition", "monotonic in x", passed=False, detail="it rises for some inputs and falls for others")
        in checks
    )


def test_the_checks_say_what_was_run() -> None:
    checks = examined(GOOD).checks
    assert checks[0] == Check("example", "f(1) == 2", passed=True)
    assert Check("postcondition", "monotonic in x", passed=True, detail="on 12 inputs") in checks
    assert [check.text for check in checks if check.kind == "boundary"] == list(CALLS[2:11])


def test_mutants_show_what_the_examples_and_conditions_notice() -> None:
    noticed = (mutant("wrong", ""), mutant("", "wrong"), mutant("wrong", "wrong"))
    evidence = examined(GOOD, mutated=(*noticed, mutant("", "", post=(False,)), mutant("", ""))).evidence
    assert (evidence.noticed, evidence.guarded) == (0.6, 0.2)
    assert evidence.spare == 0.0
    assert examined(GOOD, mutated=(noticed[0], noticed[2])).evidence.spare == 0.5
    assert examined(GOOD, mutated=(Behaviour(trouble="memory"),)).evidence.noticed == 1.0


def test_the_other_figures() -> None:
    evidence = examined(GOOD, mutated=(mutant("x", ""),)).evidence
    assert (evidence.agreement, evidence.simple) == (4.0, 2.6)
    assert (evidence.smooth, evidence.support) == (1.0, 0.0)
    assert evidence.margin == pytest.approx((2 + 2 * 1.584962500721156 + 2 + 2 * 3.169925001442312 - 4) / 20)
    assert (evidence.words, evidence.asked, evidence.plain, evidence.edges) == (1.0, 0.5, 1.0, 1.0)


def test_a_cheaper_program_that_breaks_one_example_alone_makes_it_unsteady() -> None:
    cheaper, dearer = replace(CANDIDATE, cost=1.0), replace(CANDIDATE, cost=9.0)
    first, both = mutant("wrong", ""), mutant("wrong", "wrong")
    assert examined(GOOD, near=((cheaper, first),)).evidence.steady == 0.5
    assert examined(GOOD, near=((dearer, first), (cheaper, both))).evidence.steady == 1.0
    assert examined(GOOD, near=((cheaper, Behaviour(trouble="memory")),)).evidence.steady == 1.0


def test_what_the_conditions_notice_counts_only_changes_that_answer_at_all() -> None:
    raising = Behaviour(("x", ""), (replace(call(0), error="TypeError: x", post=()),))
    unnoticed, caught = mutant("", ""), mutant("", "", post=(False,))
    assert examined(GOOD, mutated=(raising,), bent=(caught,)).evidence.guarded == 1.0
    assert examined(GOOD, mutated=(raising,), bent=(caught, unnoticed)).evidence.guarded == 0.5
    assert examined(GOOD, mutated=(raising,)).evidence.guarded == 0.0
