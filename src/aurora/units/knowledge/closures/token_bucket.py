"""Which of the calls at ascending times go through, when each takes a token from a bucket that fills at a rate."""

from aurora.contracts.component import Example, Nat, Sorted, component


@component(
    words="token bucket rate limiter burst refill",
    examples=[Example(([0.0, 0.0, 0.0, 1.0], 2, 1.0), [True, True, False, True]), Example(([], 1, 1.0), [])],
    holds=lambda times, capacity, _rate, ret: len(ret) == len(times) and (capacity > 0 or not any(ret)),
    cost=2.0,
)
def token_bucket(times: Sorted[float], capacity: Nat, rate: float) -> list[bool]:
    """Which of the calls at ascending times go through, when each takes a token from a bucket that fills at a rate.

    The bucket holds no more than its capacity, which is what it starts with.
    Raises ValueError for a negative rate.
    """
    if rate < 0:
        raise ValueError("the rate must not be negative")
    tokens, before = float(capacity), times[0] if times else 0.0
    answers: list[bool] = []
    for time in times:
        tokens = min(capacity, tokens + (time - before) * rate)
        before = time
        answers.append(tokens >= 1)
        tokens -= tokens >= 1
    return answers
