from aurora.engines.verify.evidence import Evidence
from aurora.engines.verify.steps import Sample, Step, fit_steps


def sample(usual: float, *, right: bool, odds: float = 0.0, weight: float = 1.0) -> Sample:
    return Sample(Evidence(usual=usual, words=0.5), right, weight, odds)


def test_no_step_is_fitted_to_nothing() -> None:
    assert fit_steps([], ["usual"], 10, 0.1) == ()


def test_a_figure_that_never_differs_gets_no_step() -> None:
    samples = [sample(0.2, right=bool(number % 2)) for number in range(20)]
    assert fit_steps(samples, ["usual", "words"], 10, 0.1) == ()


def test_what_the_odds_say_already_needs_no_step() -> None:
    samples = [sample(number % 2, right=bool(number % 2), odds=30.0 if number % 2 else -30.0) for number in range(20)]
    assert all(abs(step.over) < 1e-6 and abs(step.under) < 1e-6 for step in fit_steps(samples, ["usual"], 10, 0.1))


def test_a_step_is_at_the_border_of_what_is_right() -> None:
    samples = [sample(number / 20, right=number >= 12) for number in range(20)]
    (step,) = fit_steps(samples, ["words", "usual"], 1, 1.0)
    assert (step.figure, step.under < 0 < step.over) == ("usual", True)
    assert 11 / 20 < step.at <= 13 / 20


def test_steps_follow_what_rises_and_falls() -> None:
    samples = [sample(number / 30, right=10 <= number < 20) for number in range(30)]
    steps = fit_steps(samples, ["usual"], 60, 0.3)
    low, middle, high = (sum(step.height(Evidence(usual=value)) for step in steps) for value in (0.1, 0.5, 0.9))
    assert low < 0 < middle
    assert high < 0


def test_the_weight_of_an_answer_counts() -> None:
    samples = [sample(1.0, right=True, weight=5.0), sample(1.0, right=False), sample(0.0, right=False)]
    (step,) = fit_steps(samples, ["usual"], 1, 1.0)
    assert step.over > 0


def test_a_step_adds_what_it_says_on_each_side() -> None:
    step = Step("margin", 0.5, -1.0, 2.0)
    assert [step.height(Evidence(margin=margin)) for margin in (0.4, 0.5, 0.6)] == [-1.0, 2.0, 2.0]
