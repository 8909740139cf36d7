"""Verdicts and their evidence."""

from aurora.model.verdict import Check, Judgement, Verdict


def test_only_verified_and_consistent_are_answers() -> None:
    assert [verdict for verdict in Verdict if verdict.answered] == [Verdict.VERIFIED, Verdict.CONSISTENT]


def test_checks_are_counted_by_kind() -> None:
    checks = (
        Check("example", "f(1) == 1", True),
        Check("example", "f(2) == 2", False),
        Check("boundary", "f(0)", True),
    )
    judgement = Judgement(Verdict.FAILED, checks)
    assert (judgement.count("example"), judgement.count("boundary"), judgement.count("test")) == (
        (1, 2),
        (1, 1),
        (0, 0),
    )
