from dataclasses import replace

import pytest

from aurora.contracts.sandbox import Sandbox
from aurora.engines.verify.engine import Verifier
from aurora.engines.verify.model import NAMES, fitted
from aurora.model.answer import Candidate, Found, Synthesis
from aurora.model.errors import ContradictionError
from aurora.model.progress import Progress
from aurora.model.task import Budget, Condition, SynthesisTask
from aurora.model.verdict import Verdict

CLAMP = SynthesisTask(
    "Add two integers and keep the sum between low and high.",
    name="clamp_add",
    signature="def clamp_add(a: int, b: int, low: int, high: int) -> int",
    asserts=(
        "assert clamp_add(2, 3, 0, 10) == 5",
        "assert clamp_add(9, 3, 0, 10) == 10",
        "assert clamp_add(-9, 3, 0, 10) == 0",
        "assert clamp_add(4, 4, -5, 7) == 7",
        "assert clamp_add(-4, -4, -5, 7) == -5",
    ),
    preconditions=(Condition("low <= high", expression="low <= high"),),
    postconditions=(
        Condition("low <= ret <= high", expression="low <= ret <= high"),
        Condition("commutative in a, b", invariant="commutative", over=("a", "b")),
    ),
)
RIGHT = "def clamp_add(a, b, low, high):\n    return max(low, min(high, a + b))"
OVERFIT = "def clamp_add(a, b, low, high):\n    return {5: 5, 12: 10, -6: 0, 8: 7, -8: -5}.get(a + b, a * 100)"
LAST = SynthesisTask(
    "The last item",
    name="last",
    asserts=("assert last([1, 2, 3]) == 3", "assert last([1, 5]) == 5", "assert last([7]) == 7"),
)
STEPS = "Name the steps and the numbers in the words"


def judge(sandbox: Sandbox, task: SynthesisTask, *codes: str, strategies: str = "abcdefg") -> Synthesis:
    candidates = tuple(Candidate(code, name) for code, name in zip(codes, strategies, strict=False))
    return Verifier(sandbox).judge(task, Found(candidates, tried=7, seconds=0.5), Budget())


def body(expression: str) -> str:
    return f"def last(xs):\n    return {expression}"


def test_contradictory_asserts_fail_and_both_are_named(sandbox: Sandbox) -> None:
    task = replace(LAST, asserts=(*LAST.asserts, "assert last([7]) == 8"))
    answer = judge(sandbox, task, body("xs[-1]"))
    assert answer.verdict is Verdict.FAILED
    assert "last([7]) == 7" in answer.judgement.reasons[0]
    assert "last([7]) == 8" in answer.judgement.reasons[0]
    assert answer.code == ""
    with pytest.raises(ContradictionError):
        Verifier(sandbox).examine(task, Found(), Budget())


def test_without_an_example_it_abstains_and_says_that_words_are_not_enough(sandbox: Sandbox) -> None:
    answer = judge(sandbox, SynthesisTask("The last item", name="last"))
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.reasons == ("No example was given, and words alone cannot show that a program is right.",)


def test_an_assert_that_is_no_python_fails(sandbox: Sandbox) -> None:
    answer = judge(sandbox, replace(LAST, asserts=("assert last(",)), body("xs[-1]"))
    assert answer.verdict is Verdict.FAILED


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        (
            Found(),
            f"No program was found in time. {STEPS}, ask for one step of it, or give it more time.",
        ),
        (
            Found(exhausted=True),
            f"No program was found; the search space was exhausted. {STEPS}, or ask for one step of it.",
        ),
        (Found((Candidate(body("xs[0]"), "a"),)), "None of 1 candidates passes the examples in a fresh run."),
        (Found((Candidate("def last(xs", "a"),)), "None of 1 candidates passes the examples in a fresh run."),
        (Found((Candidate("raise ValueError", "a"),)), "None of 1 candidates passes the examples in a fresh run."),
    ],
)
def test_nothing_is_answered_without_a_candidate_that_passes(sandbox: Sandbox, found: Found, reason: str) -> None:
    answer = Verifier(sandbox).judge(LAST, found, Budget())
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.reasons == (reason,)
    assert answer.code == ""


def test_who_gave_examples_alone_is_asked_for_words(sandbox: Sandbox) -> None:
    answer = Verifier(sandbox).judge(replace(LAST, prompt=""), Found(), Budget())
    assert answer.judgement.reasons == ("No program was found in time. Say in words what the function does.",)


def test_what_breaks_a_postcondition_is_not_answered(sandbox: Sandbox) -> None:
    answer = judge(sandbox, CLAMP, OVERFIT)
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.count("postcondition") == (0, 2)
    assert answer.judgement.reasons[0].startswith("The best candidate breaks 'low <= ret <= high': not for clamp_add(")
    assert answer.code == ""


def test_one_example_alone_does_not_show_that_every_input_gives_the_same(sandbox: Sandbox) -> None:
    task = SynthesisTask("", name="f", asserts=("assert f('2024-03-09') == '09/03/2024'",))
    same = "def f(text):\n    return '09/03/2024'"
    answer = judge(sandbox, task, same)
    assert answer.verdict is Verdict.ABSTAINED
    assert answer.judgement.reasons == (
        "What was found gives the same for every input: one more example, with another result, would tell more.",
    )
    worded = judge(sandbox, replace(task, prompt="Always the ninth of March 2024."), same)
    assert "gives the same" not in " ".join(worded.judgement.reasons)


def test_a_function_without_parameters_may_give_the_same_always(sandbox: Sandbox) -> None:
    answer = judge(sandbox, SynthesisTask("", name="f", asserts=("assert f() == 5",)), "def f():\n    return 5")
    assert "gives the same" not in " ".join(answer.judgement.reasons)


def test_a_right_answer_with_conditions_is_verified(sandbox: Sandbox) -> None:
    answer = judge(sandbox, CLAMP, RIGHT)
    assert answer.verdict is Verdict.VERIFIED
    assert answer.judgement.count("example") == (5, 5)
    assert answer.judgement.count("postcondition") == (2, 2)
    passed, run = answer.judgement.count("boundary")
    assert passed == run >= 8
    assert answer.code.endswith("    return max(low, min(high, a + b))\n")
    assert ">>> clamp_add(2, 3, 0, 10)\n    5\n" in answer.code
    assert (answer.strategy, answer.tried, answer.seconds) == ("a", 7, 0.5)


def test_a_postcondition_chooses_among_the_candidates(sandbox: Sandbox) -> None:
    answer = judge(sandbox, CLAMP, OVERFIT, RIGHT)
    assert answer.code.endswith("    return max(low, min(high, a + b))\n")
    assert answer.verdict is Verdict.VERIFIED


def test_few_examples_that_two_likely_programs_explain_lead_to_a_question(sandbox: Sandbox) -> None:
    answer = judge(sandbox, LAST, body("xs[-1]"), body("max(xs)"))
    assert answer.verdict is not Verdict.VERIFIED
    assert answer.question is not None
    arguments = eval(answer.question.call.removeprefix("last"))
    assert sorted(answer.question.answers) == sorted({repr(arguments[-1]), repr(max(arguments))})


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (body("xs.pop()"), "changes its arguments"),
        (
            "import random\n\n\ndef last(xs):\n    return xs[-1] + (len(xs) > 3) * random.random()",
            "different answers",
        ),
        ("def last(xs):\n    while xs[-1] > 8:\n        pass\n    return xs[-1]", "no answer in time"),
        (body("xs[-1] if xs[-1] in (3, 5, 7) else xs[-99]"), "raised IndexError"),
    ],
)
def test_misbehaviour_on_generated_inputs_is_never_verified(sandbox: Sandbox, code: str, why: str) -> None:
    answer = judge(sandbox, LAST, code)
    assert answer.verdict is not Verdict.VERIFIED
    assert any(why in reason for reason in answer.judgement.reasons)


def test_without_generated_inputs_nothing_is_verified(sandbox: Sandbox) -> None:
    task = replace(CLAMP, asserts=(*CLAMP.asserts, "assert clamp_add(*[1, 2], **{'low': 0, 'high': 9}) == 3"))
    answer = judge(sandbox, task, RIGHT)
    assert answer.verdict is Verdict.CONSISTENT
    assert any("inputs could be generated" in reason for reason in answer.judgement.reasons)


def test_a_condition_that_nobody_can_check_keeps_an_answer_from_being_verified(sandbox: Sandbox) -> None:
    task = replace(CLAMP, postconditions=(*CLAMP.postconditions, Condition("the answer is nice")))
    answer = judge(sandbox, task, RIGHT)
    assert answer.verdict is Verdict.CONSISTENT
    assert any("'the answer is nice'" in reason for reason in answer.judgement.reasons)


def test_a_candidate_that_dies_of_a_generated_input_is_still_run_on_the_examples(sandbox: Sandbox) -> None:
    code = "import os\n\n\ndef last(xs):\n    return xs[-1] if xs[-1] in (3, 5, 7) else os._exit(3)"
    answer = judge(sandbox, LAST, code)
    assert answer.verdict is not Verdict.VERIFIED
    assert answer.judgement.count("example") == (3, 3)


def test_the_same_seed_gives_the_same_answer(sandbox: Sandbox) -> None:
    codes = (body("max(xs)"), body("xs[-1]"), body("sorted(xs)[-1]"))
    assert judge(sandbox, LAST, *codes) == judge(sandbox, LAST, *codes)


def test_progress_is_told(sandbox: Sandbox) -> None:
    told: list[Progress] = []
    Verifier(sandbox).judge(CLAMP, Found((Candidate(RIGHT, "a"),)), Budget(), told.append)
    assert told[0] == Progress("run candidates", 1, 1)
    assert told[-1].stage == "run mutants"


def test_a_watcher_can_end_the_work(sandbox: Sandbox) -> None:
    def stop(_progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Verifier(sandbox).judge(CLAMP, Found((Candidate(RIGHT, "a"),)), Budget(), stop)


def test_a_full_postcondition_verifies(sandbox: Sandbox) -> None:
    task = SynthesisTask(
        "The number of letters in all words together.",
        name="letters",
        signature="def letters(words: list[str]) -> int",
        asserts=("assert letters(['ab', 'c']) == 3", "assert letters([]) == 0", "assert letters(['abcd']) == 4"),
        postconditions=(Condition("ret == len(''.join(words))", expression="ret == len(''.join(words))"),),
    )
    answer = judge(sandbox, task, "def letters(words):\n    return sum(len(word) for word in words)")
    assert answer.verdict is Verdict.VERIFIED
    weaker = judge(sandbox, replace(task, postconditions=()), "def letters(words):\n    return sum(map(len, words))")
    assert weaker.verdict is Verdict.CONSISTENT


def test_a_refreshed_calibration_counts_and_is_told(sandbox: Sandbox) -> None:
    doubting = fitted().scaled(0.1, -3.0).text()
    candidates = Found((Candidate(RIGHT, "a"),))
    assert Verifier(sandbox).judge(CLAMP, candidates, Budget()).verdict is Verdict.VERIFIED
    answer = Verifier(sandbox, calibration=lambda: (doubting, "It is another.")).judge(CLAMP, candidates, Budget())
    assert answer.verdict is Verdict.ABSTAINED
    assert "It is another." in answer.notes


def test_an_answer_carries_what_was_measured_of_it(sandbox: Sandbox) -> None:
    assert set(judge(sandbox, CLAMP, RIGHT).evidence) == set(NAMES)
    assert judge(sandbox, CLAMP, "def clamp_add(*_): return 7").evidence == {}
