"""A service that fails again and again is spared until a trial succeeds."""

from aurora.components.core.integration_engine import SPARED, Services


def test_a_service_that_fails_three_times_is_spared_and_others_are_not() -> None:
    services, calls = Services(), []

    def fails() -> str:
        calls.append(1)
        return "gone"

    assert [services.ask("a", fails) for _ in range(5)] == ["gone", "gone", "gone", SPARED, SPARED]
    assert (len(calls), services.ask("b", lambda: "")) == (3, "")
    assert "a failed again and again" in services.wrong()
    assert services.figures() == {"services": 2, "calls": 4, "spared": 2, "open": 1}


def test_a_trial_that_succeeds_closes_the_breaker_and_one_that_fails_does_not() -> None:
    services = Services()
    for _ in range(3):
        services.ask("a", lambda: "gone")
    assert services.ask("a", lambda: "still gone", trial=True) == "still gone"
    assert services.ask("a", lambda: "") == SPARED
    assert services.ask("a", lambda: "", trial=True) == ""
    assert (services.ask("a", lambda: ""), services.wrong()) == ("", "")


def test_a_failure_now_and_then_opens_nothing() -> None:
    services = Services()
    answers = ["gone", "gone", "", "gone", "gone", ""]
    assert [services.ask("a", lambda given=given: given) for given in answers] == answers  # type: ignore[misc]
