from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from aurora.adapters.process.ports import any_free
from aurora.flows.systems.offers import Offers
from aurora.flows.systems.start import SYSTEMS, system
from tests.entrypoints.cli.conftest import Ran
from tests.flows.systems.world import MADE

Aurora = Callable[..., Ran]


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every system is told to be on a port that nobody holds."""
    for name in SYSTEMS:
        monkeypatch.setenv(f"{name.upper()}_PORT", str(any_free()))


@pytest.fixture
def aurora(aurora: Aurora, tmp_path: Path, elsewhere: None) -> Aurora:
    """With a state of its own."""
    del elsewhere
    environment = {"AURORA_STATE": str(tmp_path / "state"), "AURORA_LUMINAR_PORT": str(any_free())}
    return lambda *words: aurora(*words, environment=environment)


@pytest.fixture
def running(tmp_path: Path, elsewhere: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The three systems that take requests."""
    del elsewhere
    file = tmp_path / "aurora.toml"
    file.write_text("[autonomy]\nenabled = false\n", "utf-8")
    opened = []
    for name in ("controller", "orchestrator", "hub"):
        one = system(name, file, tmp_path / "state", luminar=any_free(), port=any_free())
        monkeypatch.setenv(f"{name.upper()}_PORT", str(one.port))
        one.open()
        opened.append(one)
    yield
    for one in opened:
        one.close()


def test_systems_that_do_not_answer_are_said_to_be_down(aurora: Aurora) -> None:
    ran = aurora("systems", "list", "--json")
    assert (ran.status, {each["status"] for each in ran.json["systems"]}) == (1, {"down"})
    assert aurora("systems", "decisions", "dancer").status == 2
    assert aurora("systems", "plan", "src").status == 1
    assert "controller" in aurora("systems", "list").out


def test_an_offer_is_shown_and_applied_by_hand(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("systems", "offers").out == "Nothing is offered.\n"
    assert aurora("systems", "apply", "nope").status == 2
    (tmp_path / "a.py").write_text("a\n", "utf-8")
    offers = Offers(tmp_path / "state")
    offer = offers.make("improver", {**MADE, "root": str(tmp_path)})
    assert "+b" in aurora("systems", "offers", offer["id"]).out
    assert aurora("systems", "apply", offer["id"]).status == 0
    assert (tmp_path / "a.py").read_text("utf-8") == "b\n"
    assert aurora("systems", "offers", "--json").json == {"offers": []}
    assert [each["state"] for each in aurora("systems", "offers", "--all", "--json").json["offers"]] == ["applied"]
    assert aurora("systems", "dismiss", offer["id"]).status == 2


@pytest.mark.usefixtures("running")
def test_goals_plans_and_processes_are_asked_for(aurora: Aurora, tmp_path: Path) -> None:
    assert aurora("systems", "goal", "improve", tmp_path, "--json").json["path"] == str(tmp_path)
    assert aurora("systems", "goal", "dance", tmp_path).status == 2
    assert aurora("systems", "plan", tmp_path, "--step", "fix", "--json").json["steps"] == ["fix"]
    assert aurora("systems", "run", "quality-scan", "--json").json["state"] == "skipped"
    assert "take the plan" in aurora("systems", "decisions", "orchestrator").out
    assert aurora("systems", "decisions", "hub", "--json").json["decisions"][0]["data"]["did"] == "skip"
