"""A component owns one thing, its own or one that is lent."""

from pathlib import Path

from aurora.contracts.living import House, Loan
from tests.engines.living.parts import Log, part


def test_a_stopped_component_is_not_well(tmp_path: Path) -> None:
    living = part("C1", []).run(House(tmp_path, ""))
    assert living.health().ok
    living.stop()
    living.stop()
    assert "was stopped" in living.health().wrong
    assert living.metrics()["asked"] == 2


def test_what_is_lent_is_owned_and_given_back_as_the_lender_says(tmp_path: Path) -> None:
    log: Log = []
    lent: dict[str, str] = {"own": "no"}
    back: list[object] = []
    living = part("C1", log).run(House(tmp_path, "", loan=Loan(lambda: lent, back.append)))
    assert living.thing is lent
    living.stop()
    assert (back, log) == ([lent], ["+C1"])


def test_what_is_lent_is_mended_as_the_lender_says(tmp_path: Path) -> None:
    loan = Loan(dict, mend=lambda thing: {**thing, "mended": "by the lender", "wrong": ""})
    living = part("C1", []).run(House(tmp_path, "", loan=loan))
    living.harm()
    living.recover()
    assert (living.thing["mended"], living.health().ok) == ("by the lender", True)
