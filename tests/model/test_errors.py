"""Errors build a sentence from facts: what happened, where, what to do next."""

import pytest

from aurora.model import errors


def test_the_sentence_has_place_event_and_advice() -> None:
    error = errors.AuroraError("it broke.", where="a.py:3", next_step="Mend it.")
    assert str(error) == error.sentence == "a.py:3: it broke. Mend it."


def test_place_and_advice_may_be_left_out() -> None:
    assert str(errors.AuroraError("it broke.")) == "it broke."


@pytest.mark.parametrize(
    ("error", "sentence", "status"),
    [
        (errors.NotFoundError("run", "x"), "there is no run 'x'.", 2),
        (errors.SpecError("s.md", 4, "has no example.", "a table"), "s.md:4: has no example. Expected a table.", 2),
        (
            errors.TaskFileError("t.jsonl", 2, "is not JSON."),
            "t.jsonl:2: is not JSON. See docs/reference/formats.md for the keys of a task.",
            2,
        ),
        (
            errors.ContradictionError("f(1) == 1", "f(1) == 2"),
            "these two examples contradict each other: f(1) == 1 and f(1) == 2. Remove or correct one.",
            2,
        ),
        (
            errors.UnprotectedError(("network", "memory")),
            (
                "this machine cannot enforce: network, memory; nothing was run. "
                "If you accept that, name them: AURORA_SANDBOX_WITHOUT=network,memory."
            ),
            1,
        ),
        (errors.ToolError("ruff", "failed."), "ruff: failed. Check that `ruff` runs in this environment.", 1),
        (errors.SandboxError("it died."), "it died.", 3),
        (
            errors.FullQueueError(1, None),
            (
                "1 job waits already (nothing is running now); this one was not taken. Ask again later, start another "
                "`aurora jobs work`, or raise AURORA_QUEUE_LIMIT."
            ),
            errors.FullQueueError.exit,
        ),
    ],
)
def test_each_error_says_its_facts_and_its_exit_status(error: errors.AuroraError, sentence: str, status: int) -> None:
    assert (str(error), int(error.exit)) == (sentence, status)


def test_an_error_that_is_told_again_is_of_its_class_and_has_its_facts() -> None:
    again = errors.told_again("SpecError", "has no example.", where="s.md:4", next_step="Expected a table.")
    assert type(again) is errors.SpecError
    assert (str(again), again.exit) == ("s.md:4: has no example. Expected a table.", errors.Exit.BAD_INPUT)


def test_an_error_of_a_class_that_is_not_there_any_more_is_that_of_a_job() -> None:
    assert type(errors.told_again("KeyError", "colour")) is errors.JobError
