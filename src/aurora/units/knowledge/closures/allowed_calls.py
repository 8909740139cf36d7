"""Which of the calls at ascending times go through, when no more than a limit may in any window of that length."""

from aurora.contracts.component import Example, N, Nat, Sorted, component


@component(
    words="rate limiter sliding window quota requests per second",
    examples=[Example(([0, 1, 2, 10], 2, 5), [True, True, False, True]), Example(([], 2, 5), [])],
    holds=lambda times, limit, _window, ret: len(ret) == len(times) and (limit > 0 or not any(ret)),
    cost=2.0,
)
def allowed_calls(times: Sorted[N], limit: Nat, window: N) -> list[bool]:
    """Which of the calls at ascending times go through, when no more than a limit may in any window of that length."""
    passed: list[N] = []
    answers: list[bool] = []
    for time in times:
        recent = sum(time - before < window for before in passed)
        answers.append(recent < limit)
        if recent < limit:
            passed.append(time)
    return answers
